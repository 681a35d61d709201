"""The door for everyone outside the office: residents, and people acting for an organisation. Phone first."""
