"""What every test shares: the real PostgreSQL, no network beyond this machine, nothing left behind."""

import os

import pytest


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix):
    """Names the test database so that several runs at once never meet."""
    from django.conf import settings

    name = os.environ.get("LINLI_TEST_DB")
    if name:
        worker = os.environ.get("PYTEST_XDIST_WORKER", "")
        settings.DATABASES["default"].setdefault("TEST", {})["NAME"] = f"{name}{worker}"
