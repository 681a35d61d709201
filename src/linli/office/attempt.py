"""Tries one act with what a form sent: done, or refused in words with everything that was typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest

from linli.domains.matters.attachments import read_uploads
from linli.domains.matters.engine import NewFile, perform
from linli.domains.matters.queries import Matter, choices_for
from linli.domains.people.actor import Actor
from linli.kernel.lifecycle import Transition
from linli.kernel.lifecycle.forms import TransitionForm, form_for
from linli.kernel.refusal import Invalid, Refusal
from linli.kernel.words import Words, say
from linli.office.showing import state_of

BLANK = "____"
UNFILLED = say(
    "A blank is still open (____). Fill it in or take it out, then send it.", "还有没填的空（____），请填好或删去再发。"
)
SHOWS = ("before", "after")
MEND = say("Please mend what is marked below.", "请按下面的提示修改。")


@dataclass(frozen=True)
class Attempt:
    """What came of it: the matter as it now stands, or the refusal, with its sentence in the form."""

    form: TransitionForm
    done: Matter | None
    refusal: Refusal | None

    @property
    def told(self) -> Words:
        """What to tell whoever did it."""
        assert self.done is not None  # noqa: S101 - asked only of what was done
        return say(
            "“{act}” is done. {number} is now “{state}”.",
            "“{act}”已办好，{number} 现在是“{state}”。",
            act=self.form.transition.words,
            number=self.done.number,
            state=state_of(self.done.kind, self.done.state).words,
        )


def attempt(request: HttpRequest, matter: Matter, what: type[Transition], *, by: Actor, at: datetime) -> Attempt:
    """Performs the act with the details sent, on the version the page showed; none at all is an old one."""
    form = form_for(what, choices=choices_for(matter))(request.POST, auto_id="act_%s")
    given = request.POST.get("version", "")
    try:
        if not form.is_valid() or _blanks(form):
            raise Invalid(MEND)
        files = _files(request, matter, what, at=at)
        version = int(given) if given.isdecimal() else 0
        return Attempt(form, perform(matter.pk, form.details(), by=by, at=at, version=version, files=files), None)
    except Refusal as refusal:
        if not form.errors:
            form.add_error(None, str(refusal.sentence))
        return Attempt(form, None, refusal)


def _blanks(form: TransitionForm) -> bool:
    """Whether words of a wording were left unfinished; said at their field."""
    unfinished = [name for name in form.transition.sealed_fields() if BLANK in form.cleaned_data.get(name, "")]
    for name in unfinished:
        form.add_error(name, str(UNFILLED))
    return bool(unfinished)


def _files(request: HttpRequest, matter: Matter, what: type[Transition], *, at: datetime) -> Sequence[NewFile]:
    """What was added; with an act that shows work, photos from before and after it in fields of their own."""
    files = read_uploads(request.FILES.getlist("files"), kind=matter.kind, at=at)
    for shows in SHOWS if what.shows_work else ():
        files += read_uploads(request.FILES.getlist(f"files_{shows}"), kind=matter.kind, at=at, shows=shows)
    return files
