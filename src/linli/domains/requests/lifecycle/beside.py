"""What goes on beside a request's life, without moving it: whistles, exclusions, what is hidden from neighbours."""

from linli.domains.requests.lifecycle.exclusion import EXCLUDING
from linli.domains.requests.lifecycle.hiding import HIDING_ACTS
from linli.domains.requests.lifecycle.whistle import WHISTLING

BESIDE = (*WHISTLING, *EXCLUDING, *HIDING_ACTS)
"""As they stand in the request's table."""
