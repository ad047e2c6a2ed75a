"""Dealing decks, measuring time, levels and XP: pure decisions about practice."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from itertools import cycle
from random import Random
from statistics import median

from vel_tutor import content
from vel_tutor.vocabulary import Subject

LENGTHS = (5, 10, 15)
HINTS = 2
LONGEST_ANSWER = 200
"""Characters; what is typed beyond that is no answer."""
LONGEST_MS = 10 * 60 * 1000
"""The most one question can count: somebody who walks away is not still thinking."""

XP_PER_SESSION = 10
XP_PERFECT_BONUS = 20
PERFECT_NEEDS = 8
"""Questions in a deck before a perfect score pays a bonus."""
FULL_A_DAY = 5
HALF_A_DAY = 10
"""Sessions a day that earn in full, and those that earn at least half (learning.md C7)."""
PERFECT_A_DAY = 2
"""Decks a day whose perfect score pays a bonus: else a bot that is always right, around the clock,
would earn three times what a learner earns in 40 minutes (`bench/farmer.py`)."""
RAPID_MS = 2000
"""A median answer time under this is guessing, not reading."""
REPEAT_WINDOW = timedelta(hours=24)

LEVEL_STEP = 0.2
LEVEL_START = 0.5
ANSWERS_TO_KNOW = 3

SLIP_S = 5
SLIP_GRACE_S = 2
"""How long a wrong key may be taken back, and what the way to us may take on top."""
BACK_AFTER_DAYS = (1, 3, 7)
RIGHT_TO_STAY_AWAY = 2
"""What was missed comes back after so many days each time, until it went right so often."""
STALE_AFTER = timedelta(days=14)
"""Unfinished decks nobody has touched for so long are closed."""
VISIT_PAUSE = timedelta(minutes=20)
"""Without an answer for so long, a visit is over."""
TIMES_FOR_MEDIAN = 20
"""Answers in a family before their median time says more than what its author expected."""

_TRIES_FOR_ANOTHER = 25
_SEEDS = 2**31


@dataclass(frozen=True)
class Card:
    """One question of a deck: a family and the seed of the instance."""

    family: str
    seed: int


@dataclass(frozen=True, kw_only=True)
class Mark:
    """How one question went: what level and XP look at."""

    right: bool
    hinted: bool = False
    revealed: bool = False
    spent_ms: int = 0

    @property
    def credit(self) -> float:
        """1 for right, half with a hint, nothing for wrong or for asking to see the solution."""
        if not self.right or self.revealed:
            return 0.0
        return 0.5 if self.hinted else 1.0


@dataclass(frozen=True)
class Earned:
    """XP for a finished session, and in words why it is less than it could be."""

    finished: int
    perfect: int
    note: str = ""
    counts_as_practice: bool = True
    """Whether the session makes its day a practised one."""


def families_for(subject: Subject, grade: int, skill: str) -> tuple[content.Family, ...]:
    """The families of one skill, or of the whole grade when `skill` is empty."""
    return tuple(
        family
        for family in content.families()
        if (known := content.skill(family.skill)).subject is subject
        and known.grade == grade
        and skill in ("", known.id)
    )


def deal(families: Sequence[str], size: int, seed: int) -> tuple[Card, ...]:
    """`size` different questions, the families in turn, in an order drawn from `seed`."""
    rng = Random(seed)  # noqa: S311  (repeatable, not secret)
    order = list(families)
    rng.shuffle(order)
    turns = cycle(order)
    return tuple(_different((next(turns) for _ in range(size)), rng))


def deal_like(families: Sequence[str], avoid: Sequence[Card], seed: int) -> tuple[Card, ...]:
    """Another instance of each family, in the same order, none of them in `avoid`."""
    rng = Random(seed)  # noqa: S311  (repeatable, not secret)
    return tuple(_different(iter(families), rng, avoid))


def another(family: str, avoid: Sequence[Card], rng: Random) -> Card:
    """A card of the family whose question is in none of `avoid`, as long as it has others."""
    return next(_different(iter([family]), rng, [card for card in avoid if card.family == family]))


def instead(card: Card, deck: Sequence[Card]) -> Card | None:
    """Another question of the same kind that is not in the deck; None if there is none.

    Always the same one for the same card, so that asking twice promises nothing twice.
    """
    rng = Random(f"{card.family}/{card.seed}")  # noqa: S311  (repeatable, not secret)
    other = another(card.family, deck, rng)
    return None if _question(other) in {_question(one) for one in deck} else other


def _different(families: Iterator[str], rng: Random, avoid: Sequence[Card] = ()) -> Iterator[Card]:
    """A card of each family, no question twice as long as the family has others."""
    seen = {_question(card) for card in avoid}
    for family in families:
        card = Card(family, rng.randrange(_SEEDS))
        for _ in range(_TRIES_FOR_ANOTHER):
            if _question(card) not in seen:
                break
            card = Card(family, rng.randrange(_SEEDS))
        seen.add(_question(card))
        yield card


def _question(card: Card) -> tuple[str, str, str]:
    item = content.instance(card.family, card.seed)
    return item.stem, item.passage, item.figure


def fingerprint(cards: Sequence[Card]) -> str:
    """Equal for decks of the same questions, in whatever order."""
    named = sorted(f"{card.family}/{card.seed}" for card in cards)
    return sha256("\n".join(named).encode()).hexdigest()[:32]


def spent_ms(before_ms: int, since: datetime | None, now: datetime) -> int:
    """Milliseconds on one question: before the last pause, and since then; never over the cap."""
    running = (now - since) // timedelta(milliseconds=1) if since else 0
    return min(LONGEST_MS, before_ms + max(0, running))


def percent(part: int, whole: int) -> int:
    """`part` of `whole` in 0..100, rounded half up."""
    return (200 * part + whole) // (2 * whole) if whole else 0


def next_average(average: float, credit: float) -> float:
    """A skill's moving average (0..1) after an answer worth `credit`."""
    return average + LEVEL_STEP * (credit - average)


