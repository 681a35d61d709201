"""What neighbours shared: a list and a map of masked matters, each with a page; "me too" and following."""
