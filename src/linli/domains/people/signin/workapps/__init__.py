"""Signing in from the app staff work in all day (企业微信、钉钉): an account its owner bound once, by both factors.

Promises: no account is ever made here; a state belongs to one browser and serves once; a code serves once; who is
reset by the security administrator is bound to nothing.
"""
