"""The list of disputes: what comes next in each."""
