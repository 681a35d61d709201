"""A vault of each test's own: fresh keys, fresh shelves, made-up people."""

from datetime import UTC, datetime
from uuid import UUID

import pytest

from linli.kernel.ids import new_id
from linli.kernel.vault import Basis, Opener, Purpose, open_values

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def own_vault(tmp_path, settings):
    settings.KEYS = tmp_path / "keys"
    settings.FILES = tmp_path / "files"


@pytest.fixture
def owner() -> UUID:
    return new_id()


@pytest.fixture
def reader() -> Opener:
    return Opener(account=new_id(), person=new_id(), label="网格员")


@pytest.fixture
def read(reader):
    """Opens references as a grid worker doing a duty."""

    def opened(refs, **others):
        act = {"by": reader, "purpose": Purpose.RESOLVE, "basis": Basis.DUTY, "matter": None, "at": NOON}
        return open_values(refs, **{**act, **others})

    return opened
