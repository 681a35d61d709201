"""The city's hotline (12345): its orders come in, what becomes of them goes back.

Words: an *order* (工单) is the city's number for one of our requests; a *push* (回传) is one thing told to the city;
the *wire* (接口) is how one city writes all that, as data. Promises: the same order twice changes nothing; a changed
one is noted beside what stands and never undoes what the resident or the desk decided; both sides sign; what could not
be told is tried again, in order, until a person looks at it.
"""
