"""How the work of one's own unit is spread, for the team to see."""
