"""The door for programs that speak Open311 GeoReport v2, in XML and JSON: what neighbours shared, and filing by key.

Promises: without a key an answer holds what any neighbour may read and no more; with one, masked words of what its
account may read. A private request and one that never was look the same. No XML is read, only written; nothing is
fetched from an address somebody sent.
"""
