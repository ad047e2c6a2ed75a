"""Ages, names and time limits: pure decisions about people."""

from datetime import datetime, timedelta

from vel_tutor.vocabulary import AgeBand, Role, Standing

_ADULT_ROLES: dict[Role, Standing] = {
    Role.PARENT: Standing.PARENT,
    Role.TUTOR: Standing.TUTOR,
    Role.PRODUCT_MANAGER: Standing.PRODUCT_MANAGER,
    Role.COMPLIANCE: Standing.COMPLIANCE,
    Role.TRUST_SAFETY: Standing.TRUST_SAFETY,
    Role.ADMIN: Standing.ADMIN,
}
_STUDENT_BANDS: dict[AgeBand, Standing] = {
    AgeBand.CHILD: Standing.CHILD,
    AgeBand.TEEN: Standing.TEEN,
    AgeBand.ADULT: Standing.ADULT,
}
LEARNER_IDLE = timedelta(hours=24)
LEARNER_ABSOLUTE = timedelta(days=30)
STAFF_IDLE = timedelta(minutes=30)
STAFF_ABSOLUTE = timedelta(hours=12)
"""How long a sign-in lasts unused, and at the most (ASVS 7.3; `STAFF_*` for staff)."""


def standing(role: Role, band: AgeBand, *, waits_for_consent: bool) -> Standing:
    """As whom a person with `role` in age band `band` acts."""
    if role is not Role.STUDENT:
        return _ADULT_ROLES[role]
    return Standing.LOCKED_CHILD if waits_for_consent else _STUDENT_BANDS[band]


def sign_in_is_over(role: Role, created_at: datetime, seen_at: datetime, now: datetime) -> bool:
    """Whether a sign-in has been idle or alive for too long."""
    learner = role in {Role.STUDENT, Role.PARENT}
    idle, absolute = (LEARNER_IDLE, LEARNER_ABSOLUTE) if learner else (STAFF_IDLE, STAFF_ABSOLUTE)
    return now - seen_at > idle or now - created_at > absolute
