"""What is restored equals what was, row for row, save what was erased since."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

pytestmark = [pytest.mark.fault, pytest.mark.xdist_group("keeping")]
SECRET = {"LINLI_KEYS_PASSPHRASE": "a long enough passphrase"}

START = """
import json, os
os.environ.setdefault("LINLI_DEMO", "1")
from linli.cli.standing import bring_up_to_date, standing
from datetime import timedelta
with standing():
    bring_up_to_date()
    from django.db import connection
    from django.utils import timezone
    from linli.kernel.vault import *
"""
FILL = """
    from linli.demo import fill
    fill(at=timezone.now(), requests=5, progress=lambda *a: None)
"""
PICTURE = """
    from psycopg.sql import SQL, Identifier
    picture = {}
    with connection.cursor() as cursor:
        for table in sorted(connection.introspection.table_names(cursor)):
            cursor.execute(SQL(
                "select count(*), md5(coalesce(string_agg(t::text, chr(10) order by t::text collate \\"C\\"), ''))"
                " from {} t"
            ).format(Identifier(table)))
            picture[table] = list(cursor.fetchone())
        cursor.execute("select v.owner::text, v.id::text from vault_value v join vault_datakey k using (owner)"
                       " where k.wrapped is not null order by 1, 2")
        owners, refs = {}, cursor.fetchall()
    print(json.dumps({"tables": picture, "readable": readable(refs)}))
"""
READABLE = """
    import hashlib
    from uuid import UUID
    def readable(refs):
        by = Opener(account=None, person=None, label="test")
        values = open_values([UUID(ref) for _, ref in refs], by=by, purpose=list(Purpose)[0], basis=list(Basis)[0],
                             matter=None, at=timezone.now())
        told = sorted((owner, hashlib.sha256(str(values[UUID(ref)]).encode()).hexdigest()) for owner, ref in refs)
        connection.rollback() if connection.in_atomic_block else None
        return told
"""
ERASE = """
    from linli.kernel.vault.models import SealedValue
    owner = SealedValue.objects.order_by("owner").first().owner
    erase(owner, at=timezone.now(), reason="withdrawn")
    print(json.dumps(str(owner)))
"""
CHANGED_BY_READING = {"vault_access"}
"""Taking the picture reads every value, which the vault writes down."""

KEYS_THEMSELVES = {"vault_datakey"}


def python(operator, script):
    done = subprocess.run(
        [sys.executable, "-c", START + script], env=operator, capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.strip().splitlines()[-1]) if done.stdout.strip() else None


@pytest.fixture(scope="module")
def operator():
    """A home whose neighbourhood has lived a little."""
    import os

    with tempfile.TemporaryDirectory(prefix="linli-test-") as home:
        Path(home).chmod(0o711)
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("LINLI_", "DJANGO_"))}
        environment = {**kept, "LINLI_HOME": home, "LINLI_LANGUAGE": "en"}
        python(environment, FILL)
        yield environment


def same_but(before, after, *, save):
    changed = {table for table in before["tables"] if before["tables"][table] != after["tables"].get(table)}
    assert changed <= save | CHANGED_BY_READING | KEYS_THEMSELVES
    assert before["tables"].keys() == after["tables"].keys()


def test_data_and_keys_come_back_and_the_erased_do_not(linli, operator, tmp_path):
    data, keys = tmp_path / "data.tar", tmp_path / "keys"
    before = python(operator, READABLE + PICTURE)
    assert len(before["readable"]) > 5
    made = linli("backup", str(data))
    assert made.returncode == 0, made.stderr
    assert linli("backup", "--keys", str(keys), **SECRET).returncode == 0
    assert data.stat().st_mode & 0o077 == keys.stat().st_mode & 0o077 == 0

    erased = python(operator, ERASE)
    refused = linli("restore", str(data), "--keys", str(keys), **SECRET)
    assert refused.returncode == 1
    assert "--replace" in refused.stderr

    done = linli("restore", str(data), "--keys", str(keys), "--replace", **SECRET)
    assert done.returncode == 0, done.stderr
    after = python(operator, READABLE + PICTURE)
    same_but(before, after, save={"vault_value", "vault_file", "vault_erasure"})
    assert after["readable"] == [each for each in before["readable"] if each[0] != erased]

    with tempfile.TemporaryDirectory(prefix="linli-test-") as other:
        Path(other).chmod(0o711)
        elsewhere = {**operator, "LINLI_HOME": other}
        done = linli("restore", str(data), LINLI_HOME=other)
        assert done.returncode == 0, done.stderr
        assert "cannot be read" in done.stdout
        done = linli("restore", str(data), "--keys", str(keys), "--replace", LINLI_HOME=other, **SECRET)
        assert done.returncode == 0, done.stderr
        copy = python(elsewhere, READABLE + PICTURE)
        same_but(before, copy, save=set())
        assert copy["readable"] == before["readable"]


def test_a_data_backup_holds_no_key(linli, operator, tmp_path):
    data = tmp_path / "data.tar"
    linli("backup", str(data))
    wrapped = python(
        operator,
        """
    from linli.kernel.vault.models import DataKey
    print(json.dumps([bytes(k.wrapped).hex() for k in DataKey.objects.exclude(wrapped=None)]))
