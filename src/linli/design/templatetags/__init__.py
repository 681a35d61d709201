"""Template tags Django finds by folder; `{% load linli %}`, or nothing: they are builtins here."""
