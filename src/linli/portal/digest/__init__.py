"""What the neighbourhood says each week, for everybody: the same numbers as in the office and on the record."""
