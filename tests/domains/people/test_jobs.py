"""What the people room does by itself at night."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from linli.domains.people.jobs import forget_old_accesses
from linli.kernel.ids import new_id
from linli.kernel.jobs import app
from linli.kernel.vault.models import Access

pytestmark = pytest.mark.django_db


def looked(days: int) -> None:
    """Somebody's name was opened this many days ago, and the line was written then."""
    at = timezone.now() - timedelta(days=days)
    given = [new_id(), new_id(), ["name"], "check_identity", "consent", "柳荫社区居委会", at, at]
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO vault_access (id, owner, fields, purpose, basis, label, at, written_at)"
            " VALUES (%s, %s, %s, %s, %s, %s, %s, %s)",
            given,
        )


def test_who_saw_whose_data_is_kept_three_years_and_no_longer():
    looked(days=1200), looked(days=1000), looked(days=1)
    forget_old_accesses()
    ages = sorted((timezone.now() - line.at).days for line in Access.objects.all())
    assert ages == [1, 1000]


@pytest.mark.parametrize(
    "name",
    [
        "people.forget_accesses",
        "people.tell_what_runs_out",
        "matters.sweep_files",
        "matters.mark_missed",
        "signin.sweep",
    ],
)
def test_the_worker_does_it_by_the_clock(name):
    assert name in {task.task.name for task in app.periodic_registry.periodic_tasks.values()}
