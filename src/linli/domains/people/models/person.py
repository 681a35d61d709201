"""A natural person, under an opaque number."""

from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, Q

from linli.domains.people.vocabulary import Sex
from linli.kernel.ids import new_id


class Person(models.Model):
    """Someone who lives, works or is served here.

    Names and contacts lie in the vault; here are only references to them. In clear stand the coded attributes that
    counting needs: month of birth (its first day) and sex.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name_ref = models.UUIDField(null=True, blank=True)
    phone_ref = models.UUIDField(null=True, blank=True)
    email_ref = models.UUIDField(null=True, blank=True)
    birth_month = models.DateField(null=True, blank=True)
    sex = models.CharField(max_length=8, blank=True)
    language = models.CharField(max_length=8, default="zh-hans")
    registered_at = models.DateTimeField()
    erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            CheckConstraint(condition=Q(sex__in=["", *Sex.codes()]), name="person_sex_is_known"),
            CheckConstraint(
                condition=Q(birth_month__isnull=True) | Q(birth_month__day=1), name="person_birth_is_a_month"
            ),
            CheckConstraint(
                condition=Q(erased_at__isnull=True)
                | Q(name_ref__isnull=True, phone_ref__isnull=True, email_ref__isnull=True, birth_month__isnull=True),
                name="person_erased_holds_nothing",
            ),
        )

    def __str__(self) -> str:
        return str(self.id)
