"""Master keys: made once, readable by us alone, never guessed at when they are missing."""

import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from linli.kernel.refusal import Refusal
from linli.kernel.vault.keyring import INDEX, add_keys, add_master, keyring
from linli.kernel.vault.refusals import KeyNotHere, KeysTooOpen


def test_first_use_makes_one_master_and_one_index_key(settings):
    ring = keyring()
    assert len(ring.masters) == 1
    assert set(ring.keys) == {INDEX, ring.current}
    assert {len(key) for key in ring.keys.values()} == {32}


def test_only_our_user_may_read_keys(settings):
    keyring()
    assert stat.S_IMODE(Path(settings.KEYS).stat().st_mode) == 0o700
    for path in Path(settings.KEYS).iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_keys_others_can_read_are_refused_with_the_cure(settings):
    keyring()
    path = next(Path(settings.KEYS).glob("master*"))
    path.chmod(0o640)
    os.utime(settings.KEYS)
    with pytest.raises(KeysTooOpen) as refused:
        keyring()
    assert f"chmod go-rwx {path}" in str(refused.value.sentence)


def test_a_second_process_keeps_the_keys_it_finds():
    assert dict(keyring().keys) == dict(keyring().keys)


def test_a_new_master_is_seen_by_a_process_that_held_the_old_ring():
    before = keyring()
    time.sleep(0.15)  # long enough for the ring to be held in memory
    keyring()
    name = add_master()
    assert name.startswith("master-0002-")
    assert keyring().current == name
    assert before.current in keyring().masters


def test_a_missing_master_is_said_by_name():
    with pytest.raises(KeyNotHere) as refused:
        keyring().key("master-0009-00000000")
    assert "master-0009-00000000" in str(refused.value.sentence)


def test_another_index_key_is_never_written_over():
    keyring()
    with pytest.raises(Refusal, match="index key"):
        add_keys({INDEX: bytes(32)})


def test_a_keyring_shows_no_key():
    ring = keyring()
    assert ring.key(ring.current).hex() not in repr(ring)
    assert repr(ring.key(ring.current)) not in repr(ring)


@pytest.mark.fault
def test_processes_starting_together_agree_on_the_keys(settings):
    ask = (
        "import sys; from django.conf import settings; settings.configure(KEYS=sys.argv[1]);"
        "from linli.kernel.vault.keyring import keyring;"
        "print(sorted((n, k.hex()) for n, k in keyring().keys.items()))"
    )
    started = [
        subprocess.Popen([sys.executable, "-c", ask, str(settings.KEYS)], stdout=subprocess.PIPE, text=True)
        for _ in range(6)
    ]
    said = {process.communicate()[0] for process in started}
    assert len(said) == 1
    assert "master-0001-" in said.pop()
