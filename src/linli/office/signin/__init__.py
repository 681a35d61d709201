"""Staff's way in: password, then a second factor, set up at the first sign-in; sessions, passkeys and the log."""
