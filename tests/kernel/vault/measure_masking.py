"""How much of what identifies people masking finds in real messages, against labels made by reading them.

Run `python tests/kernel/vault/measure_masking.py [--json]` where the messages are at hand (LINLI_DATA, or
../shared/data beside the checkout). The labels beside this file hold offsets only, nothing of the messages.
"""

from __future__ import annotations

import csv
import json
import os
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
FILES = ("messages_replies.csv", "messages_votes.csv")
SEED = 20260302
SIZE = 200
ROUNDS = (1, 2, 3)
"""Round 1 was looked at while building, round 2 measured and then learnt from, round 3 only measured."""


class Message(NamedTuple):
    file: str
    number: str
    text: str


class Score(NamedTuple):
    """Of one kind: labels found and all labels; findings that a label touches and all findings."""

    found: int
    labelled: int
    right: int
    covered: int


def data() -> Path | None:
    folder = Path(os.environ.get("LINLI_DATA", HERE.parents[2] / "../shared/data")) / "requests-zh"
    return folder if all((folder / name).exists() for name in FILES) else None


def messages(folder: Path) -> Iterator[Message]:
    for name in FILES:
        seen = set()
        with (folder / name).open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                number = row["留言编号"]
                if number not in seen:
                    seen.add(number)
                    yield Message(name, number, f"{row['留言主题']}\n{row['留言详情']}")


def sample(folder: Path, number: int) -> list[Message]:
    everything = list(messages(folder))
    random.Random(SEED).shuffle(everything)
    return everything[(number - 1) * SIZE : number * SIZE]


def labels(number: int) -> dict[tuple[str, str], list[tuple[str, str, int, int]]]:
    marked = defaultdict(list)
    with (HERE / f"masking_labels_{number}.csv").open(newline="") as file:
        for row in csv.DictReader(file):
            place = (row["kind"], row["weight"], int(row["start"]), int(row["end"]))
            marked[row["file"], row["message"]].append(place)
    return marked


def measure(folder: Path, number: int, *, in_province: str = "") -> dict[str, Score]:
    """Scores by kind. `in_province` stands a real province's sign where the messages' owners wrote a made-up one."""
    from linli.kernel.vault.masking import mask_text

    marked = labels(number)
    found, labelled, right, covered = Counter(), Counter(), Counter(), Counter()
    for message in sample(folder, number):
        text = message.text.replace("楚", in_province) if in_province else message.text
        findings = mask_text(text).found
        places = marked.get((message.file, message.number), [])
        for kind, weight, start, end in places:
            if weight == "must":
                labelled[kind] += 1
                found[kind] += any(one.start <= start and end <= one.end for one in findings)
        for one in findings:
            covered[one.kind] += 1
            right[one.kind] += any(one.start < end and start < one.end for _, _, start, end in places)
    kinds = sorted(labelled | covered)
    return {kind: Score(found[kind], labelled[kind], right[kind], covered[kind]) for kind in kinds}


def speed(folder: Path) -> float:
    """Milliseconds of processor time per 300 characters of real messages, the best of five runs."""
    from linli.kernel.vault.masking import mask_text

    texts = [message.text for message in sample(folder, 3)]
    mask_text(texts[0])
    runs = []
    for _ in range(5):
        begun = time.process_time()
        for text in texts:
            mask_text(text)
        runs.append(time.process_time() - begun)
    return min(runs) / sum(map(len, texts)) * 300 * 1000


def lines(folder: Path) -> Iterator[dict[str, object]]:
    for number in ROUNDS:
        for kind, score in measure(folder, number).items():
            for figure, part, whole in (
                ("recall", score.found, score.labelled),
                ("precision", score.right, score.covered),
            ):
                value = round(part / whole, 3) if whole else None
                yield {
                    "bench": "masking",
                    "figure": f"{kind} {figure}, sample {number}",
                    "size": whole,
                    "value": value,
                    "unit": "share",
                    "goal": None,
                    "met": None,
                }
    value = round(speed(folder), 3)
    yield {
        "bench": "masking",
        "figure": "time per 300 characters",
        "size": SIZE,
        "value": value,
        "unit": "ms CPU",
        "goal": 0.3,
        "met": value <= 0.3,
    }


def main() -> None:
    folder = data()
    if folder is None:
        sys.exit("The messages are not here: set LINLI_DATA to the folder that holds requests-zh.")
    for line in lines(folder):
        spoken = (
            json.dumps(line) if "--json" in sys.argv else f"{line['figure']:32} {line['value']}  (of {line['size']})"
        )
        sys.stdout.write(spoken + "\n")


if __name__ == "__main__":
    main()
