"""What kinds of place the tree knows, from the widest to the narrowest."""

from linli.kernel.words import Vocabulary


class PlaceKind(Vocabulary):
    """A level of the tree; a place lies under a wider one, and levels may be skipped."""

    DISTRICT = "district", "District", "区"
    SUBDISTRICT = "subdistrict", "Subdistrict", "街道"
    COMMUNITY = "community", "Community", "社区"
    GRID = "grid", "Grid", "网格"
    BUILDING = "building", "Building", "楼栋"
    UNIT = "unit", "Entrance", "单元"
    HOME = "home", "Home", "住户"

    @property
    def rank(self) -> int:
        """0 for the widest; a place's rank is always greater than its parent's."""
        return _RANKS[self]

    @property
    def letter(self) -> str:
        """How a path names this level: a community's number is written after a `c`."""
        return self.value[0]


_RANKS = {kind: rank for rank, kind in enumerate(PlaceKind)}
