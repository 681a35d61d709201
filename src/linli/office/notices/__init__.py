"""Notices in the office: the list, the editor, the review by other eyes, what can be done with one."""
