"""Linli (邻里): the working system of a neighbourhood. Read docs/explanation/house.md for the map."""
