"""One variable chooses between a server of one's own and the embedded one."""

import stat
import threading

import pytest
from django.core.exceptions import ImproperlyConfigured

from linli.config.database import database
from linli.config.secrets import secret


def test_without_an_address_the_embedded_server_under_home_is_used(tmp_path, monkeypatch):
    monkeypatch.delenv("LINLI_DATABASE_URL", raising=False)
    setting = database(tmp_path)
    assert setting["HOST"] == str(tmp_path / "postgres" / "socket")
    assert setting["USER"] == setting["NAME"] == "linli"
    assert len(setting["PASSWORD"]) > 40


def test_an_address_gives_host_port_user_password_name_and_options(tmp_path, monkeypatch):
    monkeypatch.setenv("LINLI_DATABASE_URL", "postgresql://u%40x:p%2Fw@db.example:6543/city?sslmode=require")
    setting = database(tmp_path)
    assert [setting[key] for key in ("HOST", "PORT", "USER", "PASSWORD", "NAME")] == [
        *("db.example", "6543", "u@x", "p/w", "city")
    ]
    assert setting["OPTIONS"]["sslmode"] == "require"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("address", ["mysql://u@h/db", "postgresql://u@h", "nonsense"])
def test_an_address_that_is_none_is_refused_with_its_right_shape(tmp_path, monkeypatch, address):
    monkeypatch.setenv("LINLI_DATABASE_URL", address)
    with pytest.raises(ImproperlyConfigured, match="postgresql://user:password@host"):
        database(tmp_path)


def test_connections_of_a_process_are_bounded_and_forgotten_transactions_ended(tmp_path, monkeypatch):
    monkeypatch.setenv("LINLI_DATABASE_CONNECTIONS", "7")
    options = database(tmp_path)["OPTIONS"]
    assert options["pool"]["max_size"] == 7
    assert "idle_in_transaction_session_timeout=10s" in options["options"]


def test_a_secret_is_made_once_for_its_user_alone_and_whole_for_all_who_ask_at_once(tmp_path):
    read = []
    askers = [threading.Thread(target=lambda: read.append(secret(tmp_path, "django"))) for _ in range(20)]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()
    assert len(read) == 20
    assert len(set(read)) == 1
    assert stat.S_IMODE((tmp_path / "secrets" / "django").stat().st_mode) == 0o600
    assert [path.name for path in (tmp_path / "secrets").iterdir()] == ["django"]
