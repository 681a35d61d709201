"""Points, outlines and datums; outlines drawn flat as SVG paths. Pure functions, no database, no network.

`datums.convert` between WGS-84, GCJ-02 and BD-09; `outlines.read_outline` checks GeoJSON and answers what it holds;
`drawing.sheet_for` projects it onto a page; `simplifying.simplify` leaves out what nobody would see.
"""
