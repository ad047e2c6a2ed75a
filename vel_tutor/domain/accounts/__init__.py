"""People: roles, the age gate, guardians, consent and preferences."""

from vel_tutor.domain.accounts.queries import actor_for

__all__ = ["actor_for"]
