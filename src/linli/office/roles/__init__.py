"""Roles and rights: what each role may do, changed only after seeing whom it touches, with every change kept."""
