"""`linli check` finds what is unfit, says how to mend it, and is content once it is mended."""

import json

import pytest

from linli.cli.checks import cellar, door, rules, work_apps
from linli.cli.keeping import diary
from linli.kernel.record import Fact, enter


@pytest.fixture
def home(tmp_path, settings):
    settings.HOME, settings.KEYS = tmp_path, tmp_path / "keys"
    return tmp_path


@pytest.mark.parametrize(
    ("ask", "wrong", "right"),
    [
        (door.modes, {"DEBUG": True}, {"DEBUG": False, "DEMO": False}),
        (door.modes, {"DEBUG": False, "DEMO": True}, {"DEBUG": False, "DEMO": False}),
        (
            door.address,
            {"BASE_URL": "http://linli.example"},
            {"BASE_URL": "https://linli.example", "ALLOWED_HOSTS": ["linli.example"]},
        ),
        (
            door.address,
            {"BASE_URL": "https://linli.example", "ALLOWED_HOSTS": ["other.example"]},
            {"ALLOWED_HOSTS": ["linli.example"]},
        ),
        (door.hosts, {"ALLOWED_HOSTS": ["*"]}, {"ALLOWED_HOSTS": ["linli.example"]}),
        (door.hosts, {"ALLOWED_HOSTS": ["localhost"]}, {"ALLOWED_HOSTS": ["linli.example"]}),
        (door.messages, {"SMS_URL": ""}, {"SMS_URL": "https://sms.example"}),
        (door.letterbox, {"IMAP_URL": "imaps://x:y@mail.example", "MAIL_DESK": ""}, {"MAIL_DESK": "desk@mail.example"}),
        (door.messages, {"SMS_URL": "http://127.0.0.1:8000/demo/sms-gateway"}, {"SMS_URL": "https://sms.example"}),
    ],
)
def test_a_wrong_setting_is_unfit_until_mended(settings, ask, wrong, right):
    for name, value in wrong.items():
        setattr(settings, name, value)
    assert ask().fitness == "unfit"
    for name, value in right.items():
        setattr(settings, name, value)
    assert ask().fitness == "fit"


@pytest.fixture
def no_work_app(settings):
    """Nothing of any work app is set; each test sets what it is about."""
    for names in (*work_apps.NEEDED.values(), work_apps.WITHIN):
        for name in names:
            setattr(settings, name, "")
    return settings


@pytest.mark.parametrize(
    ("ask", "given", "missing"),
    [
        (work_apps.wecom, ("WECOM_SECRET",), ("WECOM_CORP", "WECOM_AGENT")),
        (work_apps.wecom, ("WECOM_CORP", "WECOM_AGENT"), ("WECOM_SECRET",)),
        (work_apps.dingtalk, ("DINGTALK_KEY",), ("DINGTALK_SECRET",)),
        (work_apps.dingtalk, ("DINGTALK_SECRET",), ("DINGTALK_KEY",)),
        (work_apps.zhezhengding, ("ZHEZHENGDING_KEY",), ("ZHEZHENGDING_APP", "ZHEZHENGDING_SECRET")),
        (work_apps.zhezhengding, ("ZHEZHENGDING_JSAPI",), work_apps.NEEDED["zhezhengding"]),
        (
            work_apps.zhezhengding,
            (*work_apps.NEEDED["zhezhengding"], "ZHEZHENGDING_INSIDE_KEY"),
            ("ZHEZHENGDING_JSAPI", "ZHEZHENGDING_INSIDE_SECRET"),
        ),
    ],
)
def test_half_a_work_app_is_unfit_until_the_rest_is_set(no_work_app, ask, given, missing):
    assert ask().fitness == "fit"
    for name in given:
        setattr(no_work_app, name, "https://x")
    for left in range(len(missing), 0, -1):
        found = ask()
        assert found.fitness == "unfit"
        for language in ("zh", "en"):
            named = found.words.in_language(language)
            assert [f"LINLI_{name}" in named for name in missing[-left:]] == [True] * left
        setattr(no_work_app, missing[-left], "https://x")
    assert ask().fitness == "fit"


def test_a_script_alone_uses_the_keys_of_the_scan(no_work_app):
    for name in (*work_apps.NEEDED["zhezhengding"], "ZHEZHENGDING_JSAPI"):
        setattr(no_work_app, name, "https://x")
    assert work_apps.zhezhengding().fitness == "fit"


@pytest.mark.parametrize("address", ["WECOM_URL", "DINGTALK_URL", "ZHEZHENGDING_LOGIN", "ZHEZHENGDING_JSAPI"])
def test_a_work_app_asked_in_the_open_is_unfit(no_work_app, address):
    app = address.partition("_")[0].lower()
    for name in work_apps.NEEDED[app]:
        setattr(no_work_app, name, "x")
    assert getattr(work_apps, app)().fitness == "fit"
    setattr(no_work_app, address, "http://x")
    assert f"LINLI_{address}" in getattr(work_apps, app)().words.in_language("en")
    assert getattr(work_apps, app)().fitness == "unfit"


def test_a_key_that_others_may_read_is_unfit(home):
    (home / "keys").mkdir(mode=0o700)
    (home / "keys" / "master").touch(mode=0o600)
    assert cellar.private_files().fitness == "fit"
    (home / "keys" / "master").chmod(0o640)
    assert cellar.private_files().fitness == "unfit"
    assert "chmod" in cellar.private_files().words.in_language("zh")


def test_backups_must_be_young(home):
    from datetime import timedelta

    from django.utils import timezone

    for what, ask in (("data", cellar.data_backup), ("keys", cellar.key_backup)):
        assert ask().fitness == "unfit"
        diary.note(home, what, at=timezone.now())
        assert ask().fitness == "fit"
        diary.note(home, what, at=timezone.now() - timedelta(days=400))
        assert ask().fitness == "unfit"


def test_a_full_disk_is_unfit(home, monkeypatch):
    monkeypatch.setattr(cellar, "ENOUGH_DISK", 2**60)
    assert cellar.disk().fitness == "unfit"


def test_unverified_rules_are_counted():
    finding = rules.verified()
    assert finding.fitness in ("fit", "doubtful")
    assert rules.schedule().words.in_language("zh")


@pytest.mark.django_db
def test_the_database_of_this_test_is_fit():
    assert cellar.database().fitness == "fit"


@pytest.mark.django_db
def test_entries_that_nobody_signs_are_doubtful():
    assert cellar.record().fitness == "fit"
    enter(Fact(stream="c/request", kind="a", body={}, at=None))
    assert cellar.record().fitness == "doubtful"


def test_a_new_machine_is_told_everything_in_one_go_and_fails(linli):
    told = linli("check", "--json")
    found = {line["code"]: line for line in map(json.loads, told.stdout.splitlines())}
    assert told.returncode == 1
    assert found["hosts"]["fitness"] == "unfit"
    assert "LINLI_HOSTS" in found["hosts"]["said"]
    assert {"address", "messages", "backup_data", "backup_keys", "disk", "verified", "private"} <= found.keys()
