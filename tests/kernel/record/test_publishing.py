"""What is numbered is published: tiles, then a checkpoint; nothing that goes wrong splits the record in two."""

import shutil
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from tests.kernel.record.auditor import files, read

from linli.kernel.record import (
    Publisher,
    Sequencer,
    all_logs,
    begin_key,
    end_key,
    enter_many,
    export_signing_keys,
    import_signing_keys,
    log_called,
    log_of,
    open_log,
    signing_keys,
    standings,
    unsigned,
    verifier_keys,
    waiting,
)
from linli.kernel.record.reconciling import Split
from linli.kernel.record.signing import SigningKeyAway
from linli.kernel.record.taking_back import take_back
from linli.kernel.refusal import Refusal
from linli.kernel.tlog import (
    Checkpoint,
    Tree,
    check_consistency,
    check_signed,
    new_key,
    parse_note,
    sign_checkpoint,
    store_at,
)

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def older_database():
    """Keeps the state of the record's tables, to be put back as a restored backup would."""

    class Kept:
        def keep(self):
            self.row = unguarded("SELECT size, root, checkpoint FROM record_log")[0]

        def put_back(self):
            unguarded("DELETE FROM record_entry WHERE log_number >= %s", self.row[0])
            unguarded("UPDATE record_log SET size = %s, root = %s, checkpoint = %s", *self.row)

    return Kept()


def unguarded(statement, *given):
    """Does to the database what its own guards refuse: a restore, or somebody with the server's password."""
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE record_entry DISABLE TRIGGER USER; ALTER TABLE record_log DISABLE TRIGGER USER")
        cursor.execute(statement, given)
        rows = cursor.fetchall() if cursor.description else []
        cursor.execute("ALTER TABLE record_entry ENABLE TRIGGER USER; ALTER TABLE record_log ENABLE TRIGGER USER")
        return rows


def test_what_is_numbered_is_published_and_grows(act, publish, published):
    act(300)
    publish()
    first, entries = read(published)
    assert (first.origin, first.size) == ("127.0.0.1:8000/log/main", 300)
    assert [b'"number":%d' % number in entry for number, entry in enumerate(entries, 1)] == [True] * 300
    act(500)
    publish()
    second, all_entries = read(published)
    assert all_entries[:300] == entries
    proof = Tree(800, store_at(str(published), "main").read).consistency(300)
    check_consistency(old=300, new=800, old_root=first.root, new_root=second.root, proof=proof)


def test_each_prefix_has_a_log_of_its_own_numbered_densely(act, publish, published):
    open_log("110105001", prefix="d1.s1.")
    open_log("110105002", prefix="d1.s2.")
    for stream in ("d1.s1.c1./request", "roles", "d1.s2.c1./request", "d1.s1.c2./request", "d1.s1.c1./request"):
        (entry,) = act(1, stream)
    assert (standings([entry])[entry].log, standings([entry])[entry].leaf) == ("110105001", 2)
    for head in all_logs():
        publish(head.name)
    assert {head.name: read(published, head.name)[0].size for head in all_logs()} == {
        "main": 1,
        "110105001": 3,
        "110105002": 1,
    }
    assert log_of("d1.s2.c9./notice").name == "110105002"
    assert log_of("elsewhere").name == "main"


def test_a_stream_stays_in_the_log_it_began_in(act, publish, published):
    act(2, "d1.s1.c1./request")
    open_log("110105001", prefix="d1.s1.")
    open_log("110105001", prefix="d1.s1.")
    act(1, "d1.s1.c1./request")
    act(1, "d1.s1.c2./request")
    publish()
    publish("110105001")
    assert (read(published)[0].size, read(published, "110105001")[0].size) == (3, 1)


@pytest.mark.parametrize("name", ["", "A", "a b", "../x", "街道", "-a"])
def test_a_log_s_name_fits_into_an_address(name):
    with pytest.raises(Refusal):
        open_log(name, prefix="x")


