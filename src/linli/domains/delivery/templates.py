"""The words messages are made of, declared as data by the domains that send them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from linli.kernel.words import Words

BLANK = re.compile(r"{(\w+)}")
Shows = Mapping[str, Callable[[Any], object]]
Fetch = Callable[[Mapping[str, Any]], Mapping[str, Any]]
Reach = Callable[[UUID], str | None]


@dataclass(frozen=True, slots=True)
class Template:
    """How one kind of message reads: in the inbox, as an e-mail's subject, and as a text message.

    `shows` turns a coded parameter into what people read (a state's code into its words). `fetch` completes the
    parameters when the message leaves, for what must not be stored (a sign-in code); `reach` answers where such a
    message goes, or None where that is gone.
    """

    key: str
    words: Words
    subject: Words | None = None
    sms: Words | None = None
    shows: Shows = field(default_factory=dict)
    fetch: Fetch | None = None
    reach: Reach | None = None

    @property
    def channels(self) -> list[str]:
        """The codes of the ways out that it has words for."""
        brief = ["sms", "wechat"] if self.sms is not None else []
        return brief + (["email"] if self.subject is not None else [])

    def read(self, params: Mapping[str, Any]) -> dict[str, Any]:
        """The parameters as people read them."""
        known = {**params, **(self.fetch(params) if self.fetch else {})}
        return {name: self.shows[name](value) if name in self.shows else value for name, value in known.items()}

    def sentence(self, params: Mapping[str, Any]) -> Words:
        """The message for the inbox and the e-mail's body."""
        return self.words.fill(**self.read(params))

    def sms_params(self, params: Mapping[str, Any], *, language: str) -> list[str]:
        """Values for the gateway's numbered blanks, in their order."""
        known = self.read(params)
        return [_plain(known[name], language) for name in BLANK.findall(self._sms_text(language))]

    def gateway_text(self, language: str) -> str:
        """The text to have approved at the gateway: blanks numbered from {1}."""
        numbers = iter(range(1, 100))
        return BLANK.sub(lambda _: f"{{{next(numbers)}}}", self._sms_text(language))

    def _sms_text(self, language: str) -> str:
        if self.sms is None:
            raise LookupError(f"{self.key} has no text message")
        return self.sms.zh if language.startswith("zh") else self.sms.en


def _plain(value: object, language: str) -> str:
    return value.in_language(language) if isinstance(value, Words) else str(value)


_templates: dict[str, Template] = {}


def register_template(
    key: str,
    words: Words,
    *,
    subject: Words | None = None,
    sms: Words | None = None,
    shows: Shows | None = None,
    fetch: Fetch | None = None,
    reach: Reach | None = None,
) -> Template:
    """Declares the message `key`; with `subject` it may go by e-mail, with `sms` by text message.

    Gateways approve texts beforehand: keep `sms` free of blanks, or its values short (many accounts allow six
    characters) and never an address of a page.
    """
    declared = Template(key, words, subject, sms, shows or {}, fetch, reach)
    if _templates.setdefault(key, declared) != declared:
        raise ValueError(f"Two templates are called {key}")
    return declared


def template(key: str) -> Template:
    """The template called `key`; LookupError where no domain declared it."""
    try:
        return _templates[key]
    except KeyError:
        raise LookupError(f"No domain declared the message {key}") from None


def templates() -> tuple[Template, ...]:
    """Every template, by key: what an operator has approved at the gateway."""
    return tuple(_templates[key] for key in sorted(_templates))
