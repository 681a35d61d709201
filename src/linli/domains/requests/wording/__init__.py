"""Wordings a unit answers with often: filled into a form for somebody to read and complete, never sent by themselves.

Promises: they belong to one unit and only its people see them; a blank left open (four underscores) is never sent.
"""
