"""Whatever single byte of whatever file is changed, it is noticed."""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.kernel.auditing.conftest import Written, entry

from linli.kernel.auditing import Outcome


@pytest.fixture(scope="module")
def log():
    folder = Path(tempfile.mkdtemp(prefix="linli-log-"))
    made = Written(folder / "log")
    for at in range(0, 600, 200):
        made.grow([entry(each) for each in range(at, at + 200)])
    made.sign(cosigned=1_770_000_000)
    assert made.audit(made.strict).outcome is Outcome.TRUE
    yield made
    shutil.rmtree(folder)


@given(data=st.data())
def test_any_changed_byte_is_noticed(log, data):
    path = data.draw(st.sampled_from(log.files()))
    whole = log.read(path)
    at = data.draw(st.integers(0, len(whole) - 1))
    other = data.draw(st.integers(1, 255))
    log.write(path, whole[:at] + bytes([whole[at] ^ other]) + whole[at + 1 :])
    try:
        assert log.audit(log.strict).outcome is not Outcome.TRUE
    finally:
        log.write(path, whole)
