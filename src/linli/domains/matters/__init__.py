"""The spine: everything that has a life. Links, asks, verdicts, clocks, texts, files, search, worklist.

Words: a *matter* is one row of whatever has a life; a *kind* registers its lifecycle here and is opened by name; an
*act* is one performed transition; a *part* is what somebody is in a matter (opener, holder).
Promises: an act is whole or it never was: rights, guards, clocks, version, event, record and messages in one
transaction; nothing else writes. Whoever may not see a matter cannot learn that it exists.
"""
