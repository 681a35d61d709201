"""States and typed transitions, declared as data; forms, buttons, verbs and diagrams come from them."""