def average_before(average: float, credit: float) -> float:
    """The moving average as it was before an answer worth `credit`."""
    return (average - LEVEL_STEP * credit) / (1 - LEVEL_STEP)


def is_quick(answered_at: datetime, now: datetime) -> bool:
    """Whether an answer is so fresh that it may have been the wrong key."""
    return now - answered_at <= timedelta(seconds=SLIP_S + SLIP_GRACE_S)


def back_after(stage: int) -> int:
    """Days until a missed skill comes back again, having come back `stage` times."""
    return BACK_AFTER_DAYS[min(stage, len(BACK_AFTER_DAYS) - 1)]


def is_rapid(marks: Sequence[Mark]) -> bool:
    """Whether the answers came faster than anybody reads the questions."""
    return median(mark.spent_ms for mark in marks) < RAPID_MS


def xp_earned(
    marks: Sequence[Mark], *, finished_before: int, repeated: bool, perfect_before: int = 0
) -> Earned:
    """XP for a finished session (PRD story 3.5, with the farming rules of learning.md C7).

    Args:
        marks: how each question went.
        finished_before: sessions finished earlier on the same local day.
        repeated: whether the very same questions were finished within the last 24 hours.
        perfect_before: how many of the earlier ones were paid a bonus.
    """
    if is_rapid(marks):
        return Earned(0, 0, "No XP: the answers came faster than the questions can be read.", False)
    if repeated:
        return Earned(0, 0, "No XP: you finished these same questions within the last day.")
    if finished_before >= HALF_A_DAY:
        return Earned(0, 0, f"No XP after {HALF_A_DAY} sessions a day. Your levels still count it.")
    helped = sum(1.0 if mark.revealed else 0.5 for mark in marks if mark.hinted or mark.revealed)
    unaided = 1 - helped / len(marks)
    perfect = len(marks) >= PERFECT_NEEDS and all(mark.credit == 1 for mark in marks)
    share = 0.5 if finished_before >= FULL_A_DAY else 1.0
    finished = int(XP_PER_SESSION * unaided * share + 0.5)
    pays_bonus = perfect and perfect_before < PERFECT_A_DAY
    bonus = int(XP_PERFECT_BONUS * share) if pays_bonus else 0
    note = _note(share, unaided)
    if perfect and not pays_bonus:
        note = f"All right again! The bonus is for {PERFECT_A_DAY} decks a day. {note}".strip()
    return Earned(finished, bonus, note, unaided > 0)


def _note(share: float, unaided: float) -> str:
    if share < 1:
        return f"Half XP from session {FULL_A_DAY + 1} of the day on."
    if unaided < 1:
        return "Hints and shown solutions take a little off."
    return ""
