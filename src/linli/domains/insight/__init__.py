"""Planned: indicators, hotspots, opinion digest, equity. Reads all, is read by none."""
