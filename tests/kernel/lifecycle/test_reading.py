"""What was sent is read, or refused with a sentence for each field that repeats nothing of what was typed."""

from typing import Annotated

import pytest
from pydantic import Field

from linli.kernel.lifecycle import Detail, FreeText, Transition, Who
from linli.kernel.lifecycle.reading import read_details
from linli.kernel.refusal import Invalid
from linli.kernel.words import Vocabulary, say


class Size(Vocabulary):
    SMALL = "small", "Small", "小"


class Write(Transition):
    words = say("Write", "写")
    who = Who(say("anyone", "任何人"), lambda actor, matter: True)
    text: Annotated[FreeText, Field(min_length=2), Detail(say("Text", "内容"))]
    size: Annotated[Size, Detail(say("Size", "大小"))] = Size.SMALL


def test_good_details_are_read():
    assert read_details(Write, {"text": "灯坏了"}).model_dump() == {"text": "灯坏了", "size": "small"}


@pytest.mark.parametrize(
    ("sent", "field", "sentence"),
    [
        ({}, "text", "请填写。"),
        ({"text": "a"}, "text", "至少写 2 个字。"),
        ({"text": "x" * 4001}, "text", "最多 4000 字，其余可作为附件。"),
        ({"text": "灯坏了", "size": "huge"}, "size", "请从列表里选一项。"),
        ({"text": "灯坏了", "more": 1}, "more", "没有这个字段，请去掉。"),
    ],
)
def test_each_mistake_has_its_sentence(sent, field, sentence):
    with pytest.raises(Invalid) as refusal:
        read_details(Write, sent)
    assert refusal.value.fields[field].in_language("zh-hans") == sentence


def test_a_refusal_never_repeats_what_was_typed():
    typed = "13800001234" * 400
    with pytest.raises(Invalid) as refusal:
        read_details(Write, {"text": typed})
    shown = f"{refusal.value!r} {refusal.value.sentence} {refusal.value.fields} {refusal.value.__cause__!r}"
    assert "1380000" not in shown
