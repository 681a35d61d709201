"""Routing (分类派单建议): what a new request is about and who could answer it, suggested to the desk with its reasons.

Promises: rules of the office come first, the learned model second; neither ever acts by itself; whatever is not sure
says so and leaves it to a person; a model learns from what people decided here and from nothing else.
"""
