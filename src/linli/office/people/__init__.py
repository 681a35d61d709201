"""People and posts: who works here, what they may do where, and whether they can sign in."""
