"""Paper forms (纸质登记表): blank ones are printed with a number each and a code that opens the same report online.

Promises: what comes on paper has the same effect; a form typed in twice is one request; nothing printed is personal.
"""