""",
    )
    held = data.read_bytes()
    masters = [
        path.read_bytes().strip() for path in (Path(operator["LINLI_HOME"]) / "keys").glob("*") if path.is_file()
    ]
    assert wrapped
    assert not any(key.encode() in held or bytes.fromhex(key) in held for key in wrapped)
    assert not any(master in held for master in masters if len(master) >= 16)


def test_what_is_no_backup_is_refused_and_nothing_changes(linli, operator, tmp_path):
    before = python(operator, READABLE + PICTURE)
    (tmp_path / "other").write_bytes(b"x" * 1000)
    for arguments, told in (
        (["restore", str(tmp_path / "other"), "--replace"], "not a readable backup"),
        (["restore", str(tmp_path / "none"), "--replace"], "not a readable backup"),
        (["restore", str(tmp_path / "other"), "--keys", str(tmp_path / "other")], "not a key backup"),
        (["backup", str(tmp_path / "other")], "exists"),
        (["backup", str(tmp_path / "no" / "folder")], "make it first"),
    ):
        refused = linli(*arguments, **SECRET)
        assert refused.returncode == 1, refused.stdout
        assert told in refused.stderr
    weak = linli("backup", "--keys", str(tmp_path / "weak"), LINLI_KEYS_PASSPHRASE="short")
    assert "at least 12" in weak.stderr
    same_but(before, python(operator, READABLE + PICTURE), save=set())


def test_a_dump_that_cannot_be_read_leaves_what_is_here_untouched(linli, operator, tmp_path):
    import tarfile

    data, broken = tmp_path / "data.tar", tmp_path / "broken.tar"
    linli("backup", str(data))
    before = python(operator, READABLE + PICTURE)
    with tarfile.open(data) as good:
        good.extractall(tmp_path / "inside", filter="data")
    dump = tmp_path / "inside" / "database.dump"
    dump.write_bytes(dump.read_bytes()[:-5000])
    with tarfile.open(broken, "w") as bad:
        for name in ("about.json", "database.dump"):
            bad.add(tmp_path / "inside" / name, name)
    refused = linli("restore", str(broken), "--replace")
    assert refused.returncode == 1
    assert "nothing was changed" in refused.stderr
    same_but(before, python(operator, READABLE + PICTURE), save=set())


def test_an_old_key_backup_is_refused(linli, operator, tmp_path):
    data, keys = tmp_path / "data.tar", tmp_path / "keys"
    linli("backup", str(data))
    python(
        operator,
        f"""
    from pathlib import Path
    from linli.cli.keeping.keyfile import write_keys
    write_keys(Path({str(keys)!r}), passphrase={SECRET["LINLI_KEYS_PASSPHRASE"]!r},
               at=timezone.now() - timedelta(days=4000),
               keyring=export_keyring(), keys=export_keys(), erased=erasures())
""",
    )
    refused = linli("restore", str(data), "--keys", str(keys), "--replace", **SECRET)
    assert refused.returncode == 1
    assert "older than" in refused.stderr


def test_a_server_newer_than_our_programs_is_refused_with_the_way_out(monkeypatch, settings):
    from linli.cli.keeping import dumping
    from linli.kernel.refusal import Refusal

    monkeypatch.setattr(dumping, "connection", type("Newer", (), {"pg_version": 190002})())
    with pytest.raises(Refusal) as refused:
        dumping._must_not_be_newer()
    assert "vault_datakey" in refused.value.sentence.in_language("zh")
