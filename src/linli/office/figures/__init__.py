"""Figures of a period: shown, broken down, and taken away as a sheet; what is still open is never hidden."""
