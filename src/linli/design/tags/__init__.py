"""The components as template tags, a file for each family; `templatetags/linli.py` gathers them."""
