"""Points, boxes and datums; projection of GeoJSON to SVG paths."""
