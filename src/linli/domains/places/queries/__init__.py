"""What may be asked about places. Places are public: whoever asks, the answer is the same."""

from linli.domains.places.queries.counting import homes_by_building
from linli.domains.places.queries.finding import at_path, at_paths, by_code, find_at, get, search
from linli.domains.places.queries.ground import Ground, ground
from linli.domains.places.queries.labels import label, labels
from linli.domains.places.queries.maps import MapShape, map_shapes
from linli.domains.places.queries.mentioned import mentioned
from linli.domains.places.queries.walking import Branch, ancestors_of, children, picker, roots, tops

__all__ = [
    "Branch",
    "Ground",
    "MapShape",
    "ancestors_of",
    "at_path",
    "at_paths",
    "by_code",
    "children",
    "find_at",
    "get",
    "ground",
    "homes_by_building",
    "label",
    "labels",
    "map_shapes",
    "mentioned",
    "picker",
    "roots",
    "search",
    "tops",
]
