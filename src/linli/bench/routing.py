"""How well routing tells what a message is about: learned on one part of labelled texts, asked about another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean, pstdev
from time import process_time

from linli.bench.figures import Figure, Measured, Progress, figure
from linli.bench.labelled import Labelled, read_labelled
from linli.bench.scores import Answered, accuracy, calibration_error, macro_f1, surest
from linli.bench.splitting import SPLITS, asked_about, flat, grouped, parts
from linli.bench.texts import folder
from linli.domains.requests.routing.learned.model import Model
from linli.domains.requests.routing.learned.training import Example, train
from linli.kernel.refusal import Invalid
from linli.kernel.words import say

LABELLED = ("messages_labelled.csv", "messages_labelled_tokens.csv")
COVERED = 0.85
CURVE = (0.125, 0.25, 0.5)
FEWEST = 100
Groups = list[list[Labelled]]


@dataclass(frozen=True, slots=True)
class Run:
    """One split: what it was asked and how sure it had to be, how long its training took, and its model."""

    answers: list[Answered]
    model: Model
    seconds: float


@dataclass(frozen=True, slots=True)
class Split:
    """Groups to learn from, and groups to be asked about; no group is in both."""

    learned: Groups
    asked: Groups


def measure(train_on: Sequence[Path], test_on: Sequence[Path], *, progress: Progress) -> Iterator[Figure]:
    """Every figure, its size the number of texts asked about; without files those of the real messages at hand."""
    found = list(_measure(train_on, test_on, progress))
    return (figure("routing", one, size=int(found[0].value)) for one in found)


def _measure(train_on: Sequence[Path], test_on: Sequence[Path], progress: Progress) -> Iterator[Measured]:
    splits = _splits(read_labelled(train_on or _at_hand()), read_labelled(test_on))
    runs = []
    for number, split in enumerate(splits):
        progress(number, len(splits), "splits")
        runs.append(_run(split))
    answers = [one for run in runs for one in run.answers]
    yield from _counted(splits, answers)
    yield from _quality(_each(runs, asked_once=bool(test_on)), answers)
    yield from _where_sure(runs)
    yield Measured("training, slowest split", max(run.seconds for run in runs), "s CPU", 60)
    speed = _speed(runs[0].model, [one.text for one in answers])
    yield Measured("classification, of one core", speed, "texts/s", 1000, least=True)
    for share in CURVE:
        progress(0, 1, f"learning curve {share}")
        yield from _learned_from(share, splits)


def _learned_from(share: float, splits: Sequence[Split]) -> Iterator[Measured]:
    """One point of the learning curve; none where a share of so few texts teaches nothing."""
    few = [Split(_some(split.learned, share), split.asked) for split in splits]
    if min(len(split.learned) for split in few) >= FEWEST:
        mean = fmean(macro_f1(_run(split).answers) for split in few)
        yield Measured(f"macro-F1, learned from {share:.1%} of it", mean, "")


def _at_hand() -> list[Path]:
    found = [folder() / name for name in LABELLED if (folder() / name).exists()]
    if not found:
        raise Invalid(
            say(
                "There are no labelled texts at hand: name files with --train, or set LINLI_DATA.",
                "没有可用的带标签文本：请用 --train 指定文件，或设置 LINLI_DATA。",
            )
        )
    return found


def _splits(texts: Sequence[Labelled], tests: Sequence[Labelled]) -> list[Split]:
    """Five fixed ones; with texts of their own to be asked about a single one, without whatever stands in both."""
    if tests:
        marked = {id(one) for one in tests}
        both = grouped([*texts, *tests])
        asked = [[one for one in group if id(one) in marked] for group in both]
        new = [group for group in both if not any(id(one) in marked for one in group)]
        return [Split(new, [group for group in asked if group])]
    dealt = parts(grouped(texts))
    raw = any(one.raw for one in texts)
    return [
        Split(
            [group for other in dealt if other is not part for group in other],
            [group for group in part if not raw or any(one.raw for one in group)],
        )
        for part in dealt
    ]


def _run(split: Split) -> Run:
    start = process_time()
    model = train([Example(one.text, one.label, one.raw) for one in flat(split.learned)]).model
    taken = process_time() - start
    asked = asked_about(split.asked)
    said, confidences = model.answers([one.text for one in asked])
    answers = [
        Answered(one.text, one.label, label, float(confidence))
        for one, label, confidence in zip(asked, said, confidences, strict=True)
    ]
    return Run(answers, model, taken)


def _each(runs: Sequence[Run], *, asked_once: bool) -> list[list[Answered]]:
    """The answers split by split; of a single run, in five fixed fifths."""
    if not asked_once:
        return [run.answers for run in runs]
    fifths = [runs[0].answers[at::SPLITS] for at in range(SPLITS)]
    return [fifth for fifth in fifths if fifth]


def _counted(splits: Sequence[Split], answers: Sequence[Answered]) -> Iterator[Measured]:
    everything = splits[0].learned + splits[0].asked
    differ = sum(len({one.label for one in group}) > 1 for group in everything)
    yield Measured("texts asked about, in all", len(answers), "texts")
    yield Measured("texts learned from, a split", fmean(len(flat(split.learned)) for split in splits), "texts")
    yield Measured("the same text under two labels", differ, "texts")


def _quality(each: Sequence[Sequence[Answered]], answers: Sequence[Answered]) -> Iterator[Measured]:
    scores = [macro_f1(some) for some in each]
    yield Measured("macro-F1, mean of five splits", fmean(scores), "", 0.94, least=True)
    yield Measured("macro-F1, spread (standard deviation)", pstdev(scores), "")
    yield Measured("macro-F1, least of five", min(scores), "")
    yield Measured("accuracy", accuracy(answers), "")
    yield Measured(f"accuracy of the surest {COVERED:.0%}", accuracy(surest(answers, COVERED)), "", 0.97, least=True)
    yield Measured("calibration error", calibration_error(answers), "", 0.03)


def _where_sure(runs: Sequence[Run]) -> Iterator[Measured]:
    """What the desk sees: suggested only above the confidence that was found in training."""
    sure = [one for run in runs for one in run.answers if one.confidence >= run.model.sure_from]
    yield Measured("share suggested, the rest left to a person", len(sure) / sum(len(run.answers) for run in runs), "")
    if sure:
        yield Measured("accuracy of what is suggested", accuracy(sure), "")


def _some(learned: Groups, share: float) -> Groups:
    return parts(learned, number=round(1 / share))[0]


def _speed(model: Model, texts: Sequence[str]) -> float:
    """Texts a second of one core's time, words found and all; two processes share nothing: two cores do twice that."""
    start = process_time()
    model.answers(texts)
    return len(texts) / (process_time() - start)
