"""The page of one matter: what it is, its story, who holds it, clocks, acts, who opened it and its proof."""
