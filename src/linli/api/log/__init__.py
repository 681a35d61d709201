"""The public record for machines: C2SP tlog-tiles below /log/<name>/, static and immutable, and proofs of entries."""