def test_the_database_lets_a_log_only_grow(act, publish):
    act(3)
    publish()
    for change in ("size = 2", "root = ''", "origin = 'x'"):
        with pytest.raises(IntegrityError), connection.cursor() as cursor:
            cursor.execute(f"UPDATE record_log SET {change}")  # noqa: S608 - the test's own words
    with pytest.raises(IntegrityError), connection.cursor() as cursor:
        cursor.execute("DELETE FROM record_log")


def test_how_far_publishing_lags_behind_is_known(act, fact, publish):
    assert unsigned() == 0
    act(3)
    with transaction.atomic():
        enter_many([fact(), fact()])
    assert unsigned() == 5
    publish()
    assert unsigned() == 2


def test_nothing_new_writes_nothing_and_writing_again_writes_the_same(act, publish, published):
    act(300)
    publish()
    before = files(published)
    stamps = {path: path.stat().st_mtime_ns for path in before}
    publish()
    assert {path: path.stat().st_mtime_ns for path in before} == stamps
    shutil.rmtree(published)
    publish()
    assert files(published) == before


def test_partial_files_go_when_the_full_one_is_there(act, publish, published):
    act(200)
    publish()
    act(100)
    publish()
    assert not (published / "main/tile/0/000.p").exists()
    assert not (published / "main/tile/entries/000.p").exists()
    read(published)


def test_the_private_key_is_a_file_of_its_user_alone_and_never_in_the_database(act, publish, settings):
    act(1)
    publish()
    (key,) = signing_keys(log_called("main").id, "")
    paths = [path for path in Path(settings.RECORD_KEYS).iterdir() if key.verifier.key_id.hex() in path.name]
    assert [path.stat().st_mode & 0o777 for path in paths] == [0o600]
    with connection.cursor() as cursor:
        cursor.execute("SELECT vkey FROM record_logkey")
        assert cursor.fetchall() == [(str(key.verifier),)]
    paths[0].unlink()
    act(1)
    with pytest.raises(SigningKeyAway) as away:
        publish()
    assert str(paths[0]) in str(away.value.sentence)


def test_a_key_is_followed_by_another(act, publish, published):
    act(1)
    publish()
    head = log_called("main")
    (old,) = verifier_keys(head.id)
    new = begin_key(head.id, head.origin).verifier
    act(1)
    publish()
    note = parse_note((published / "main/checkpoint").read_bytes())
    check_signed(note, old)
    check_signed(note, new)
    end_key(head.id, old.key_id.hex())
    act(1)
    publish()
    assert len(parse_note((published / "main/checkpoint").read_bytes()).signatures) == 1
    read(published)
    assert verifier_keys(head.id) == [old, new]
    with pytest.raises(Refusal):
        end_key(head.id, new.key_id.hex())


def test_an_older_disk_is_completed_from_the_database(act, publish, published, tmp_path):
    act(300)
    publish()
    shutil.copytree(published, tmp_path / "older")
    act(300)
    publish()
    newer = files(published)
    shutil.rmtree(published)
    (tmp_path / "older").rename(published)
    publish()
    assert files(published).items() >= newer.items()


@pytest.mark.parametrize("broken", ["checkpoint", "tile/0/001.p/44", "tile/entries/001.p/44", "tile/1/000.p/1"])
def test_a_broken_file_at_the_edge_is_written_again(act, publish, published, broken):
    act(300)
    publish()
    right = files(published)
    (published / "main" / broken).write_bytes(b"broken")
    publish()
    assert files(published) == right


def test_an_older_database_is_told_apart_and_neither_numbers_nor_signs(act, fact, publish, published, older_database):
    act(300)
    publish()
    older_database.keep()
    act(5)
    publish()
    right = files(published)
    older_database.put_back()
    with pytest.raises(Split) as split:
        publish()
    assert "305" in split.value.sentence.zh.format(**dict(split.value.sentence.given))
    sequencer = Sequencer()
    with transaction.atomic():
        enter_many([fact()])
    for _ in range(3):
        sequencer.work()
    assert waiting() == 1
    assert files(published) == right


