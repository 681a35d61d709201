"""What may be asked about people and organisations."""

from linli.domains.people.queries.actors import acting_for, actor_for

__all__ = ["acting_for", "actor_for"]
