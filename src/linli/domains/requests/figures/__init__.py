"""How requests fare, counted over a period: set-based, in as many statements for a city as for a house.

Words: what was *received* in a period stands in the exact balance; what is *open* is counted whenever it came, so that
no period hides it; the three *rates* are of what was first answered or due; *contact* is how long, in working time, a
resident waited for the first word. Everything can be *broken down* by place, category, kind and the unit that answers:
never by person, and never in an order of merit.
"""
