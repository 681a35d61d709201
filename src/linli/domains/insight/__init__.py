"""What a neighbourhood says, counted so that nobody can tilt it. Reads every other room, is read by none.

Words: the opinion *digest* (舆情) of a place and a week says what *rises*, compared with weeks before; how much of it
shares one *wording*; who is *heard* less than their number; and how well its messages are sorted, by a *sample* that
a person checked. It is *frozen*: its numbers are an entry of the public record, and are computed again by whoever
doubts. Promises: every request counts, none can be left out; what may not be told of few is suppressed, and the
suppression said.
"""
