"""The bench of verifying writes a log, believes it, and yields each figure with its size and goal."""

from linli.bench import verifying


def test_every_figure_is_yielded_of_a_log_that_is_believed():
    figures = list(verifying.measure(3, progress=lambda done, of, what: None))
    assert [one["figure"] for one in figures] == [
        "limit: SHA-256 of each entry",
        "an entry, with all checks",
        "verified whole",
    ]
    assert {one["size"] for one in figures} == {300}
    assert (figures[-1]["goal"], figures[-1]["unit"]) == (300_000, "entries/s")
    assert figures[-1]["value"] > 0
