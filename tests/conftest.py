"""What every test shares: the real PostgreSQL, no network beyond this machine, nothing left behind."""

import os
import shutil
import sys
import tempfile
from pathlib import Path

import pytest

pytest_plugins = ["tests.neighbourhood", "tests.staffed", "tests.chromium"]

OURS = "linli.config.settings" not in sys.modules
"""Whether home and server are this process's own to make; not so where `--ds` loaded the settings before us."""

if OURS:
    os.environ["LINLI_HOME"] = tempfile.mkdtemp(prefix="linli-test-")
    Path(os.environ["LINLI_HOME"]).chmod(0o711)  # the server's user passes through
    Path(os.environ["LINLI_HOME"], "static").mkdir()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "linli.config.settings")

import django  # noqa: E402 - settings read the environment when they are loaded

django.setup()  # before any folder's conftest imports a model


def the_server():
    """The embedded server of this process, unless LINLI_DATABASE_URL names another."""
    from django.conf import settings

    from linli.kernel.postgres import Server

    if os.environ.get("LINLI_DATABASE_URL"):
        return None
    return Server(settings.HOME, password=settings.DATABASES["default"]["PASSWORD"], durable=False)


def pytest_configure(config):
    """Start a server for each worker: the record is numbered below the oldest transaction of a whole server."""
    if config.getoption("numprocesses", None) and not hasattr(config, "workerinput"):
        del os.environ["DJANGO_SETTINGS_MODULE"]  # each worker loads the settings itself, with a home of its own
    elif OURS and (server := the_server()):
        server.start()


def pytest_unconfigure():
    """Stop it and leave nothing behind."""
    if OURS:
        if (server := the_server()) and server.running:
            elsewhere = server.folders.root
            server.stop()
            shutil.rmtree(elsewhere)
        shutil.rmtree(os.environ["LINLI_HOME"], ignore_errors=True)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix):
    """Names the test database so that several runs at once never meet."""
    from django.conf import settings

    setting = settings.DATABASES["default"]
    setting["OPTIONS"]["options"] = ""  # a test's own transaction may idle while it looks at something
    name = os.environ.get("LINLI_TEST_DB")
    if name:
        worker = os.environ.get("PYTEST_XDIST_WORKER", "")
        setting.setdefault("TEST", {})["NAME"] = f"{name}{worker}"


@pytest.fixture(autouse=True)
def no_language_of_another_test():
    """A test's browser leaves its language behind, as a request does in its thread."""
    from django.utils import translation

    yield
    translation.deactivate()


@pytest.fixture(autouse=True)
def no_job_of_another_test(request, django_db_blocker):
    """Jobs that a committing test left behind never reach the next: Django empties the tables of models alone."""
    yield
    mark = request.node.get_closest_marker("django_db")
    if "transactional_db" in request.fixturenames or (mark and mark.kwargs.get("transaction")):
        from django.db import connection

        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute("TRUNCATE procrastinate_jobs, procrastinate_workers CASCADE")
