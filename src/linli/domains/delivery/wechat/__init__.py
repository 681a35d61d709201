"""A WeChat official account: envelopes both sides sign and seal, one access token for all, and what is sent with it."""
