"""The groups of people the policy speaks of."""

from vel_tutor.vocabulary import EVERYONE, STUDENTS, Standing

Allowed = frozenset[Standing]
TEST_TAKERS: Allowed = STUDENTS | {Standing.PARENT}
BANK_READERS: Allowed = frozenset({Standing.ADMIN, Standing.PRODUCT_MANAGER})
FUNNEL_READERS: Allowed = frozenset(
    {Standing.PRODUCT_MANAGER, Standing.ADMIN, Standing.TRUST_SAFETY, Standing.COMPLIANCE}
)
GROWTH_READERS: Allowed = frozenset({Standing.ADMIN, Standing.PRODUCT_MANAGER})
ADVICE_READERS: Allowed = BANK_READERS | {Standing.TRUST_SAFETY}
REVIEWERS: Allowed = frozenset({Standing.TRUST_SAFETY, Standing.ADMIN})
LISTENERS: Allowed = frozenset({Standing.TRUST_SAFETY})
ADMINS: Allowed = frozenset({Standing.ADMIN})
PARENTS: Allowed = frozenset({Standing.PARENT})
TEENS: Allowed = frozenset({Standing.TEEN})
MINORS: Allowed = frozenset({Standing.CHILD, Standing.TEEN})
UNLOCKED: Allowed = EVERYONE - {Standing.LOCKED_CHILD}
GROWN: Allowed = frozenset({Standing.TEEN, Standing.ADULT})
TUTORS: Allowed = frozenset({Standing.TUTOR})
ROOM_GOERS: Allowed = STUDENTS | {Standing.TUTOR, Standing.TRUST_SAFETY, Standing.ADMIN}
