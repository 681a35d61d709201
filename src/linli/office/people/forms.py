"""What is asked when an account is opened, and when somebody is appointed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.functional import lazystr

from linli.domains.people.queries import RoleSeen, Unit
from linli.domains.people.vocabulary import AccountKind
from linli.kernel.lifecycle.forms import Choice
from linli.kernel.words import Words, say
from linli.office.placing import PlacePick

KINDS = (AccountKind.STAFF, AccountKind.SERVICE)
WHICH_KIND = lazystr(say("Choose whose account it is.", "请选择账号类别。"))


def _text(label: Words, missing: Words, *, help_text: Words | None = None, most: int = 64) -> forms.CharField:
    return forms.CharField(
        label=lazystr(label),
        help_text=lazystr(help_text) if help_text else "",
        max_length=most,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": lazystr(missing)},
    )


class NewAccountForm(forms.Form):
    """Who it is for and how they sign in."""

    kind = forms.ChoiceField(
        label=lazystr(say("Whose account is it?", "给谁用的账号？")),
        choices=[(kind.value, kind.words) for kind in KINDS],
        initial=AccountKind.STAFF.value,
        widget=forms.RadioSelect,
        error_messages={"required": WHICH_KIND, "invalid_choice": WHICH_KIND},
    )
    display_name = _text(
        say("Name", "姓名"),
        say("Enter the name they act under.", "请填写姓名。"),
        help_text=say("Residents see it beside what this person does.", "此人办事时，居民会看到这个名字。"),
    )
    username = _text(
        say("Username", "账号"),
        say("Enter a username.", "请填写账号。"),
        help_text=say("Letters, figures or . _ - @, no spaces.", "字母、汉字、数字或 . _ - @，不含空格。"),
    )
    email = forms.EmailField(label=lazystr(say("Work e-mail", "工作邮箱")), required=False, max_length=254)


def day(label: Words, help_text: Words) -> forms.DateField:
    """A day, which may be left empty."""
    return forms.DateField(
        label=lazystr(label),
        help_text=lazystr(help_text),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": lazystr(say("Enter a day like 2026-03-01.", "请填写日期，如 2026-03-01。"))},
    )


class AppointForm(PlacePick):
    """Role, unit, place and period."""

    role = forms.ChoiceField(
        label=lazystr(say("Role", "角色")),
        error_messages={
            "required": lazystr(say("Choose a role.", "请选择角色。")),
            "invalid_choice": lazystr(say("Choose a role from the list.", "请从列表中选择角色。")),
        },
    )
    organisation = forms.ChoiceField(
        label=lazystr(say("Unit", "单位")),
        error_messages={
            "required": lazystr(say("Choose a unit.", "请选择单位。")),
            "invalid_choice": lazystr(say("Choose a unit from the list.", "请从列表中选择单位。")),
        },
    )
    since = day(say("From", "任期自"), say("Empty: from now on.", "不填：即日起。"))
    until = day(say("Last day", "任期至"), say("Empty: until it is ended.", "不填：直到免去。"))
    field_order = ("role", "organisation", "where", "place", "since", "until")

    def __init__(
        self, *args: Any, roles: Sequence[RoleSeen], units: Iterable[Unit], found: Sequence[Choice], **kwargs: Any
    ) -> None:
        super().__init__(*args, found=found, **kwargs)
        choose = ("", say("Choose…", "请选择"))
        self._offer("role", [choose, *((role.code, role.words) for role in roles)])
        self._offer("organisation", [choose, *((str(unit.id), unit.words) for unit in units)])

    def _offer(self, name: str, choices: Sequence[Any]) -> None:
        chosen = self.fields[name]
        assert isinstance(chosen, forms.ChoiceField)  # noqa: S101 - declared above
        chosen.choices = choices
