"""What a mixed deck asks: skills within reach, what comes back, what is nearly forgotten."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle
from random import Random

from vel_tutor import content
from vel_tutor.domain.mastery import SkillStanding, families_of, parameters
from vel_tutor.domain.practice import rules
from vel_tutor.domain.practice.rules import Card
from vel_tutor.measure import irt
from vel_tutor.vocabulary import Mastery

REACH = (0.6, 0.85)
"""The share right at which one learns most: neither lost nor bored."""
FAILING_SHARE = 0.5
FAILING_ANSWERS = 3
"""After so many answers a share right below that means that something is missing underneath."""
BACK_OF_FIVE = 2
DUE_OF_FIVE = 1
"""Of five questions, as many at most come back, and as many are nearly forgotten."""
_OUT_OF_REACH = 0.25
_SURE_ALREADY = 0.1
_SLOPE = 4.0
_TO_CHOOSE_FROM = 3

Standings = Mapping[str, SkillStanding]


@dataclass(frozen=True)
class Ask:
    """One place of a deck: a skill, and whether it comes back because it was missed."""

    skill: str
    comes_back: bool = False


def mixed(
    of_grade: Sequence[str], standings: Standings, back: Sequence[str], size: int, seed: int
) -> tuple[Ask, ...]:
    """The skills of a deck of `size`, in an order drawn from `seed`.

    Args:
        of_grade: the skills of the grade that was chosen.
        standings: where every skill of the subject stands for the learner.
        back: skills that were missed and are to come back, the longest waiting first.
    """
    rng = Random(seed)  # noqa: S311  (repeatable, not secret)
    asks = [Ask(skill, comes_back=True) for skill in back[: BACK_OF_FIVE * size // 5]]
    taken = {ask.skill for ask in asks}
    due = [skill for skill in standings if standings[skill].due and skill not in taken]
    asks += [Ask(skill) for skill in rng.sample(due, min(len(due), DUE_OF_FIVE * size // 5))]
    wanted = within_reach(of_grade, standings)
    while len(asks) < size:
        fresh = {skill: weight for skill, weight in wanted.items() if Ask(skill) not in asks}
        weights = fresh or wanted
        asks += [Ask(skill) for skill in rng.choices(list(weights), list(weights.values()))]
    rng.shuffle(asks)
    return tuple(asks)


def one_skill(skill: str, back: Sequence[str], size: int) -> tuple[Ask, ...]:
    """A deck of one skill; if it was to come back, its first question does."""
    return tuple(Ask(skill, comes_back=skill in back and not place) for place in range(size))


def cards(
    asks: Sequence[Ask], standings: Standings, avoid: Sequence[Card], seed: int
) -> tuple[Card, ...]:
    """A question for each place: the skill's families in turn, as far as possible within reach.

    Args:
        avoid: questions seen lately.
    """
    rng = Random(seed)  # noqa: S311  (repeatable, not secret)
    turns: dict[str, Iterator[str]] = {}
    dealt: list[Card] = []
    for ask in asks:
        if ask.skill not in turns:
            families = [family.id for family in families_of()[ask.skill]]
            turns[ask.skill] = cycle(rng.sample(families, len(families)))
        family, theta = next(turns[ask.skill]), standings[ask.skill].theta
        some = [rules.another(family, [*avoid, *dealt], rng) for _ in range(_TO_CHOOSE_FROM)]
        dealt.append(some[nearest([_chance(card, theta) for card in some])])
    return tuple(dealt)


def _chance(card: Card, theta: float) -> float:
    item = parameters(content.instance(card.family, card.seed))
    return float(irt.probability(theta, *item))


def within_reach(of_grade: Sequence[str], standings: Standings) -> dict[str, float]:
    """The skills to draw from, with their weights; instead of a failing one what it builds on."""
    found: dict[str, float] = {}
    for skill in of_grade:
        below = _missing_below(skill, standings) if _is_failing(standings[skill]) else ()
        for one in below or (skill,):
            found[one] = weight(standings[one])
    return found


def weight(standing: SkillStanding) -> float:
    """How much a skill is worth asking: most within reach, little when it is mastered."""
    low, high = REACH
    off = max(low - standing.share, standing.share - high, 0.0)
    worth = max(_OUT_OF_REACH, 1.0 - _SLOPE * off)
    return worth * (_SURE_ALREADY if standing.level is Mastery.MASTERED else 1.0)


def nearest(shares: Sequence[float]) -> int:
    """Which of several questions is best within reach, by the chance to get each right."""
    middle = sum(REACH) / 2
    return min(range(len(shares)), key=lambda at: abs(shares[at] - middle))


def _is_failing(standing: SkillStanding) -> bool:
    return standing.answers >= FAILING_ANSWERS and standing.share < FAILING_SHARE


def _missing_below(skill: str, standings: Standings) -> tuple[str, ...]:
    """What a skill builds on, near or far, and is not known: the lowest gaps first reached."""
    below = [
        one
        for one in content.skill(skill).prerequisites
        if one in standings and one in families_of() and not _is_known(standings[one])
    ]
    deeper = [
        gap
        for one in below
        if _is_failing(standings[one])
        for gap in _missing_below(one, standings)
    ]
    return tuple(deeper or below)


def _is_known(standing: SkillStanding) -> bool:
    return standing.inferred or standing.level in (Mastery.PROFICIENT, Mastery.MASTERED)
