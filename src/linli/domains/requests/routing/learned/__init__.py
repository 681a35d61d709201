"""The learned half of routing: a linear model over words and pairs of characters, made of this deployment's own text.

Only jobs and benches load it: it needs numpy, which a web worker never does. It keeps numbers of words, not words, so
nothing anybody wrote can be read out of a stored model.
"""
