"""The tree district → subdistrict → community → grid → building → unit → home.

Words: a *place* (地点) is one node, its *path* ("s1.c4.b2.") its ancestors' and its own number, a *spot* the place as
a value for pages; a *label* is how people say it ("春风社区3号楼"). Promises: everything below a path is one index
range (`below`), ancestors need no walk, and a path alone tells its community and how much of it may stand in public;
a place is retired, never deleted; a move changes every path below it in one transaction and no identifier; places are
public, so every reader gets the same answer.
"""
