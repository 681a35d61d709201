"""Opinion digests for whoever works with them: the digest, the messages behind each claim, the sample to check."""
