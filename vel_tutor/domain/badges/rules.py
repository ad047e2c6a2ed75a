"""What deeds are worth for badges, and how far a measure has come: pure decisions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from uuid import NAMESPACE_URL, UUID, uuid5

from vel_tutor.content.badges import BADGES, Badge
from vel_tutor.domain.diagnostics.views import CarefulTest
from vel_tutor.domain.mastery.views import SkillStanding
from vel_tutor.domain.practice.views import Deed
from vel_tutor.vocabulary import BadgeMeasure, Mastery, Subject

GOOD_PERCENT = 70
"""Of a deck right, for it to count as a good one."""
AWAY = timedelta(days=14)
KEPT_DAYS = 21.0
"""A card that will be remembered so long is kept."""
EARLY_HOURS = range(5, 8)
LEAST_LEARNERS = 100
"""With fewer, nobody is told how rare a badge is: it would tell who holds it."""
_KNOWN = frozenset({Mastery.PROFICIENT, Mastery.MASTERED})

Measured = tuple[BadgeMeasure, str]
"""A measure, and the subject or strand it is counted in."""

COUNTED_BY: Mapping[Measured, tuple[Badge, ...]] = {
    key: tuple(badge for badge in BADGES.values() if (badge.measure, badge.of) == key)
    for key in {(badge.measure, badge.of) for badge in BADGES.values()}
}
"""The badges that hang on each measure."""


@dataclass(frozen=True)
class Tally:
    """What is to be counted for one person.

    `deeds` add one each, once for ever; `heights` raise a measure to where it stands now.
    """

    deeds: frozenset[tuple[BadgeMeasure, str, UUID]] = frozenset()
    heights: Mapping[Measured, int] = field(default_factory=dict[Measured, int])

    def __or__(self, other: "Tally") -> "Tally":
        both = {**self.heights}
        for key, height in other.heights.items():
            both[key] = max(both.get(key, 0), height)
        return Tally(self.deeds | other.deeds, both)

    @property
    def wanted(self) -> "Tally":
        """Without what no badge hangs on, and without heights of nothing."""
        return Tally(
            frozenset(one for one in self.deeds if one[:2] in COUNTED_BY),
            {key: at for key, at in self.heights.items() if at > 0 and key in COUNTED_BY},
        )


def of_deck(deed: Deed) -> Tally:
    """A finished deck."""
    true_of: dict[BadgeMeasure, bool] = {
        BadgeMeasure.SESSIONS: deed.percent >= GOOD_PERCENT,
        BadgeMeasure.PERFECT: deed.is_perfect,
        BadgeMeasure.TURNAROUNDS: deed.was_low_before,
        BadgeMeasure.EARLY: deed.hour in EARLY_HOURS,
        BadgeMeasure.NEW_YEAR: (deed.on.month, deed.on.day) == (1, 1),
        BadgeMeasure.PI_DAY: (deed.on.month, deed.on.day) == (3, 14)
        and deed.subject is Subject.MATH,
    }
    return Tally(
        frozenset(
            (measure, of, deed.session_id)
            for measure, is_so in true_of.items()
            if is_so
            for of in ("", deed.subject.value)
        ),
        {(BadgeMeasure.SUBJECTS_A_WEEK, ""): deed.subjects_that_week},
    )


def of_skills(standings: Iterable[tuple[SkillStanding, str]], grown: int) -> Tally:
    """What somebody knows; each skill comes with its strand, as "math/Fractions"."""
    heights: dict[Measured, int] = {(BadgeMeasure.SKILLS_GROWN, ""): grown}
    for standing, strand in standings:
        if standing.level not in _KNOWN:
            continue
        for of in ("", strand.partition("/")[0], strand):
            key = (BadgeMeasure.SKILLS_PROFICIENT, of)
            heights[key] = heights.get(key, 0) + 1
            if standing.level is Mastery.MASTERED:
                key = (BadgeMeasure.SKILLS_MASTERED, of)
                heights[key] = heights.get(key, 0) + 1
    return Tally(heights=heights)


def of_tests(tests: Iterable[CarefulTest]) -> Tally:
    """Tests taken with care, the earliest first."""
    best_gain = 0
    lowest: dict[tuple[Subject, int], int] = {}
    taken: set[UUID] = set()
    for test in tests:
        key = (test.subject, test.grade)
        lowest[key] = min(lowest.get(key, test.percent), test.percent)
        best_gain = max(best_gain, test.percent - lowest[key])
        taken.add(test.test_id)
    return Tally(
        frozenset((BadgeMeasure.TESTS, "", test_id) for test_id in taken),
        {
            (BadgeMeasure.SUBJECTS_TESTED, ""): len({subject for subject, _ in lowest}),
            (BadgeMeasure.TEST_GROWTH, ""): best_gain,
        },
    )


def of_day(day: date, before: date | None) -> Tally:
    """A practised day, and the last one before it."""
    source = uuid5(NAMESPACE_URL, f"vel_tutor:practice-day:{day.isoformat()}")
    deeds = {(BadgeMeasure.DAYS, "", source)}
    if before and day - before >= AWAY:
        deeds.add((BadgeMeasure.COMEBACKS, "", source))
    return Tally(frozenset(deeds))


def of_days(days: Iterable[date]) -> Tally:
    """All practised days, the earliest first."""
    known = list(days)
    tally = of_day(known[0], None) if known else Tally()
    for before, day in pairwise(known):
        tally |= of_day(day, before)
    return tally


def streak(length: int) -> Tally:
    """A streak as it stands."""
    return Tally(heights={(BadgeMeasure.STREAK, ""): length})


def cards_kept(cards: int) -> Tally:
    """Cards that are remembered for weeks."""
    return Tally(heights={(BadgeMeasure.CARDS_KEPT, ""): cards})


def once(source_id: UUID, *measures: BadgeMeasure) -> Tally:
    """One deed in these measures."""
    return Tally(frozenset((measure, "", source_id) for measure in measures))


@dataclass(frozen=True)
class Reach:
    """How far somebody is with one badge."""

    level: int
    """Held, or earned by what was counted; 0 for none."""
    percent: int
    """Of the way to the next level, 0..100; 100 when there is none."""
    next_level: int
    """0 when there is none."""


def reach(badge: Badge, value: int, held: int) -> Reach:
    """How far `value` brings somebody who holds level `held`."""
    level = max(held, badge.level_at(value))
    if level == badge.levels:
        return Reach(level, 100, 0)
    goal = badge.thresholds[level]
    return Reach(level, min(99, 100 * value // goal), level + 1)


def rarity(holders: int, learners: int) -> int | None:
    """The share of learners who hold a badge, 0..100 and at least 1; None among too few."""
    if learners < LEAST_LEARNERS or not holders:
        return None
    return max(1, round(100 * holders / learners))
