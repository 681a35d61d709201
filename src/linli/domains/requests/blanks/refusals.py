"""Why a paper form is refused."""

from __future__ import annotations

from linli.kernel.refusal import Invalid, Refusal
from linli.kernel.words import Words, say


def too_many(most: int) -> Invalid:
    """More copies than anybody hands out at once, or none."""
    sentence = say("Print 1 to {most} at a time.", "每次打印 1 至 {most} 份。", most=most)
    return Invalid(sentence, fields={"copies": sentence})


def not_handed_out(place: Words) -> Invalid:
    """Forms lie in communities, grids and buildings: what is printed for a home would say who lives there."""
    sentence = say(
        "Forms are printed for a community, a grid or a building in use, not for {place}. Choose one of those.",
        "登记表按在用的社区、网格或楼栋打印，不能为“{place}”打印，请另选。",
        place=place,
    )
    return Invalid(sentence, fields={"place": sentence})


def never_printed() -> Invalid:
    """No such form in the areas of whoever types it in."""
    sentence = say(
        "No form with this number was printed in your area. Check the number, or leave it empty and file it.",
        "你的辖区没有打印过这个编号的登记表，请核对编号；没有编号就留空，照样可以登记。",
    )
    return Invalid(sentence, fields={"paper": sentence})


class TypedAlready(Refusal):
    """The form is a request already; `number` is that request's where the reader may see it."""

    code = "form_typed_already"

    def __init__(self, number: str = "") -> None:
        sentence = (
            say("This form was typed in already: it is {number}.", "这张表已经登记过了，就是 {number}。", number=number)
            if number
            else say(
                "This form was typed in already by somebody else. Nothing needs to be done with it.",
                "这张表其他同事已经登记过了，不用再登记。",
            )
        )
        super().__init__(sentence)
        self.number = number
        self.fields = {"paper": sentence}