def test_what_an_older_database_lost_is_taken_back_from_what_is_published(
    act, fact, publish, published, older_database
):
    act(300)
    with transaction.atomic():
        enter_many([fact({"no": "known, not numbered when the backup was made"})])
    publish()
    older_database.keep()
    act(300)
    publish()
    _, entries = read(published)
    right = files(published)
    older_database.put_back()
    unguarded("UPDATE record_entry SET log_id = NULL, log_number = NULL, stream_number = NULL WHERE log_number = 300")
    assert take_back("main") == 301
    assert take_back("main") == 0
    publish()
    assert files(published) == right
    act(1)
    publish()
    assert read(published)[1][:601] == entries


def test_nothing_is_taken_back_that_does_not_continue_the_database(act, publish, published, older_database):
    act(10)
    publish()
    older_database.keep()
    act(10)
    publish()
    older_database.put_back()
    act(1, "other/stream")
    with pytest.raises(Split):
        take_back("main")
    bundle = published / "main/tile/entries/000.p/20"
    bundle.write_bytes(bundle.read_bytes().replace(b'"no":9', b'"no":8'))
    unguarded("DELETE FROM record_entry WHERE log_number >= 10")
    with pytest.raises(Split):
        take_back("main")
    assert log_called("main").size == 10


@pytest.mark.parametrize("size", [2, 3, 4])
def test_what_somebody_else_signed_is_not_continued(act, publish, published, size):
    act(3)
    publish()
    head = log_called("main")
    forged = sign_checkpoint(Checkpoint(head.origin, size, head.root), new_key(head.origin))
    (published / "main/checkpoint").write_bytes(bytes(forged))
    with pytest.raises(Split, match="does not agree"):
        publish()


@pytest.mark.parametrize("size", [299, 300])
def test_what_our_own_key_signed_elsewhere_is_not_continued(act, publish, published, size):
    act(300)
    publish()
    head = log_called("main")
    fork = sign_checkpoint(Checkpoint(head.origin, size, bytes(32)), *signing_keys(head.id, head.origin))
    (published / "main/checkpoint").write_bytes(bytes(fork))
    with pytest.raises(Split, match="does not agree"):
        publish()


def test_an_altered_database_signs_nothing_more(act, publish, published):
    act(300)
    publish()
    shutil.rmtree(published)
    unguarded("UPDATE record_entry SET body = replace(encode(body, 'escape'), 'no\":7', 'no\":8')::bytea")
    with pytest.raises(Split, match="altered"):
        publish()
    assert not (published / "main/checkpoint").exists()


def test_a_gap_is_never_published(act, publish, published):
    act(5)
    unguarded("DELETE FROM record_entry WHERE log_number = 3")
    with pytest.raises(Refusal, match="gap"):
        publish()
    assert not (published / "main/checkpoint").exists()


def test_a_log_is_published_into_an_object_store(act, settings):
    settings.RECORD = f"memory://{uuid4()}/record"
    for count in (200, 100):
        act(count)
        assert Publisher("main").publish() == count
    assert read(settings.RECORD)[0].size == 300


def test_signing_keys_go_into_a_key_backup_and_come_back(act, publish, published, settings, tmp_path):
    act(1)
    publish()
    kept = export_signing_keys()
    settings.RECORD_KEYS = tmp_path / "other"
    act(1)
    with pytest.raises(SigningKeyAway):
        publish()
    import_signing_keys(kept)
    import_signing_keys(kept)
    assert {path.stat().st_mode & 0o777 for path in settings.RECORD_KEYS.iterdir()} == {0o600}
    publish()
    assert read(published)[0].size == 2
