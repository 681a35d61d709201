"""The tables of homes and who lives in them: opaque numbers only; names and contacts lie in the vault."""

from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, F, Index, Q, UniqueConstraint

from linli.domains.holdings.vocabulary import HomeUse, Relation
from linli.domains.people.models import Account, Person
from linli.domains.places.models import Place
from linli.kernel.ids import new_id


class Home(models.Model):
    """A place of kind home, as somewhere to live; `area_m2` in square metres."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    place = models.OneToOneField(Place, on_delete=models.PROTECT, related_name="home")
    use = models.CharField(max_length=8, default=HomeUse.UNKNOWN.value)
    area_m2 = models.DecimalField(max_digits=8, decimal_places=2, null=True, blank=True)
    registered_at = models.DateTimeField()

    class Meta:
        constraints = (
            CheckConstraint(condition=Q(use__in=HomeUse.codes()), name="home_use_is_known"),
            CheckConstraint(condition=Q(area_m2__isnull=True) | Q(area_m2__gt=0), name="home_area_is_positive"),
        )

    def __str__(self) -> str:
        return str(self.id)


class Household(models.Model):
    """People who keep house together in a home, for a time; a home may hold several households.

    One that a resident declared is theirs alone until the desk confirms it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    home = models.ForeignKey(Home, on_delete=models.PROTECT, related_name="households")
    head = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = (
            CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="household_ends_after_it_began"
            ),
        )

    def __str__(self) -> str:
        return str(self.id)


class HouseholdMember(models.Model):
    """One person's time in a household."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="members")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="memberships")
    relation = models.CharField(max_length=16)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            CheckConstraint(condition=Q(relation__in=Relation.codes()), name="member_relation_is_known"),
            CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="member_leaves_after_joining"
            ),
            UniqueConstraint(
                fields=["household", "person"], condition=Q(until__isnull=True), name="member_belongs_once"
            ),
        )
        indexes = (Index(fields=["person"], condition=Q(until__isnull=True), name="member_now"),)

    def __str__(self) -> str:
        return str(self.id)
