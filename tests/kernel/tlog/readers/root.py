"""The root that pymerkle gives for the entries in a bundle file's hexadecimal lines: a process of its own (GPL)."""

import sys

from pymerkle import InmemoryTree

tree = InmemoryTree(algorithm="sha256")
for line in sys.stdin:
    tree.append_entry(bytes.fromhex(line))
    sys.stdout.write(tree.get_state().hex() + "\n")
