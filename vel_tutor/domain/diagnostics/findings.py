"""What the answers of one test say about areas and skills, and what to do next. Pure.

Each area and each skill is judged from its own answers on top of what all *other* answers say, so
that nothing counts twice. What was not asked is only claimed where something that builds on it
was shown to be known.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache

import numpy as np

from vel_tutor import content
from vel_tutor.content import blueprint
from vel_tutor.domain.bank import Live
from vel_tutor.measure import mastery
from vel_tutor.measure.eap import Posterior, replay
from vel_tutor.measure.irt import Response
from vel_tutor.measure.norms import Domain
from vel_tutor.vocabulary import Knowledge, Subject

GRADES_BELOW, GRADES_ABOVE = 3, 1
"""Grades around that of the test whose skills are shown."""
KNOWN_SHARE = 0.8
STRONG, GAP = 75, 65
"""Percent from which a skill counts as a strength, and below which it is a gap."""
READY_FROM, READY_TO, READY_BEST = 40, 80, 65
"""Percent between which an untested skill is within reach, and where learning goes best."""
STEPS = 3


@dataclass(frozen=True)
class Asked:
    """One answer with what it was about."""

    skill: str
    area: str
    response: Response


@dataclass(frozen=True)
class AreaFinding:
    name: str
    percent: int
    low: int
    high: int
    asked: int


@dataclass(frozen=True)
class SkillFinding:
    skill: str
    knowledge: str
    percent: int
    asked: int
    right: int

    @property
    def is_measured(self) -> bool:
        return self.knowledge == Knowledge.MEASURED


@dataclass(frozen=True)
class StepFinding:
    """A skill to practise next; `kind` is `gap`, `ready` or `firm`."""

    skill: str
    kind: str


@dataclass(frozen=True)
class Findings:
    areas: tuple[AreaFinding, ...]
    skills: tuple[SkillFinding, ...]
    strengths: tuple[str, ...]
    """Ids of skills."""
    steps: tuple[StepFinding, ...]

    def plain(self) -> dict[str, object]:
        """As JSON can hold it."""
        return asdict(self)


def find(live: Live, grade: int, before: Posterior, asked: Sequence[Asked]) -> Findings:
    """Everything one test says.

    Args:
        before: what was expected before the first answer.
        asked: the answers that count, in order.
    """
    skills = tuple(_skills(live, grade, before, asked))
    return Findings(
        areas=tuple(_areas(live, grade, before, asked)),
        skills=skills,
        strengths=_strengths(skills),
        steps=_steps(skills, grade),
    )


def _areas(
    live: Live, grade: int, before: Posterior, asked: Sequence[Asked]
) -> Iterator[AreaFinding]:
    for name in blueprint.AREAS[live.subject]:
        own = [one.response for one in asked if one.area == name]
        others = replay(before, [one.response for one in asked if one.area != name])
        known = mastery.after(mastery.before(others.theta, others.se), own)
        scores = [
            live.area_score(name, theta, grade)
            for theta in (known.theta, known.theta - known.se, known.theta + known.se)
        ]
        percent, low, high = (-1 if score is None else _percent(score) for score in scores)
        yield AreaFinding(name, percent, max(low, 0), max(high, 0), len(own))


def _skills(
    live: Live, grade: int, before: Posterior, asked: Sequence[Asked]
) -> Iterator[SkillFinding]:
    everything = replay(before, [one.response for one in asked])
    untested = mastery.before(everything.theta, everything.se)
    tested = {one.skill for one in asked}
    domains = {skill: _domain(live, skill) for skill in _shown(live, grade, tested)}
    measured = {skill: _known(before, asked, skill) for skill in domains.keys() & tested}
    proficient = {
        skill
        for skill, known in measured.items()
        if mastery.sure_of(known, domains[skill], KNOWN_SHARE) >= 0.5
        and any(one.response.right for one in asked if one.skill == skill)
    }
    for skill, domain in domains.items():
        known = measured.get(skill, untested)
        share = float((known.weights * domain.over(known)).sum())
        follower = bool(_after(skill) & proficient)
        own = [one.response.right for one in asked if one.skill == skill]
        knowledge = Knowledge.MEASURED if own else Knowledge.UNKNOWN
        if not own and mastery.is_inferred(share, follower_is_proficient=follower):
            knowledge = Knowledge.INFERRED
        yield SkillFinding(skill, knowledge.value, _percent(share), len(own), sum(own))


def _known(before: Posterior, asked: Sequence[Asked], skill: str) -> Posterior:
    """What is known of one skill: its own answers on top of what all others say."""
    others = replay(before, [one.response for one in asked if one.skill != skill])
    own = [one.response for one in asked if one.skill == skill]
    return mastery.after(mastery.before(others.theta, others.se), own)


def _shown(live: Live, grade: int, tested: set[str]) -> list[str]:
    """The skills to show: those near the grade and those asked, in the order of the graph."""
    lowest, highest = grade - GRADES_BELOW, grade + GRADES_ABOVE
    if grade == blueprint.COLLEGE_PREP:
        lowest = blueprint.outline(live.subject, grade).first_grade - GRADES_ABOVE
    return [
        skill.id
        for skill in content.skills()
        if skill.id in live.by_skill and (lowest <= skill.grade <= highest or skill.id in tested)
    ]


def _domain(live: Live, skill: str) -> Domain:
    places, pool = live.by_skill[skill], live.pool
    return Domain.of(pool.a[places], pool.b[places], pool.c[places], pool.d[places])


@cache
def _after(skill: str) -> frozenset[str]:
    """Everything that builds on a skill, directly or not."""
    found: set[str] = set()
    ahead = list(content.skill(skill).builds_toward)
    while ahead:
        one = ahead.pop()
        if one not in found:
            found.add(one)
            ahead.extend(content.skill(one).builds_toward)
    return frozenset(found)


def _strengths(skills: Sequence[SkillFinding]) -> tuple[str, ...]:
    """Up to three skills that went well, the hardest first."""
    good = [
        one
        for one in skills
        if one.is_measured and one.right == one.asked and one.percent >= STRONG
    ]
    hardest = sorted(good, key=lambda one: (-content.skill(one.skill).grade, -one.percent))
    return tuple(one.skill for one in hardest[:STEPS])


def _steps(skills: Sequence[SkillFinding], grade: int) -> tuple[StepFinding, ...]:
    """Three skills to practise next: gaps first, then what is within reach, then what to firm up.

    One of a strand before a second of the same.
    """
    known = {one.skill: one for one in skills}
    wishes = [
        *(StepFinding(one.skill, "gap") for one in _gaps(skills, known)),
        *(StepFinding(one.skill, "ready") for one in _within_reach(skills, known, grade)),
        *(StepFinding(one.skill, "firm") for one in _to_firm_up(skills)),
    ]
    picked: list[StepFinding] = []
    for other_strand in (True, False):
        for wish in wishes:
            strands = {content.skill(one.skill).strand for one in picked}
            taken = wish.skill in {one.skill for one in picked}
            if taken or (other_strand and content.skill(wish.skill).strand in strands):
                continue
            if len(picked) < STEPS:
                picked.append(wish)
    return tuple(picked)


def _gaps(skills: Sequence[SkillFinding], known: Mapping[str, SkillFinding]) -> list[SkillFinding]:
    """What went wrong, what others build on first."""
    gaps = [one for one in skills if one.is_measured and one.right < one.asked]
    gaps = [one for one in gaps if one.percent < GAP]
    ids = {one.skill for one in gaps}

    def order(one: SkillFinding) -> tuple[bool, int]:
        return bool(set(content.skill(one.skill).prerequisites) & ids), one.percent

    return sorted(gaps, key=order)


def _within_reach(
    skills: Sequence[SkillFinding], known: Mapping[str, SkillFinding], grade: int
) -> list[SkillFinding]:
    """What has not been asked, can be done about two times in three, and stands on firm ground."""
    near = [
        one
        for one in skills
        if not one.is_measured
        and READY_FROM <= one.percent <= READY_TO
        and content.skill(one.skill).grade <= grade + GRADES_ABOVE
        and all(
            known[before].percent >= one.percent
            for before in content.skill(one.skill).prerequisites
            if before in known
        )
    ]
    return sorted(near, key=lambda one: abs(one.percent - READY_BEST))


def _to_firm_up(skills: Sequence[SkillFinding]) -> list[SkillFinding]:
    """Everything else, the least certain first: what was asked before what was not."""
    return sorted(skills, key=lambda one: (not one.is_measured, one.percent))


def _percent(share: float) -> int:
    return int(np.floor(100 * share + 0.5))


def is_known(family: str) -> bool:
    """Whether the content still has this family: it may have left since a test asked it."""
    try:
        content.family(family)
    except KeyError:
        return False
    return True


def asked_of(subject: Subject, answers: Sequence[tuple[str, Response]]) -> list[Asked]:
    """Answers given as (family, response), with the skill and area each was about."""
    found: list[Asked] = []
    for family, response in answers:
        if not is_known(family):
            continue
        skill = content.skill(content.family(family).skill)
        found.append(Asked(skill.id, blueprint.area(subject, skill.strand), response))
    return found
