"""The log is served as its format says: immutable files, never beyond the checkpoint, and proofs anybody can check."""

import pytest
from django.db import transaction

from linli.kernel.record import Fact, Publisher, enter_many, log_called, number_pending, verifier_keys, waiting
from linli.kernel.tlog import Untrue, check_proof, entries_of, open_checkpoint, parse_proof, tiles_of, verifier_key

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def act(settings, tmp_path):
    """Enters facts, numbers and publishes them."""
    settings.RECORD = str(tmp_path)

    def done(count):
        with transaction.atomic():
            enter_many([Fact(stream="c/request", kind="a", body={"no": no}, at=None) for no in range(count)])
        while waiting():
            number_pending()
        Publisher("main").publish()

    return done


def test_everything_an_auditor_needs_is_served_and_holds(client, act):
    act(300)
    (key,) = (verifier_key(line) for line in client.get("/log/main/keys").content.decode().splitlines())
    assert client.get("/log/").content.decode() == f"main {key.name}\n"
    answer = client.get("/log/main/checkpoint")
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("text/plain; charset=utf-8", "public, max-age=1")
    assert open_checkpoint(answer.content, origin=key.name, key=key).size == 300
    for tile in tiles_of(300):
        answer = client.get(f"/log/main/{tile.path}")
        assert answer["Content-Type"] == "application/octet-stream"
        assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
        assert answer["Access-Control-Allow-Origin"] == "*"
        assert "Vary" not in answer
        assert "Set-Cookie" not in answer


def test_a_file_somebody_has_is_not_sent_again(client, act):
    act(3)
    for path in ("/log/main/checkpoint", "/log/main/tile/0/000.p/3"):
        etag = client.get(path)["ETag"]
        again = client.get(path, headers={"If-None-Match": etag})
        assert (again.status_code, again.content, again["ETag"]) == (304, b"", etag)
        assert client.get(path, headers={"If-None-Match": '"other"'}).status_code == 200
        assert client.head(path).status_code == 200
        assert client.post(path).status_code == 405


def test_an_entry_is_proven_by_one_file_that_holds_it(client, act):
    act(300)
    key = verifier_keys(log_called("main").id)[0]
    answer = client.get("/log/main/proof/270")
    assert answer["Content-Disposition"] == 'attachment; filename="main-270.tlog-proof"'
    proof = parse_proof(answer.content)
    bundle = client.get("/log/main/tile/entries/001.p/44").content
    assert proof.extra == entries_of(bundle)[270 - 256]
    assert check_proof(proof, entry=proof.extra, origin=key.name, key=key).size == 300
    with pytest.raises(Untrue):
        check_proof(proof, entry=proof.extra + b" ", origin=key.name, key=key)


def test_nothing_beyond_the_checkpoint_and_nothing_else_of_the_disk_is_served(client, act, tmp_path):
    act(300)
    (tmp_path / "main/tile/0/001.p/45").write_bytes(b"x")
    (tmp_path / "main/tile/0/002").write_bytes(b"x")
    (tmp_path / "secret").write_bytes(b"x")
    for path in (
        "main/tile/0/001.p/45",
        "main/tile/0/002",
        "main/tile/0/001",
        "main/tile/0/000.p/3",
        "main/tile/00/000",
        "main/tile/0/../../../secret",
        "main/.lock",
        "main/proof/300",
        "other/checkpoint",
        "Main/checkpoint",
        "other/keys",
        "..%2F/checkpoint",
        "main/proof/99999999999999999999999",
    ):
        answer = client.get(f"/log/{path}", headers={"Accept-Language": "en"})
        assert answer.status_code == 404, path
        assert answer["Cache-Control"] == "no-store"
        assert answer.content


def test_before_anything_is_published_that_is_said(client, settings, tmp_path):
    settings.RECORD = str(tmp_path)
    answer = client.get("/log/main/checkpoint")
    assert (answer.status_code, "尚未公布" in answer.content.decode()) == (404, True)
    assert client.get("/log/").content == b""
