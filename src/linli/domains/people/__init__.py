"""Accounts, persons, organisations, posts, roles and rights; who acts, and for whom.

Words: an *account* is a way in; a *person* (人员) is a human being under an opaque number; an *organisation* (机构) is
a body that takes part; a *post* (岗位) is a *role* (角色) held in an organisation over a place and all below it, from
then until then; a *right* (权限) is one thing a role lets its holder do; an *authorisation* (委托) is by what right
someone acts for another; an *actor* is all of that at one moment, and the first argument of every act.

Promises: residents' names and contacts lie in the vault, only references here; staff act under their own names.
A right counts over its post's place and nowhere else. System, security and audit administration are never held by
one account, whoever grants what in which order; nobody grants rights to themselves; someone who can appoint is always
left. A change of a role is previewed before and told after; posts are ended, never deleted, and both enter the record
with commitments to who. An erased person is forgotten: their account closes, their posts and authorisations end.
"""
