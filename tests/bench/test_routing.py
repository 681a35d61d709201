"""The routing bench on made-up files: columns are guessed, nothing stands on both sides, a single class says so."""

import csv
import json
from pathlib import Path

import pytest
from tests.domains.requests.routing.texts import examples

from linli.bench.labelled import Labelled, read_labelled
from linli.bench.routing import measure
from linli.bench.scores import Answered, accuracy, calibration_error, macro_f1, surest
from linli.bench.splitting import flat, grouped, parts
from linli.cli.door import _spread
from linli.kernel.refusal import Invalid


def written(path: Path, names: list[str], rows: list[list[str]], encoding="utf-8-sig") -> Path:
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file).writerows([names, *rows])
    return path


def silent(*_):
    pass


@pytest.mark.parametrize("names", [["编号", "留言主题", "一级标签"], ["id", "message", "category"], ["甲", "乙", "丙"]])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_columns_are_found_whatever_they_are_called(tmp_path, names, encoding):
    rows = [[str(at), one.text, one.label] for at, one in enumerate(examples())]
    found = read_labelled([written(tmp_path / "given.csv", names, rows, encoding)])
    assert [(one.text, one.label) for one in found] == [(text, label) for _, text, label in rows]


def test_title_and_words_are_one_text_and_cut_ones_are_known(tmp_path):
    rows = [["电梯坏了", "两天没人来修", "房屋"], ["垃圾", "三 天 没 有 清 运 了 没 人 管", "环境"]] * 2
    found = read_labelled([written(tmp_path / "given.csv", ["主题", "详情", "类别"], rows)])
    assert found[0].text == "电梯坏了 两天没人来修"
    assert [one.raw for one in found[:2]] == [True, False]


def test_a_file_without_labels_is_refused_with_its_columns(tmp_path):
    rows = [[str(at), one.text] for at, one in enumerate(examples())]
    with pytest.raises(Invalid) as refused:
        read_labelled([written(tmp_path / "given.csv", ["编号", "内容"], rows)])
    assert "given.csv" in refused.value.sentence.in_language("zh-hans")


def test_no_text_stands_in_two_parts():
    texts = [Labelled(one.text, one.label, raw=True) for one in examples()]
    twice = [Labelled(" ".join(one.text), one.label, raw=False) for one in texts]
    dealt = [{one.text.replace(" ", "") for one in flat(part)} for part in parts(grouped([*texts, *twice]))]
    assert sum(map(len, dealt)) == len({one.text for one in texts})
    assert set().union(*dealt) == {one.text for one in texts}


def test_splits_do_not_depend_on_the_order_of_the_files():
    texts = [Labelled(one.text, one.label, raw=True) for one in examples()]
    there = [{one.text for one in flat(part)} for part in parts(grouped(texts))]
    back = [{one.text for one in flat(part)} for part in parts(grouped(texts[::-1]))]
    assert there == back


def test_every_figure_is_said_of_files_of_ones_own(tmp_path):
    rows = [[one.text, one.label] for one in examples()]
    file = written(tmp_path / "given.csv", ["内容", "类别"], rows)
    found = {one["figure"]: one for one in measure([file], [], progress=silent)}
    assert found["macro-F1, mean of five splits"]["goal"] == 0.94
    assert found["training, slowest split"]["met"] is True
    assert json.dumps(list(found.values()))


def test_what_is_asked_about_is_never_learned_from(tmp_path):
    rows = [[one.text, one.label] for one in examples()]
    learn = written(tmp_path / "learn.csv", ["内容", "类别"], rows)
    ask = written(tmp_path / "ask.csv", ["内容", "类别"], rows[::3])
    found = {one["figure"]: one["value"] for one in measure([learn], [ask], progress=silent)}
    assert found["texts learned from, a split"] < len(rows) - len(rows[::3]) + 1


def test_one_class_says_what_is_missing(tmp_path):
    rows = [[one.text, one.label] for one in examples("home.lift")]
    with pytest.raises(Invalid) as refused:
        measure([written(tmp_path / "given.csv", ["内容", "类别"], rows)], [], progress=silent)
    assert "home.lift" in refused.value.sentence.in_language("zh-hans")


def test_scores_are_as_defined():
    some = [Answered("", "a", "a", 0.9), Answered("", "a", "b", 0.6), Answered("", "b", "b", 0.8)]
    assert macro_f1(some) == pytest.approx(2 / 3)
    assert accuracy(surest(some, 2 / 3)) == 1
    assert calibration_error(some, bins=1) == pytest.approx(abs(2.3 / 3 - 2 / 3))


def test_several_files_may_follow_one_option():
    given = ["routing", "--train", "a", "b", "--test", "c", "--json"]
    spread = ["routing", "--train", "a", "--train", "b", "--test", "c", "--json"]
    assert list(_spread(given, ("--train", "--test"))) == spread
