"""`linli verify` answers in a sentence and an exit code, with no database and nothing left behind."""

import json

import pytest
from tests.kernel.auditing.conftest import Written, entry
from tests.kernel.auditing.test_promises import BY, receipt

from linli.kernel.auditing import Opening
from linli.kernel.tlog import Proof, Tree


@pytest.fixture
def log(tmp_path):
    made = Written(tmp_path / "log").grow([entry(at) for at in range(300)])
    (tmp_path / "policy").write_text(f"log {made.key.verifier}\nquorum none\n")
    return made


@pytest.fixture
def verify(linli, log, tmp_path):
    def run(*options, **environment):
        state = ("--state", str(tmp_path / "seen.json"))
        return linli("verify", str(log.folder), *state, *options, LINLI_HOME=str(tmp_path / "none"), **environment)

    return run


def test_a_true_log(verify, tmp_path):
    told = verify("--policy", str(tmp_path / "policy"))
    assert told.returncode == 0
    assert told.stdout.startswith("✓ True, and complete up to entry 300")
    assert not (tmp_path / "none").exists()
    assert "It continues the 300 entries" in verify("--policy", str(tmp_path / "policy")).stdout


def test_it_answers_in_the_language_asked_for(verify, tmp_path):
    assert "真实，且完整至第 300 条" in verify("--policy", str(tmp_path / "policy"), "--lang", "zh").stdout


def test_an_altered_log_names_the_place(verify, log, tmp_path):
    log.write("tile/0/000", bytes(8192))
    told = verify("--policy", str(tmp_path / "policy"))
    assert told.returncode == 3
    assert "tile/0/000: this tile was altered" in told.stdout


def test_a_fork_shows_both_statements(verify, log, tmp_path):
    verify()
    log.edge, log.entries = type(log.edge)(), []
    log.grow([entry(at) for at in range(1, 290)])
    told = verify("--policy", str(tmp_path / "policy"))
    assert told.returncode == 3
    assert "went back" in told.stdout
    assert told.stdout.count("— record.example/liuyin ") == 2


def test_without_a_policy_nobody_vouches(verify):
    told = verify("--json")
    assert told.returncode == 4
    assert json.loads(told.stdout)["outcome"] == "unvouched"


def test_what_cannot_be_read_is_a_sentence(verify, linli, log, tmp_path):
    (tmp_path / "policy").write_text("believe me {all}\n")
    told = verify("--policy", str(tmp_path / "policy"))
    assert (told.returncode, told.stderr) == (1, "Line 1 of the policy cannot be read: believe …\n")
    assert verify("--policy", str(tmp_path / "no-policy")).returncode == 1
    (tmp_path / "seen.json").write_text("[]")
    assert "--state" in verify().stderr
    nobody = linli("verify", "http://127.0.0.1:1/log", "--state", str(tmp_path / "other.json"))
    assert nobody.returncode == 5
    assert "nothing is known of it" in nobody.stderr
    assert "Traceback" not in nobody.stderr


def test_a_receipt_kept_running_and_broken(verify, log, tmp_path):
    policy = ("--policy", str(tmp_path / "policy"))
    kept, broken = tmp_path / "kept", tmp_path / "broken"
    kept.write_bytes(receipt(log, 12))
    told = verify(*policy, "--receipt", str(kept))
    assert (told.returncode, "was kept" in told.stdout) == (0, True)
    broken.write_bytes(receipt(log, 900))
    told = verify(*policy, "--receipt", str(broken))
    assert (told.returncode, "Not there yet" in told.stdout) == (6, True)
    log.sign(cosigned=BY + 1)
    (tmp_path / "policy").write_text(
        f"log {log.key.verifier}\nwitness university {log.witness.verifier}\nquorum none\n"
    )
    told = verify(*policy, "--receipt", str(broken))
    assert told.returncode == 3
    assert "was left out" in told.stdout
    assert "— record.example/liuyin " in told.stdout
    assert verify("--receipt", str(kept)).returncode == 1


def test_an_opening_and_a_proof_are_checked_without_a_place(linli, log, tmp_path):
    proof = Proof(12, tuple(Tree(300, log.read).inclusion(12)), log.read("checkpoint"), extra=log.entries[12])
    (tmp_path / "proof").write_bytes(bytes(proof))
    (tmp_path / "opening").write_bytes(bytes(Opening("text", bytes(32), "value", proof)))
    policy = ("--policy", str(tmp_path / "policy"))
    told = linli("verify", "--proof", str(tmp_path / "proof"), *policy)
    assert (told.returncode, "True: entry 12 stands in" in told.stdout) == (0, True)
    told = linli("verify", "--opening", str(tmp_path / "opening"), *policy)
    assert (told.returncode, "did not commit to this value" in told.stdout) == (3, True)
    assert "Name a log" in linli("verify").stderr
