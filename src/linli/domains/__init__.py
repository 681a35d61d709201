"""The neighbourhood's own rooms, top to bottom; siblings never import one another."""
