"""By what right someone acts for someone else."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import CheckConstraint, F, Index, Q

from linli.domains.people.models.account import Account
from linli.domains.people.models.person import Person
from linli.domains.people.vocabulary import ActingBasis
from linli.kernel.ids import new_id


class Authorisation(models.Model):
    """The principal lets the agent act for them, within a scope, for a time; withdrawn as easily as given.

    The agent is an account, or a person who may not have one yet. `evidence` points at what proves it (a paper
    photographed, a call's number); `scope` names kinds of matter.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    principal = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="authorisations_given")
    agent_person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="authorisations_held"
    )
    agent_account = models.ForeignKey(
        Account, on_delete=models.PROTECT, null=True, blank=True, related_name="authorisations_held"
    )
    basis = models.CharField(max_length=16)
    scope = ArrayField(models.CharField(max_length=32))
    recorded_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    evidence = models.UUIDField(null=True, blank=True)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            CheckConstraint(condition=Q(basis__in=ActingBasis.codes()), name="authorisation_basis_is_known"),
            CheckConstraint(condition=Q(scope__len__gt=0), name="authorisation_has_a_scope"),
            CheckConstraint(
                condition=Q(agent_person__isnull=True) ^ Q(agent_account__isnull=True),
                name="authorisation_has_one_agent",
            ),
            CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("since")), name="authorisation_ends_after_it_began"
            ),
        )
        indexes = (Index(fields=["principal", "since"], name="authorisation_principal"),)

    def __str__(self) -> str:
        return f"{self.basis} {self.id}"
