"""One's own matter, followed as a parcel is: who holds it, what was promised, what happened, what one can do."""
