"""The request desk's letterbox: e-mail becomes requests, answers to our letters become messages on their matter.

Words: a *mail* is one message as it came, read; a *letter* is one of ours. Promises: the mail server keeps every mail,
and what was taken in is marked as read there only after it was written here, so that whatever is killed when, nothing
is lost and nothing doubled. A letter is answered on its matter by the sign in the address it came from, never by its
subject. No machine is ever answered. A sender's address proves nothing: it is sealed, and finds nobody known.
"""
