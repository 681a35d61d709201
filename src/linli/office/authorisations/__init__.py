"""Acting on someone's behalf: the desk records what a resident asked for, by phone, at the door or on paper."""
