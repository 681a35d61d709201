"""A model tells made-up texts apart, says which words decided, and says no in words where it cannot learn."""

import numpy as np
import pytest
from tests.domains.requests.routing.texts import SAID, examples

from linli.domains.requests.routing.learned.calibrating import calibration_error, certainty_of, confidences
from linli.domains.requests.routing.learned.groups import groups
from linli.domains.requests.routing.learned.rows import BUCKETS
from linli.domains.requests.routing.learned.storing import from_bytes, to_bytes
from linli.domains.requests.routing.learned.training import Example, train
from linli.kernel.refusal import Invalid


@pytest.fixture(scope="module")
def trained():
    return train(examples())


def test_new_words_about_a_known_thing_are_told(trained):
    assert trained.model.answer("我们这栋的电梯今天又不动了").label == "home.lift"
    assert trained.model.answer("门口垃圾没有人收").label == "street.rubbish"


def test_the_words_that_decided_stand_in_the_text_and_speak_for_the_label(trained):
    answer = trained.model.answer("老人说电梯轿厢不动了")
    assert answer.reasons[0] == "电梯"
    assert all(word in "老人说电梯轿厢不动了" for word in answer.reasons)


def test_a_text_about_nothing_is_less_sure(trained):
    _, (plain, empty) = trained.model.answers(["电梯坏了没人修电梯", "你好谢谢"])
    assert 0 < empty < plain < 1


def test_confidence_is_the_share_that_was_right():
    random = np.random.default_rng(0)
    lead = random.uniform(0, 4, 20_000)
    right = random.uniform(size=len(lead)) < 1 / (1 + np.exp(0.5 - 1.5 * lead))
    margins = np.column_stack([lead, np.zeros(len(lead))]).astype(np.float32)
    found = certainty_of(margins, np.where(right, 0, 1).astype(np.int32))
    assert (found.steepness, found.start) == pytest.approx((1.5, -0.5), abs=0.1)
    assert calibration_error(confidences(margins, found), right) < 0.02


def test_where_all_was_right_confidence_is_still_a_chance():
    found = certainty_of(np.array([[1, 0]] * 40, dtype=np.float32), np.zeros(40, dtype=np.int32))
    assert 0.9 < confidences(np.array([[1, 0]], dtype=np.float32), found)[0] < 1


def test_the_same_texts_give_the_same_model(trained):
    assert np.array_equal(train(examples()).model.weights, trained.model.weights)


def test_a_model_kept_and_brought_back_answers_alike(trained):
    again = from_bytes(to_bytes(trained.model))
    texts = [each for some in SAID.values() for each in some]
    assert again.labels == trained.model.labels
    (labels, given), (before, sure) = again.answers(texts), trained.model.answers(texts)
    assert labels == before
    assert given == pytest.approx(sure, abs=0.02)


def test_a_kept_model_holds_no_word_of_anybody(trained):
    import io
    import zlib

    parts = np.load(io.BytesIO(zlib.decompress(to_bytes(trained.model))), allow_pickle=False)
    kinds = {name: parts[name].dtype.kind for name in parts.files}
    assert kinds.pop("labels") == "U"
    assert set(kinds.values()) <= {"i", "f"}
    assert trained.model.weights.shape[0] == BUCKETS


def test_one_class_alone_is_refused_with_what_to_do():
    with pytest.raises(Invalid) as refused:
        train(examples("home.lift"))
    assert "home.lift" in str(refused.value.sentence.in_language("en"))
    assert "请补充其他类别" in refused.value.sentence.in_language("zh-hans")


def test_too_few_texts_are_refused():
    with pytest.raises(Invalid):
        train([Example("电梯坏了", "home.lift"), Example("垃圾没清", "street.rubbish")])
    with pytest.raises(Invalid):
        train([])


def test_a_label_with_too_few_texts_is_left_out_and_named():
    found = train([*examples("home.lift", "street.rubbish"), Example("自来水发黄", "utilities.water")])
    assert found.left_out == ("utilities.water",)
    assert "utilities.water" not in found.model.labels


def test_labels_without_sense_leave_everything_to_a_person():
    texts = [example.text for example in examples()]
    found = train([Example(text, "ab"[at * 7919 % 13 % 2]) for at, text in enumerate(texts)])
    assert found.covered < 0.5
    assert found.accuracy < 0.9


def test_near_identical_texts_are_one_group_and_others_are_not():
    one = "三号楼电梯停在半层已经两天了老人上下楼很不方便请尽快修理"
    cut = "三号楼 电梯 停在 半层 已经 两天 老人 上下楼 很不方便 尽快 修理"
    found = groups([one, "小广场音响太吵晚上睡不着觉希望有人管一管", cut])
    assert found[0] == found[2] != found[1]


def test_texts_without_a_chinese_character_do_not_fall_over(trained):
    assert trained.model.answer("").reasons == ()
    assert trained.model.answer("🙂 12345 !!").label in trained.model.labels
