"""No other user of the machine reaches the server, and nothing above our folder is opened for it."""

import os
import pwd
import shutil
import tempfile
from pathlib import Path

import psycopg
import pytest

from linli.kernel.postgres import DATABASE, ROLE, Server, held, programs
from linli.kernel.postgres.folders import reachable
from linli.kernel.postgres.owner import Owner, owner_of

STRANGER = 61999
root_only = pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user to try the door")
pytestmark = pytest.mark.xdist_group("postgres")


def knock(server, *, user=ROLE, password=None):
    socket = str(server.folders.socket)

    def attempt():
        psycopg.connect(host=socket, port=5432, user=user, password=password, dbname=DATABASE).close()
        return "in"

    return attempt


@root_only
def test_another_user_cannot_connect_even_knowing_the_password(server, as_user):
    server.start()
    for name in (ROLE, "postgres"):
        told = as_user(STRANGER, STRANGER, knock(server, user=name, password=server.password))
        assert "Permission denied" in told


@root_only
def test_another_user_sees_none_of_the_files(server, as_user):
    server.start()
    for path in (server.folders.data, server.folders.socket, server.folders.log, server.folders.root):
        assert "PermissionError" in as_user(STRANGER, STRANGER, lambda path=path: list(path.iterdir()))


@root_only
def test_a_program_of_the_servers_own_user_but_not_of_its_group_is_outside_too(server, as_user):
    server.start()
    uid = owner_of(server.folders.data).uid
    assert "Permission denied" in as_user(uid, STRANGER, knock(server, password=server.password))


@root_only
def test_even_inside_the_folder_nobody_enters_without_the_password(server, as_user):
    server.start()
    owner = owner_of(server.folders.data)
    assert as_user(owner.uid, owner.gid, knock(server, password=server.password)) == "in"
    assert "no password supplied" in as_user(owner.uid, owner.gid, knock(server))
    assert "authentication failed" in as_user(owner.uid, owner.gid, knock(server, password="guess"))
    for guess in ("guess", server.password):
        told = as_user(owner.uid, owner.gid, knock(server, user="postgres", password=guess))
        assert "authentication failed" in told


@root_only
def test_as_root_the_server_runs_as_a_user_that_nobody_else_is(server):
    server.start()
    owner = owner_of(server.folders.data)
    assert owner.uid != 0
    with pytest.raises(KeyError):
        pwd.getpwuid(owner.uid)


def test_the_server_listens_on_no_network(server):
    server.start()
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(host="127.0.0.1", port=5432, user="linli", password="it's a secret", connect_timeout=2)
    ours = server.folders.root.stat()
    assert ours.st_mode & 0o007 == 0


@root_only
def test_a_home_under_closed_folders_works_and_the_folders_stay_closed():
    with tempfile.TemporaryDirectory(prefix="linli-closed-") as closed:
        server = Server(Path(closed) / "var", password="p", durable=False)
        with held(server), server.connect() as connection:
            assert connection.execute("select 1").fetchone() == (1,)
            assert Path(closed).stat().st_mode & 0o777 == 0o700
            root = server.folders.root
        assert not root.is_relative_to(closed)
    shutil.rmtree(root)


@root_only
def test_programs_under_closed_folders_are_copied_to_where_the_server_may_run_them(server, monkeypatch):
    monkeypatch.setattr("linli.kernel.postgres.bootstrap.reachable", lambda path, owner: False)
    server.start()
    assert list(server.folders.root.glob("programs-18*"))


@root_only
def test_an_ordinary_user_starts_and_stops_a_server_of_their_own(home, as_user):
    if not reachable(programs(), Owner(STRANGER, STRANGER, STRANGER)):
        pytest.skip("the programs lie under folders that an ordinary user cannot pass")
    nobody = pwd.getpwnam("nobody")
    os.chown(home, nobody.pw_uid, nobody.pw_gid)
    server = Server(home, password="p", durable=False)

    def life():
        server.start()
        with server.connect() as connection:
            answer = connection.execute("select current_user").fetchone()[0]
        server.stop()
        return answer, server.running

    assert as_user(nobody.pw_uid, nobody.pw_gid, life) == "('linli', False)"
    assert (home / "postgres").stat().st_mode & 0o077 == 0


@root_only
def test_data_of_another_user_is_refused_with_a_sentence(server, as_user):
    server.start()
    server.stop()
    (server.home / "postgres").chmod(0o755)
    assert "belongs to another user" in as_user(STRANGER, STRANGER, lambda: owner_of(server.folders.data))
