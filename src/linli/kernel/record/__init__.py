"""The public record's contract: entries written with their action, numbered densely after commit."""
