"""How the live bank is stocked: pure decisions."""

from collections.abc import Sequence
from hashlib import sha256

from vel_tutor import content
from vel_tutor.vocabulary import Standing

PER_FAMILY = 10
"""Live instances of a family that makes as many as one likes."""
TRIES_FOR_ANOTHER = 60
"""Seeds to try before a family is taken to have no further question."""
FAMILY_VARIANCE = 0.36
"""Of a family's shift before any answer, in logits squared: sd .6 (learning.md B5)."""
ITEM_VARIANCE = 0.04
"""Of an item's own offset within its family: sd .2."""
WORN_AFTER = 400
"""Showings after which an instance makes room for a sibling: a fifth of a window of tests."""
WINDOW = 2000
"""Tests of one grade over which exposure is counted."""
FEWEST_TESTS = 24
"""With fewer tests than this the cap counts as if there had been so many, or the second learner
would get nothing the first one saw."""
ANCHORS = 30
"""Families of a subject that hold the scale in place."""
SETTLED_ANSWERS = 2000
"""Once a subject has so many answers, a new family is tried out before it counts."""
TRIED_AFTER = 30
"""Answers after which a family that was tried out counts like the others."""
JUDGED_EVERY = 25
"""A family is looked at as a whole after every so many answers."""
FEWEST_TO_JUDGE = 25
FEWEST_IN_A_GROUP = 20
"""Answers of each group before they are compared."""
LEAST_DRIFT = 0.005
"""Logits the anchors may have moved on average before everything is moved back."""


READERS = frozenset({Standing.ADMIN, Standing.PRODUCT_MANAGER})
"""Who may look into the bank; only an admin takes families out and brings them back."""
PAGE = 30
"""Families on one page of the list."""


def fingerprint(item: content.Item) -> str:
    """Equal for instances that ask the same."""
    asked = (item.stem, item.passage, item.figure, item.key)
    return sha256("\x1f".join(asked).encode()).hexdigest()[:32]


def wanted(family: content.Family) -> int:
    """How many live instances a family should have."""
    return 1 if family.authored else PER_FAMILY


def anchors(families: Sequence[tuple[int, str]]) -> frozenset[str]:
    """Up to `ANCHORS` of the families, given as (grade, id), spread evenly over the grades."""
    ordered = [name for _, name in sorted(families)]
    if len(ordered) <= ANCHORS:
        return frozenset(ordered)
    return frozenset(ordered[place * len(ordered) // ANCHORS] for place in range(ANCHORS))
