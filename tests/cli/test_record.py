"""`linli record`: what an operator sees of the logs, and what they can do to them."""

from contextlib import nullcontext

import pytest
from django.db import connection, transaction
from typer.testing import CliRunner

from linli.cli import record
from linli.cli.door import app
from linli.kernel.record import Fact, Publisher, enter_many, log_called, number_pending, verifier_keys, waiting
from linli.kernel.refusal import Refusal

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def run(settings, tmp_path, monkeypatch):
    settings.RECORD = str(tmp_path / "record")
    settings.RECORD_KEYS = tmp_path / "keys"
    monkeypatch.setattr(record, "standing", nullcontext)
    monkeypatch.setattr(record, "bring_up_to_date", lambda: False)
    return lambda *words: CliRunner().invoke(app, ["record", *words], catch_exceptions=False)


def act(count):
    with transaction.atomic():
        enter_many([Fact(stream="c/request", kind="a", body={"no": no}, at=None) for no in range(count)])
    while waiting():
        number_pending()
    Publisher("main").publish()


def key_ids():
    return [key.key_id.hex() for key in verifier_keys(log_called("main").id)]


def test_logs_and_their_keys_are_shown(run):
    act(3)
    said = run().output
    assert "127.0.0.1:8000/log/main" in said
    assert "3 条" in said
    assert str(verifier_keys(log_called("main").id)[0]).replace("\n", "")[:60] in said.replace("\n", "")


def test_a_key_is_begun_and_the_old_one_ended(run):
    act(1)
    run("new-key", "--log", "main")
    old, new = key_ids()
    with pytest.raises(Refusal):
        run("end-key")
    assert old in run("end-key", "--key", old).output
    with pytest.raises(Refusal):
        run("end-key", "--key", new)
    with pytest.raises(Refusal):
        run("new-key", "--log", "elsewhere")


def test_what_a_restored_database_lost_is_taken_back(run):
    act(5)
    assert "没有要取回的" in run("take-back").output
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE record_entry DISABLE TRIGGER USER; ALTER TABLE record_log DISABLE TRIGGER USER")
        cursor.execute("DELETE FROM record_entry; UPDATE record_log SET size = 0, root = NULL, checkpoint = NULL")
        cursor.execute("ALTER TABLE record_entry ENABLE TRIGGER USER; ALTER TABLE record_log ENABLE TRIGGER USER")
    assert "已取回 5 条" in run("take-back").output
    act(1)
    assert log_called("main").size == 6
