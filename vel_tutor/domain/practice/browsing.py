"""What there is to practise: every skill, how well it goes, and what it is about."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from sqlmodel import col, select

from vel_tutor import content, routes
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading
from vel_tutor.core.errors import NotFound
from vel_tutor.domain import mastery
from vel_tutor.domain.mastery import SkillStanding
from vel_tutor.domain.practice import returning, rules, showing
from vel_tutor.domain.practice.views import (
    BrowseView,
    ChipView,
    ExampleView,
    SkillCardView,
    SkillPageView,
    SlipView,
    StrandView,
)
from vel_tutor.media import maths, passages
from vel_tutor.models.practice import SkillLevel
from vel_tutor.vocabulary import GRADES, STUDENTS, Mastery, Subject

ALL_GRADES = "all"
"""What is chosen instead of one grade."""
EXAMPLES = 2
SLIPS = 3
_SHOWN_NEXT = 4
_MIDDLE_GRADE = 5
_KNOWN = (Mastery.PROFICIENT, Mastery.MASTERED)


def browse(actor: Actor, subject: Subject, grade: int | None, wanted: str = "") -> BrowseView:
    """The skills of a subject, strand by strand, with how well they go for the actor.

    Args:
        grade: one grade, or None for all; without a grade of that number the nearest one.
        wanted: words of a skill's name or strand; looked for in all grades.
    """
    actor.must_be(*STUDENTS)
    skills = [skill for skill in _with_questions() if skill.subject is subject]
    grades = sorted({skill.grade for skill in skills})
    own = _MIDDLE_GRADE if actor.grade is None else actor.grade
    near = min(grades, key=lambda one: abs(one - (own if grade is None else grade)))
    if wanted.strip():
        shown = _matching(skills, wanted)
    else:
        shown = [skill for skill in skills if grade is None or skill.grade == near]
    mastery.prepare(subject)
    with reading() as tx:
        cards = _cards(tx, actor, shown)
        back = returning.due(tx, actor.user_id, subject)
    return BrowseView(
        subject=subject,
        grade=ALL_GRADES if grade is None else str(near),
        grades=tuple(ChipView(str(one), _short(one), GRADES[one]) for one in grades),
        mixed_grade=near,
        mixed_name=GRADES[near],
        strands=tuple(_strands(shown, cards)),
        found=f"{len(shown)} skill{'' if len(shown) == 1 else 's'}",
        back=_back([one.skill for one in back]),
    )


def skill_page(actor: Actor, skill_id: str) -> SkillPageView:
    """What a skill is about, examples worked out, what tempts in it, and what is around it.

    Raises:
        NotFound: there is no such skill, or there are no questions for it.
    """
    actor.must_be(*STUDENTS)
    offered = {skill.id: skill for skill in _with_questions()}
    skill = offered.get(skill_id)
    if skill is None:
        raise NotFound
    needs = [offered[one] for one in skill.prerequisites if one in offered]
    leads_to = [offered[one] for one in skill.builds_toward if one in offered][:_SHOWN_NEXT]
    mastery.prepare(skill.subject)
    with reading() as tx:
        cards = _cards(tx, actor, [skill, *needs, *leads_to])
    examples, slips = _examples(skill.id)
    return SkillPageView(
        card=cards[skill.id],
        subject=skill.subject,
        grade=skill.grade,
        about=maths.to_html(skill.about),
        examples=examples,
        slips=slips,
        needs=tuple(cards[one.id] for one in needs),
        leads_to=tuple(cards[one.id] for one in leads_to),
    )


@cache
def _with_questions() -> tuple[content.Skill, ...]:
    return tuple(
        sorted(
            (skill for skill in content.skills() if skill.id in mastery.families_of()),
            key=lambda skill: (skill.grade, skill.strand, skill.name),
        )
    )


def _matching(skills: Sequence[content.Skill], wanted: str) -> list[content.Skill]:
    """The skills with every word of `wanted` in their name, strand or grade."""
    parts = wanted.casefold().split()
    if not parts:
        return []
    named = {
        skill: f"{skill.name} {skill.strand} {GRADES[skill.grade]}".casefold() for skill in skills
    }
    return [skill for skill, name in named.items() if all(part in name for part in parts)]


def _strands(
    skills: Sequence[content.Skill], cards: Mapping[str, SkillCardView]
) -> Iterable[StrandView]:
    for strand in sorted({skill.strand for skill in skills}):
        inside = tuple(cards[skill.id] for skill in skills if skill.strand == strand)
        known = sum(card.mastery in _KNOWN for card in inside)
        yield StrandView(strand, inside, f"{known} of {len(inside)} known")


def _cards(
    tx: Transaction, actor: Actor, skills: Sequence[content.Skill]
) -> dict[str, SkillCardView]:
    """Each skill with how well it goes."""
    ids = [skill.id for skill in skills]
    bars = tx.session.exec(
        select(SkillLevel).where(
            SkillLevel.user_id == actor.user_id, col(SkillLevel.skill).in_(ids)
        )
    ).all()
    averages = {bar.skill: bar.average for bar in bars if bar.answers >= rules.ANSWERS_TO_KNOW}
    back = {
        one.skill
        for subject in {skill.subject for skill in skills}
        for one in returning.due(tx, actor.user_id, subject)
    }
    standings = {one.skill: one for one in mastery.known(tx, actor.user_id, ids)}
    return {
        skill.id: _card(skill, standings[skill.id], averages.get(skill.id), skill.id in back)
        for skill in skills
    }


def _card(
    skill: content.Skill, standing: SkillStanding, average: float | None, is_back: bool
) -> SkillCardView:
    return SkillCardView(
        id=skill.id,
        name=skill.name,
        strand=skill.strand,
        grade=GRADES[skill.grade],
        path=routes.practice_choice(skill.subject, skill.grade, skill.id),
        mastery="inferred" if standing.inferred else standing.level,
        words=standing.words,
        percent=round(100 * (average or 0.0)),
        answers=standing.answers,
        note="Comes back today" if is_back else "Time to refresh" if standing.due else "",
    )


def _back(skills: Sequence[str]) -> str:
    """What is waiting to be asked again."""
    if not skills:
        return ""
    names = [content.skill(skill).name for skill in skills[:EXAMPLES]]
    more = len(skills) - len(names)
    listed = ", ".join(names) + (f" and {more} more" if more else "")
    return f"Back today, because you missed one: {listed}. A mixed deck brings them first."


def _short(grade: int) -> str:
    """The name of a grade as it fits on a chip."""
    return {0: "K", 13: "Prep"}.get(grade, str(grade))


@cache
def _examples(skill_id: str) -> tuple[tuple[ExampleView, ...], tuple[SlipView, ...]]:
    """Two questions of different families where there are two, and the slips of both."""
    families = mastery.families_of()[skill_id]
    picked = [(families[at % len(families)], at) for at in range(EXAMPLES)]
    if all(family.authored for family in families):
        picked = picked[: len(families)]
    slips = [slip for family, seed in picked for slip in content.slips(family.id, seed)]
    return (
        tuple(_example(content.instance(family.id, seed)) for family, seed in picked),
        tuple(SlipView(maths.to_html(answer), maths.to_html(why)) for answer, why in slips[:SLIPS]),
    )


def _example(item: content.Item) -> ExampleView:
    return ExampleView(
        html=maths.to_html(item.stem),
        passage=passages.to_html(item.passage),
        figure=item.figure,
        alt=item.alt,
        key=maths.to_html(item.key),
        steps=showing.steps(item),
    )
