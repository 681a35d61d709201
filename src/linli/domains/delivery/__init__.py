"""How anything reaches anyone: outbox, in-app inbox, e-mail and SMS, each effect once.

A letter names a template and coded parameters, never a personal value; the words are made when they are read. Whoever
agreed to e-mail or SMS gets it there too: the address lies sealed in the vault and is opened only by the job that
sends. What a gateway may already have sent is asked after, not sent again.
"""
