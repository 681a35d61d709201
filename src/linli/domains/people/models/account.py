"""What someone, or a machine, signs in with."""

from __future__ import annotations

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import CheckConstraint, Q

from linli.domains.people.models.person import Person
from linli.domains.people.vocabulary import AccountKind
from linli.kernel.ids import new_id


class Account(AbstractBaseUser):
    """A way in. Staff have a username and a name shown in the open; residents have neither: they are their person.

    `display_name` and `email` are an office's own: public officials act under their names. A resident's stay sealed.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField(max_length=8)
    username = models.CharField(max_length=64, unique=True, null=True, blank=True)
    display_name = models.CharField(max_length=64, blank=True)
    email = models.EmailField(blank=True)
    person = models.OneToOneField(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="account")
    is_active = models.BooleanField(default=True)
    last_seen = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"

    objects = BaseUserManager()

    class Meta:
        constraints = (
            CheckConstraint(condition=Q(kind__in=AccountKind.codes()), name="account_kind_is_known"),
            CheckConstraint(
                condition=Q(kind=AccountKind.RESIDENT.value) | Q(username__isnull=False),
                name="account_of_the_office_has_a_username",
            ),
            CheckConstraint(
                condition=~Q(kind=AccountKind.RESIDENT.value) | Q(display_name="", email="", person__isnull=False),
                name="account_of_a_resident_shows_nothing",
            ),
        )

    def __str__(self) -> str:
        return self.display_name or str(self.id)

    @property
    def is_staff_account(self) -> bool:
        """Whether its holder works here."""
        return self.kind == AccountKind.STAFF
