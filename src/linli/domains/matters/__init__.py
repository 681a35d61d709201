"""The spine: everything that has a life. Links, asks, verdicts, clocks, texts, files, search, worklist."""
