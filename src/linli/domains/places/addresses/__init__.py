"""Addresses as people write them, taken apart and brought to one way of writing: 三号楼二单元301 is 3号楼2单元301室.

Words: the *ground* is what stands before the building (road and number, compound); the *door* is building, entrance,
floor and room. Promises: reading never raises; what is not understood stays in `rest`, so nothing is lost or made up.
"""

from linli.domains.places.addresses.address import Address
from linli.domains.places.addresses.reading import read_address

__all__ = ["Address", "read_address"]
