"""How anything reaches anyone: outbox, in-app inbox, e-mail and SMS, each effect once."""
