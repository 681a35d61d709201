"""Reporting by conversation (微信公众号): what is the matter, where, yes; then how it stands, whenever asked.

Promises: nothing is filed before a yes; a message heard twice has its effect once; who writes is a sealed address and
a person, no name; what was typed lies sealed from its first minute.
"""
