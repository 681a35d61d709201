"""`linli verify` answers in a sentence and an exit code, with no database and nothing left behind."""

import json

import pytest
from tests.kernel.auditing.conftest import Written, entry


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
