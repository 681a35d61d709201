"""Places: the tree, its maps, who is responsible where; added, renamed, redrawn, retired."""
