"""What may be done to the tree of places."""

from linli.domains.places.actions.adding import NewPlace, add, add_many
from linli.domains.places.actions.changing import redraw, rename, retire
from linli.domains.places.actions.divisions import DivisionRow, import_divisions
from linli.domains.places.actions.moving import move

__all__ = [
    "DivisionRow",
    "NewPlace",
    "add",
    "add_many",
    "import_divisions",
    "move",
    "redraw",
    "rename",
    "retire",
]
