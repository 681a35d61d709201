"""A part of the suite again, on a PostgreSQL of one's own: another version, over TCP, none of our starter's doing."""

import os
import pwd
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from linli.cli.ports import free_port
from linli.kernel.postgres import programs

OLDER = programs().parents[1] / "pginstall" / "bin"
PART = ["tests/kernel/record", "tests/kernel/vault", "tests/kernel/jobs/test_deferring.py", "tests/domains/requests"]

pytestmark = pytest.mark.xdist_group("own server")


@pytest.fixture
def own_server():
    """The address of a PostgreSQL 16 with trusting logins, as some office may run it."""
    who = {}
    if os.geteuid() == 0:
        nobody = pwd.getpwnam("nobody")
        who = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
    with tempfile.TemporaryDirectory(prefix="linli-test-") as folder:
        if who:
            os.chown(folder, nobody.pw_uid, nobody.pw_gid)
        if subprocess.run(["/bin/sh", "-c", f"test -x '{OLDER}/postgres'"], check=False, **who).returncode:
            pytest.skip("the second PostgreSQL lies under folders that an ordinary user cannot pass")
        port, data = free_port("127.0.0.1", 0), Path(folder) / "data"

        def run(program, *arguments):
            log = subprocess.DEVNULL
            subprocess.run([OLDER / program, *arguments], check=True, stdout=log, stderr=log, cwd=folder, **who)

        run("initdb", "-D", data, "-U", "linli", "-A", "trust", "-N", "--encoding=UTF8", "--locale=C")
        settings = (
            f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c max_connections=250"
        )
        run("pg_ctl", "-D", data, "-w", "-l", f"{folder}/log", "-o", settings, "start")
        try:
            run("createdb", "-h", "127.0.0.1", "-p", str(port), "-U", "linli", "linli")
            yield f"postgresql://linli@127.0.0.1:{port}/linli"
        finally:
            run("pg_ctl", "-D", data, "-m", "fast", "stop")


def test_record_vault_jobs_and_requests_pass_on_a_server_of_ones_own(own_server):
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("LINLI_", "PYTEST_"))}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-n", "0", "-q", "-m", "not fault", *PART],
        env={**environment, "LINLI_DATABASE_URL": own_server},
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode == 0, done.stdout[-3000:]
    assert " passed" in done.stdout
