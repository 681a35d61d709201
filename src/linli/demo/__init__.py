"""A made-up but lifelike neighbourhood, generated from a seed and lived through the real actions."""
