"""Codes: one form of number, sent to anyone alike, tried at most so often, right at most once, stored nowhere."""

import threading
from datetime import timedelta

import pytest
from django.db import connection, connections
from django.utils import translation

from linli.domains.people.signin import codes
from linli.domains.people.signin.codes import ask_code, check_code, code_of, phone_of, sweep
from linli.domains.people.signin.models import Challenge, LogLine
from linli.domains.people.signin.phones import mainland_mobile
from linli.kernel.refusal import Invalid, Refusal, TooMany

from .conftest import HERE, NOON, PHONE, elsewhere, later


@pytest.fixture(autouse=True)
def announced(monkeypatch):
    heard = []
    monkeypatch.setattr(codes, "announce", lambda name, **given: heard.append((name, given)))
    return heard


def wrong_for(challenge) -> str:
    return f"{(int(code_of(challenge)) + 1) % 10**6:06}"


@pytest.mark.parametrize(
    "typed", ["13800000001", " 138 0000 0001 ", "+86 138-0000-0001", "008613800000001", "１３８０００００００１"]
)
def test_a_number_is_understood_however_it_is_typed(typed):
    assert mainland_mobile(typed) == PHONE


@pytest.mark.parametrize("typed", ["", "1380000000", "12800000001", "138000000011", "abc", "+1 212 555 0100"])
def test_what_is_no_mobile_number_is_refused_with_an_example(typed):
    with pytest.raises(Invalid, match="11-digit"):
        mainland_mobile(typed)


@pytest.mark.django_db
def test_the_right_code_answers_with_the_phone_once():
    challenge = ask_code(PHONE, visit=HERE, at=NOON)
    assert check_code(challenge, code_of(challenge), visit=HERE, at=later(minutes=1)) == PHONE
    with pytest.raises(Invalid, match="no longer works"):
        check_code(challenge, code_of(challenge), visit=HERE, at=later(minutes=1))
    assert phone_of(challenge) is None


@pytest.mark.django_db
def test_a_code_may_be_typed_with_spaces_or_wide_figures():
    challenge = ask_code(PHONE, visit=HERE, at=NOON)
    wide = code_of(challenge).translate({ord("0") + n: ord("０") + n for n in range(10)})
    assert check_code(challenge, f" {wide[:3]} {wide[3:]}", visit=HERE, at=NOON) == PHONE


@pytest.mark.django_db
def test_a_wrong_code_says_how_many_tries_are_left_and_five_end_it():
    challenge = ask_code(PHONE, visit=HERE, at=NOON)
    said = []
    for _ in range(5):
        with pytest.raises(Invalid) as refused:
            check_code(challenge, wrong_for(challenge), visit=HERE, at=NOON)
        said.append(refused.value.sentence.in_language("en"))
    assert "4 more times" in said[0]
    assert "no longer works" in said[4]
    with pytest.raises(Invalid, match="no longer works"):
        check_code(challenge, code_of(challenge), visit=HERE, at=NOON)


@pytest.mark.django_db
def test_a_code_holds_five_minutes():
    challenge = ask_code(PHONE, visit=HERE, at=NOON)
    with pytest.raises(Invalid, match="no longer works"):
        check_code(challenge, code_of(challenge), visit=HERE, at=later(minutes=5))


@pytest.mark.django_db
def test_a_challenge_that_never_was_is_answered_like_a_stale_one():
    with pytest.raises(Invalid, match="no longer works"):
        check_code(Challenge(asked_at=NOON, until=NOON).id, "123456", visit=HERE, at=NOON)


@pytest.mark.django_db
def test_a_phone_gets_a_code_every_thirty_seconds_and_five_an_hour():
    times = [later(seconds=31 * n) for n in range(5)]
    for at in times:
        ask_code(PHONE, visit=HERE, at=at)
    with pytest.raises(TooMany):
        ask_code(PHONE, visit=elsewhere(1), at=times[-1] + timedelta(seconds=5))
    with pytest.raises(TooMany):
        ask_code(PHONE, visit=elsewhere(2), at=times[-1] + timedelta(minutes=2))


@pytest.mark.django_db
def test_guesses_at_one_phone_are_bounded_over_all_its_codes():
    refused = []
    for n in range(6):
        challenge = ask_code(PHONE, visit=elsewhere(n), at=later(minutes=13 * n))
        for _ in range(5):
            with pytest.raises(Refusal) as answer:
                check_code(challenge, wrong_for(challenge), visit=elsewhere(n), at=later(minutes=13 * n))
            refused.append(type(answer.value))
    assert refused == [Invalid] * 20 + [TooMany] * 10


@pytest.mark.django_db
def test_code_and_phone_stand_nowhere_in_the_database(announced):
    challenge = ask_code(PHONE, visit=HERE, at=NOON)
    with connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(c)::text FROM signin_challenge c")
        (row,) = cursor.fetchone()
        cursor.execute("SELECT string_agg(row_to_json(l)::text, '') FROM signin_logline l")
        (log,) = cursor.fetchone()
    for secret in (PHONE, code_of(challenge), PHONE.encode().hex(), code_of(challenge).encode().hex()):
        assert secret not in row + log + str(announced)


@pytest.mark.django_db
def test_the_code_depends_on_a_key_outside_the_database(settings):
    challenge = ask_code(PHONE, visit=HERE, at=NOON)
    before = [code_of(challenge), code_of(ask_code("13800000002", visit=HERE, at=NOON))]
    settings.SIGNIN_KEY = "another key"
    assert code_of(challenge) not in before


@pytest.mark.django_db
def test_codes_spread_over_all_their_figures():
    found = {code_of(Challenge(asked_at=NOON, until=NOON).id) for _ in range(2000)}
    assert len(found) > 1990
    assert all(len(code) == 6 for code in found)
    assert any(code.startswith("0") for code in found)


@pytest.mark.django_db
def test_asking_is_announced_by_reference_only(announced):
    with translation.override("en"):
        challenge = ask_code(PHONE, visit=HERE, at=NOON)
    ((name, given),) = announced
    assert name == "signin.code_asked"
    assert given["payload"] == {"challenge": str(challenge), "language": "en"}


@pytest.mark.django_db
def test_stale_challenges_are_swept_after_a_day():
    ask_code(PHONE, visit=HERE, at=NOON)
    assert sweep(at=later(hours=24)) == 0
    assert sweep(at=later(hours=25)) == 1
    assert LogLine.objects.count() == 1


@pytest.mark.fault
@pytest.mark.django_db(transaction=True)
def test_a_hundred_guesses_at_once_get_five_tries_and_one_right_answer_wins_once():
    guessed = ask_code(PHONE, visit=HERE, at=NOON)
    known = ask_code("13800000002", visit=HERE, at=NOON)
    outcomes: dict[str, int] = {}

    def guess(challenge, code, n):
        try:
            check_code(challenge, code, visit=elsewhere(n), at=NOON)
            outcome = "right"
        except Refusal as refused:
            outcome = refused.sentence.en
        finally:
            connections.close_all()
        outcomes[outcome] = outcomes.get(outcome, 0) + 1

    wrong, right = wrong_for(guessed), code_of(known)
    threads = [threading.Thread(target=guess, args=(guessed, wrong, n)) for n in range(100)]
    threads += [threading.Thread(target=guess, args=(known, right, n)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Challenge.objects.get(id=guessed).tries == 5
    assert outcomes["right"] == 1
    assert sum(outcomes.values()) == 104
