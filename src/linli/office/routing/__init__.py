"""Routing: rules of the office tried over history, versions of the learned model, and what people corrected."""
