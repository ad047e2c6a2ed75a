"""How well one skill is known, as a distribution, and the level that follows from it.

A skill has its own place beside the person's general ability: theta_s = theta + offset, where the
offset follows those of the skills it builds on. "N right in a row" is not used: somebody who
knows 71 % gets three in a row nearly always.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import hypot

from vel_tutor.measure.eap import Posterior, replay
from vel_tutor.measure.irt import Parameters, Response
from vel_tutor.measure.norms import Domain
from vel_tutor.vocabulary import Mastery

PARENT_SHARE = 0.6
"""How much of the mean offset of its prerequisites a skill is expected to have."""
OFFSET_SD = 0.5
HINTED_WEIGHT = 0.5
WINDOW = 30
"""Answers that are looked at: people learn, so what they did long ago says little."""
LATER_DAY_RIGHT = 2
"""Right answers on a later day that turn proficient into mastered."""
INFERRED_SHARE = 0.85


@dataclass(frozen=True)
class Bar:
    """What a level asks for: `sure` that the share right is at least `share`, after `answers`."""

    share: float
    sure: float
    answers: int


FAMILIAR = Bar(share=0.7, sure=0.5, answers=3)
PROFICIENT = Bar(share=0.8, sure=0.89, answers=5)
"""Chosen by `bench.mastery`: of those who know 92 % it finds 93 % within twenty answers, of those
who know 71 % it takes 5 % for proficient, though the skill's own offset is unknown at first."""

ORDER = (
    Mastery.UNKNOWN,
    Mastery.STARTED,
    Mastery.FAMILIAR,
    Mastery.PROFICIENT,
    Mastery.MASTERED,
)


def before(theta: float, se: float, parent_offsets: Sequence[float] = ()) -> Posterior:
    """What is expected of a skill before any answer in it.

    Args:
        theta: the person's ability in the subject, and its standard error `se`.
        parent_offsets: how far each known prerequisite lies above (or below) that ability.
    """
    shift = sum(parent_offsets) / len(parent_offsets) if parent_offsets else 0.0
    return Posterior.normal(theta + PARENT_SHARE * shift, hypot(se, OFFSET_SD))


def answer(item: Parameters, *, right: bool, hinted: bool = False) -> Response:
    """An answer in practice: after a hint it counts half."""
    return Response(item, right, weight=HINTED_WEIGHT if hinted else 1.0)


def after(prior: Posterior, answers: Iterable[Response]) -> Posterior:
    """What is known of the skill after these answers, oldest first."""
    return replay(prior, list(answers)[-WINDOW:])


def sure_of(posterior: Posterior, domain: Domain, share: float) -> float:
    """The probability of getting at least `share` of the skill's questions right."""
    return float(posterior.weights[domain.over(posterior) >= share].sum())


def reached(posterior: Posterior, domain: Domain, answers: int) -> Mastery:
    """The level the answers alone speak for; `Mastery.MASTERED` takes another day."""
    if not answers:
        return Mastery.UNKNOWN
    for level, bar in ((Mastery.PROFICIENT, PROFICIENT), (Mastery.FAMILIAR, FAMILIAR)):
        if answers >= bar.answers and sure_of(posterior, domain, bar.share) >= bar.sure:
            return level
    return Mastery.STARTED


def settle(speaks_for: Mastery, began_at: Mastery, later_right: int) -> Mastery:
    """The level to keep: one slip never costs more than one level in one sitting.

    Args:
        speaks_for: what the answers alone speak for.
        began_at: the level when this sitting began.
        later_right: right answers since the day after the skill became proficient.
    """
    level = ORDER.index(speaks_for)
    is_proficient = speaks_for is Mastery.PROFICIENT
    if is_proficient and (later_right >= LATER_DAY_RIGHT or began_at is Mastery.MASTERED):
        return Mastery.MASTERED
    return ORDER[max(level, ORDER.index(began_at) - 1)]


def is_inferred(expected_share: float, *, follower_is_proficient: bool) -> bool:
    """Whether an untested skill may be taken as known: what builds on it is, and it is easy."""
    return follower_is_proficient and expected_share >= INFERRED_SHARE
