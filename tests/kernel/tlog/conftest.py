"""Logs of any size, kept in memory."""

import pytest

from linli.kernel.tlog import Edge, Tree, grown


class Log:
    """A log as its files, grown in steps."""

    def __init__(self):
        self.edge = Edge()
        self.files = {}
        self.entries = []

    def grow(self, entries):
        self.edge, files = grown(self.edge, entries)
        self.entries += entries
        self.files |= {tile.path: data for tile, data in files}
        return files

    def read(self, path):
        try:
            return self.files[path]
        except KeyError:
            raise FileNotFoundError(path) from None

    def tree(self, size=None):
        return Tree(self.edge.size if size is None else size, self.read)


@pytest.fixture
def log():
    """Makes a log that grew in these steps."""

    def make(*steps):
        made = Log()
        for step in steps:
            size = made.edge.size
            made.grow([b"entry %d" % number for number in range(size, size + step)])
        return made

    return make
