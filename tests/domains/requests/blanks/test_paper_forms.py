"""Paper forms: each printed with a number of its own, typed in once, with the same effect as any report."""

from __future__ import annotations

import io
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from tests.kernel.conftest import at_once
from tests.neighbourhood import MONDAY, build, staff_member

from linli.domains.matters.models import Matter
from linli.domains.people.models import Account
from linli.domains.places.models import Place
from linli.domains.requests.actions import Reporter
from linli.domains.requests.blanks.actions import MOST, print_forms, print_poster, report_from_paper
from linli.domains.requests.blanks.models import PaperForm
from linli.domains.requests.blanks.numbers import number_of, read_number
from linli.domains.requests.blanks.queries import place_of
from linli.domains.requests.blanks.refusals import TypedAlready
from linli.domains.requests.lifecycle.request import Report
from linli.domains.requests.models import Request
from linli.kernel.refusal import Invalid, NotAllowed, Refusal

__all__ = ["at_once"]
LINK = "https://linli.example/report/?at=x"


@pytest.fixture
def here(neighbourhood):
    rights = {"people.act_for", "people.find", "people.register", "requests.read"}
    neighbourhood.worker = staff_member(neighbourhood, "worker", "committee", rights)
    return neighbourhood


@pytest.fixture
def print_some(here):
    def printed(copies=1, *, place=None, by=None, language="zh"):
        where = (place or here.places["building"]).pk
        pdf = print_forms(where, copies=copies, link=LINK, by=by or here.worker, language=language, at=MONDAY)
        return PdfReader(io.BytesIO(pdf))

    return printed


def words_of(page) -> str:
    return "".join(page.extract_text().split())


def typed(here, form, *, by=None, text="楼道灯坏了"):
    details = Report(text=text, place=here.building, category="home.property")
    return report_from_paper(form, details, by=by or here.worker, at=MONDAY, reporter=Reporter(name="张示例"))


@given(st.integers(1, 10**12))
def test_a_number_reads_back_however_it_is_written(form):
    number = number_of(form)
    wide = number.translate({ord(sign): ord(sign) + 0xFEE0 for sign in "0123456789ZB-"})
    assert read_number(number) == form
    assert [read_number(way) for way in (number.lower(), number[3:], wide, f" {number} ")] == [form] * 4


@given(st.integers(1, 10**6), st.data())
def test_one_digit_miscopied_or_two_swapped_is_noticed(form, data):
    digits = list(number_of(form)[3:].replace("-", ""))
    at = data.draw(st.integers(0, len(digits) - 2))
    wrong, swapped = digits.copy(), digits.copy()
    wrong[at] = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != digits[at]]))
    swapped[at], swapped[at + 1] = digits[at + 1], digits[at]
    for slip in (wrong, swapped):
        if slip != digits:
            with pytest.raises(Invalid):
                read_number("".join(slip))


@pytest.mark.parametrize("wrong", ["", "ZB", "12", "SQ26-000123", "ZB-" + "9" * 40, "ZB-00001٢-3"], ids=repr)
def test_what_is_no_number_is_said(wrong):
    with pytest.raises(Invalid, match="no form's number"):
        read_number(wrong)


def test_every_form_is_one_page_with_its_number_its_place_and_the_consent(here, print_some):
    reader = print_some(3)
    forms = PaperForm.objects.order_by("pk")
    assert len(reader.pages) == 3
    for page, form in zip(reader.pages, forms, strict=True):
        words = words_of(page)
        assert number_of(form.pk) in words
        assert "柳荫社区3号楼" in words
        assert "柳荫社区居委会收集上面的姓名" in words
        assert "《个人信息保护法》" in words
    assert {(form.place_id, form.printed_by_id) for form in forms} == {(here.building, here.worker.account)}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_long_name_still_fits_one_page(here, print_some, language):
    Place.objects.filter(pk=here.building).update(name="示" * 40, name_en="Long " * 16)
    assert len(print_some(2, language=language).pages) == 2


def test_a_poster_is_one_page_and_costs_no_number(here):
    pdf = print_poster(here.building, link=LINK, by=here.worker, language="zh", at=MONDAY)
    (page,) = PdfReader(io.BytesIO(pdf)).pages
    assert "柳荫社区3号楼" in words_of(page)
    assert "12345" in words_of(page)
    assert not PaperForm.objects.exists()


@pytest.mark.parametrize("copies", [0, -1, MOST + 1])
def test_none_or_too_many_at_once_are_refused(print_some, copies):
    with pytest.raises(Invalid):
        print_some(copies)
    assert not PaperForm.objects.exists()


def test_forms_are_printed_for_ones_own_area_with_the_right(here, print_some):
    for by, place in ((here.worker, here.places["poplar"]), (here.desk, None), (here.resident, None)):
        with pytest.raises(NotAllowed):
            print_some(place=place, by=by)
    assert not PaperForm.objects.exists()


def test_nothing_is_printed_for_a_home_or_a_place_out_of_use(here, print_some):
    Place.objects.filter(pk=here.building).update(active_until=MONDAY)
    with pytest.raises(Invalid):
        print_some()
    Place.objects.filter(pk=here.building).update(active_until=None, kind="home")
    with pytest.raises(Invalid):
        print_some()


def test_a_form_typed_in_is_a_request_that_came_on_paper(here, print_some):
    print_some()
    form = PaperForm.objects.get()
    done = typed(here, form.pk, by=replace(here.worker, channel="phone"))
    form.refresh_from_db()
    assert form.matter_id == done.matter.pk
    assert Request.objects.get().channel == "paper"
    assert place_of(form.pk, by=here.worker).id == here.building


def test_typed_in_again_it_leads_to_the_first_and_nothing_is_doubled(here, print_some):
    print_some()
    form = PaperForm.objects.get().pk
    first = typed(here, form).matter
    with pytest.raises(TypedAlready) as refused:
        typed(here, form, text="别的话")
    assert refused.value.number == first.number
    assert Matter.objects.filter(kind="request").count() == 1


def test_whoever_may_not_read_the_first_is_not_told_its_number(here, print_some):
    print_some()
    form = PaperForm.objects.get().pk
    typed(here, form)
    blind = staff_member(here, "blind", "property", {"people.act_for", "people.register"})
    with pytest.raises(TypedAlready) as refused:
        typed(here, form, by=blind)
    assert refused.value.number == ""


def test_a_form_of_another_community_or_of_nobody_is_not_known(here, print_some):
    print_some()
    form = PaperForm.objects.get().pk
    far = replace(
        here.worker, posts=tuple(replace(post, area=here.places["poplar"].path) for post in here.worker.posts)
    )
    for by, number in ((far, form), (here.desk, form), (here.worker, form + 1000)):
        with pytest.raises(Invalid):
            typed(here, number, by=by)
    assert not Matter.objects.exists()


@pytest.mark.fault
@pytest.mark.django_db(transaction=True)
def test_typed_in_by_several_at_once_it_is_one_request(at_once):
    here = build()
    worker = staff_member(here, "worker", "committee", {"people.act_for", "people.register", "requests.read"})
    form = PaperForm.objects.create(place=here.places["building"], printed_at=MONDAY).pk
    assert Account.objects.filter(pk=worker.account).exists()

    def type_in(_):
        with suppress(Refusal):
            return typed(here, form, by=worker)

    done = [each for each in at_once(type_in, range(4)) if each]
    assert len(done) == 1
    assert Matter.objects.filter(kind="request").count() == 1
