"""What the results of a finished deck say: the score, the time, the XP, and what to do next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from vel_tutor import content, routes
from vel_tutor.domain.incentives import PurseView
from vel_tutor.domain.practice import rules, showing
from vel_tutor.domain.practice.views import (
    AdviceView,
    AnsweredView,
    LevelView,
    ResultsView,
    XpLineView,
)
from vel_tutor.media import maths, passages
from vel_tutor.models.practice import PracticeQuestion, PracticeSession

_FAR_OFF = 2
"""Half of the usual time or twice as much is worth a word."""


@dataclass(frozen=True)
class Usual:
    """The median time of the answers in a family, in ms, and how many these are."""

    ms: int
    answers: int


def results(
    session: PracticeSession, rows: Sequence[PracticeQuestion], medians: Mapping[str, Usual]
) -> ResultsView:
    """A finished deck, without the balances of its player.

    Args:
        medians: by family; families without one are compared with what their author expects.
    """
    percent = rules.percent(session.correct, session.size)
    usual_ms = sum(_usual_ms(row, medians.get(row.family)) for row in rows)
    lines = _xp_lines(session)
    return ResultsView(
        session_id=str(session.id),
        title=showing.title(session),
        subject=session.subject,
        grade=session.grade,
        skill=session.skill,
        size=session.size,
        correct=session.correct,
        percent=percent,
        unaided=sum(showing.mark(row).credit == 1 for row in rows),
        spent=_duration(sum(row.spent_ms for row in rows)),
        expected=_duration(usual_ms),
        headline=_headline(percent),
        advice=_advice(rows),
        xp=sum(line.amount for line in lines),
        xp_lines=lines,
        xp_note=session.xp_note,
        questions=tuple(_answered(row, medians.get(row.family)) for row in rows),
    )


def with_player(view: ResultsView, purse: PurseView, skills: tuple[LevelView, ...]) -> ResultsView:
    """The same results with what their player holds and how well the skills go."""
    return replace(
        view,
        streak=purse.streak,
        level=purse.level,
        level_percent=purse.level_percent,
        skills=skills,
    )


def _answered(row: PracticeQuestion, median: Usual | None) -> AnsweredView:
    """One line of the results."""
    item, went = content.instance(row.family, row.seed), showing.verdict(row)
    return AnsweredView(
        number=row.position + 1,
        skill=content.skill(item.skill).name,
        html=maths.to_html(item.stem),
        passage=passages.to_html(item.passage),
        figure=item.figure,
        alt=item.alt,
        right=went.right,
        help="Solution shown" if went.revealed else "With a hint" if went.hinted else "",
        yours=went.yours,
        key=went.key,
        feedback=went.html,
        steps=went.steps,
        spent=_duration(row.spent_ms),
        usual=_usual(row, median),
        pace=_pace(row.spent_ms, _usual_ms(row, median)),
    )


def _usual_ms(row: PracticeQuestion, median: Usual | None) -> int:
    return median.ms if median else 1000 * content.family(row.family).time_s


def _usual(row: PracticeQuestion, median: Usual | None) -> str:
    """What the time is compared with, and what that rests on."""
    took = _duration(_usual_ms(row, median))
    return f"median {took} of {median.answers} answers" if median else f"about {took} expected"


def _pace(spent_ms: int, usual_ms: int) -> str:
    """How a time compares, where the difference means something."""
    if spent_ms * _FAR_OFF < usual_ms:
        return "Quick"
    return "Took your time" if spent_ms > usual_ms * _FAR_OFF else ""


def _duration(ms: int) -> str:
    """`48 s`, `2 min` or `2 min 5 s`; a tenth of a second is of no use to anybody."""
    minutes, seconds = divmod(round(ms / 1000), 60)
    if not minutes:
        return f"{seconds} s"
    return f"{minutes} min {seconds} s" if seconds else f"{minutes} min"


def _xp_lines(session: PracticeSession) -> tuple[XpLineView, ...]:
    """What the ledger paid for the session, by cause."""
    causes = (
        ("Session finished", session.xp_finished),
        ("Perfect score", session.xp_perfect),
        ("First practice of the day", session.xp_day),
    )
    return tuple(XpLineView(words, amount) for words, amount in causes if amount)


def _headline(percent: int) -> str:
    """One kind, true sentence about a score (0..100)."""
    if percent == 100:
        return "Every single one right"
    if percent >= 80:
        return "That is strong work"
    if percent >= 50:
        return "More than half is in place"
    return "Now you know what to work on"


def _advice(rows: Sequence[PracticeQuestion]) -> AdviceView:
    """The skill of a mixed deck that cost most answers, as the next thing to do."""
    went: dict[str, list[bool]] = {}
    for row in rows:
        went.setdefault(content.family(row.family).skill, []).append(bool(row.was_right))
    worst = min(went, key=lambda skill: sum(went[skill]) / len(went[skill]))
    right, asked = sum(went[worst]), len(went[worst])
    if len(went) == 1 or right == asked:
        return AdviceView()
    skill = content.skill(worst)
    path = routes.practice_choice(skill.subject, skill.grade, skill.id)
    return AdviceView(skill.name, f"{right} of {asked} right just now", path)
