"""The staff's door: one worklist, the matter page, the call-back desk, people, posts, places and rules."""
