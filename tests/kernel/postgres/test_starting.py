"""One call starts the server, whatever state it was left in."""

import os
import signal
import subprocess
import sys
import threading

import psycopg
import pytest

from linli.kernel.postgres import Server, Trouble, held
from linli.kernel.postgres.liveness import members, postmaster

pytestmark = pytest.mark.xdist_group("postgres")


def one(server, question):
    with server.connect() as connection:
        return connection.execute(question).fetchone()[0]


def test_a_new_home_gets_a_server_with_our_settings_and_a_role_without_power(server):
    assert server.start()
    assert one(server, "show max_connections") == "200"
    assert one(server, "show jit") == "off"
    assert one(server, "show listen_addresses") == ""
    assert one(server, "show server_encoding") == "UTF8"
    assert one(server, "select datlocale from pg_database where datname = 'linli'") == "C.UTF-8"
    assert one(server, "select rolsuper from pg_roles where rolname = current_user") is False
    assert one(server, "select lower('ÄÉ电梯')") == "äé电梯"


def test_a_running_server_is_left_alone(server):
    server.start()
    before = postmaster(server.folders.data)
    assert not server.start()
    assert postmaster(server.folders.data) == before


def test_data_survives_stop_and_start(server):
    server.start()
    with server.connect() as connection:
        connection.execute("create table kept as select 7 as n")
    server.stop()
    assert not server.running
    server.start()
    assert one(server, "select n from kept") == 7


@pytest.mark.fault
def test_a_killed_postmaster_is_replaced_and_no_acknowledged_write_is_lost(server):
    server.start()
    with server.connect() as connection:
        connection.execute("create table kept as select 7 as n")
    busy = server.connect()
    os.kill(postmaster(server.folders.data), signal.SIGKILL)
    assert server.start()
    assert one(server, "select n from kept") == 7
    busy.close()


@pytest.mark.fault
def test_an_orphan_that_does_not_notice_is_seen_out_before_a_new_server_starts(server):
    server.start()
    busy = server.connect()
    backend = busy.info.backend_pid
    os.kill(backend, signal.SIGSTOP)
    os.kill(postmaster(server.folders.data), signal.SIGKILL)
    assert server.start()
    assert backend not in members(server.folders.data)
    busy.close()


@pytest.mark.fault
def test_a_number_in_a_stale_file_that_belongs_to_another_program_is_not_mistaken_for_the_server(server):
    server.start()
    server.stop()
    pid_file = server.folders.data / "postmaster.pid"
    pid_file.write_text(f"{os.getpid()}\n{server.folders.data}\n1\n5432\n\n\n\n")
    assert server.start()


@pytest.mark.fault
def test_a_half_made_cluster_is_made_again(server):
    half = server.home / "postgres" / "data.new"
    half.mkdir(parents=True)
    (half / "PG_VERSION").write_text("18")
    assert server.start()
    assert not half.exists()


def test_of_many_starters_at_once_one_starts(home, server):
    answers = []
    starters = [
        threading.Thread(target=lambda: answers.append(Server(home, password=server.password, durable=False).start()))
        for _ in range(6)
    ]
    for starter in starters:
        starter.start()
    for starter in starters:
        starter.join()
    assert sorted(answers) == [False] * 5 + [True]


HOLDER = """
import sys
from pathlib import Path
from linli.kernel.postgres import Server, held
with held(Server(Path(sys.argv[1]), password="it's a secret", durable=False)):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_the_server_lives_until_the_last_holder_lets_go(server):
    with held(server):
        other = subprocess.Popen(
            [sys.executable, "-c", HOLDER, str(server.home)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert other.stdout.readline() == "held\n"
    assert server.running
    other.communicate()
    assert not server.running


@pytest.mark.fault
def test_a_killed_holder_holds_nothing(server):
    other = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(server.home)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdout.readline() == "held\n"
    other.kill()
    other.communicate()
    with held(server):
        assert one(server, "select 1") == 1
    assert not server.running


def test_a_long_and_awkward_home_works(home):
    awkward = Server(home / ('it\'s a "$HOME", 邻里 ' + "x" * 120), password="p", durable=False)
    with held(awkward):
        assert one(awkward, "select 1") == 1
        socket = awkward.folders.socket
        assert socket.stat().st_mode & 0o077 == 0
    assert len(str(socket)) < 60


def test_data_of_another_version_is_refused_with_the_way_out(server):
    server.start()
    server.stop()
    (server.folders.data / "PG_VERSION").write_text("14\n")
    with pytest.raises(Trouble) as refused:
        server.start()
    assert "PostgreSQL 14" in refused.value.sentence.in_language("zh")
    assert "linli backup" in refused.value.sentence.en
    (server.folders.data / "PG_VERSION").write_text("18\n")


def test_a_server_that_cannot_start_says_why(server):
    server.start()
    server.stop()
    (server.folders.data / "global" / "pg_control").unlink()
    with pytest.raises(Trouble) as refused:
        server.start()
    assert "pg_control" in refused.value.sentence.in_language("zh")


def test_logs_hold_no_statement_and_no_value(server):
    server.start()
    with server.connect() as connection, pytest.raises(psycopg.DataError, match="秘密"):
        connection.execute("select '秘密'::int")
    server.stop()
    assert "秘密" not in "".join(log.read_text() for log in server.folders.log.iterdir())
