"""Filing for someone who rang, came by, wrote on paper or sent somebody: the same report, the same effect."""
