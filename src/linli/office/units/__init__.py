"""Units: every body that takes part here, and who serves in it."""
