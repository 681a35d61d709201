"""Founding a real subdistrict from a division code and two sheets: all of it, or none with every mistake named."""
