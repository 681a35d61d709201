"""Today: what is asked of me, what changed, and how well residents are served."""
