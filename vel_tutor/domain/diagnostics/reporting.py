"""The results of a test in words. Every claim says what it rests on, and none is made without."""

from typing import Any
from zoneinfo import ZoneInfo

from vel_tutor import content, routes
from vel_tutor.content import blueprint
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction
from vel_tutor.domain.diagnostics import advising, showing
from vel_tutor.domain.diagnostics.sitting import Sitting
from vel_tutor.domain.diagnostics.views import (
    AreaView,
    NextStepView,
    PastTestView,
    ResultsView,
    SkillView,
    StrengthView,
)
from vel_tutor.measure.norms import ENOUGH
from vel_tutor.models.diagnostics import Diagnostic, DiagnosticResult
from vel_tutor.vocabulary import GRADES, Knowledge

DECK_SIZE = 5
_BY_MODEL = "Worded by an AI from the figures on this page, and checked against them."
_BY_RULES = "Put together by our own rules from the figures on this page."
_STEADY = 25
"""Points on the scale that a change has to exceed, beside its error, to be called one."""
_LOW_EFFORT = (
    "Many answers came faster than the questions can be read, so this score says little. "
    "You can take the test again whenever you like."
)


def results(
    tx: Transaction,
    actor: Actor,
    sitting: Sitting,
    result: DiagnosticResult,
    last: DiagnosticResult | None,
) -> ResultsView:
    """The whole results page of one test; `last` is the result of the test before."""
    test, found = sitting.test, result.findings
    told = advising.advice(tx, test, result)
    spent = sum(row.spent_ms for row in sitting.answered)
    return ResultsView(
        test_id=str(test.id),
        title=showing.title(test),
        subject=test.subject.value,
        grade=test.grade,
        grade_words=GRADES[test.grade],
        whose=showing.whose(tx, actor, test),
        on=_day(test, actor),
        headline=_headline(result),
        scale=result.scale,
        scale_low=result.scale_low,
        scale_high=result.scale_high,
        is_wide_band=result.scale_high - result.scale_low > 2 * 50 * result.se + 2,
        scale_words=(
            f"Most likely between {result.scale_low} and {result.scale_high}. "
            "500 is the middle of grade 5, and a year in grade 5 is about 40 points."
        ),
        domain_percent=result.domain_percent,
        domain_words=_domain_words(test, result),
        percentile=result.percentile or 0,
        percentile_low=found["percentile_low"] if result.percentile else 0,
        percentile_high=found["percentile_high"] if result.percentile else 0,
        percentile_words=_percentile_words(result),
        group=_group(test, result),
        norm_n=result.norm_n,
        is_provisional=result.norm_n < ENOUGH,
        is_low_effort=result.is_low_effort,
        effort_words=_LOW_EFFORT if result.is_low_effort else "",
        may_share=result.may_share,
        answered=len(sitting.scored),
        unknown=sum(row.was_unknown for row in sitting.scored),
        minutes=max(1, round(spent / 60_000)),
        change=_change(result, last),
        areas=tuple(_area(one) for one in found["areas"]),
        skills=tuple(_skill(one) for one in found["skills"]),
        strengths=tuple(_strength(one, found["skills"]) for one in found["strengths"]),
        advice=told.opening,
        advice_by=_BY_MODEL if told.by_model else _BY_RULES,
        next_steps=tuple(
            _step(one, found["skills"], told.steps[at] if told.by_model else "")
            for at, one in enumerate(found["steps"])
        ),
    )


def past(
    tx: Transaction, actor: Actor, test: Diagnostic, result: DiagnosticResult | None
) -> PastTestView:
    """One line of the history."""
    return PastTestView(
        test_id=str(test.id),
        title=showing.title(test),
        subject=test.subject.value,
        whose=showing.whose(tx, actor, test),
        on=_day(test, actor),
        words=_past_words(result),
        is_scored=result is not None,
    )


def _past_words(result: DiagnosticResult | None) -> str:
    if result is None:
        return "Being worked out"
    if result.is_low_effort:
        return "Answered too fast to say much"
    return f"{result.scale}, between {result.scale_low} and {result.scale_high}"


def _day(test: Diagnostic, actor: Actor) -> str:
    at = test.submitted_at or test.started_at
    return at.astimezone(ZoneInfo(actor.time_zone)).strftime("%-d %B %Y")


def _headline(result: DiagnosticResult) -> str:
    if result.is_low_effort:
        return "That went very fast"
    if result.domain_percent >= 80:
        return "Most of this grade is in place"
    if result.domain_percent >= 50:
        return "You have a good part of this grade"
    return "Now we know where to start"


def _domain_words(test: Diagnostic, result: DiagnosticResult) -> str:
    work = "college prep" if test.grade == max(GRADES) else GRADES[test.grade].lower()
    return (
        f"Of all our questions for {work}, about {result.domain_percent} in 100 would go right "
        "at the moment."
    )


def _percentile_words(result: DiagnosticResult) -> str:
    if result.percentile is None:
        return ""
    return f"Higher than about {result.percentile} in 100 of that group."


def _group(test: Diagnostic, result: DiagnosticResult) -> str:
    """Whom the percentile compares with."""
    if result.percentile is None:
        return ""
    who = f"{GRADES[test.grade]} learners, {showing.SUBJECT_WORDS[test.subject].lower()}"
    taken = f"{result.norm_n} first tests here so far"
    if result.norm_n < ENOUGH:
        return f"{who}. Provisional: {taken}, so it rests on expected growth for the grade."
    return f"{who}. From {taken}."


def _change(result: DiagnosticResult, last: DiagnosticResult | None) -> str:
    if last is None or last.is_low_effort or result.is_low_effort:
        return ""
    moved = result.scale - last.scale
    unsure = round(50 * (result.se**2 + last.se**2) ** 0.5)
    if abs(moved) <= max(unsure, _STEADY):
        return "About the same as in your test before."
    return f"{abs(moved)} points {'up' if moved > 0 else 'down'} since your test before."


def _area(found: dict[str, Any]) -> AreaView:
    asked, percent = found["asked"], found["percent"]
    words = f"about {percent}%, between {found['low']} and {found['high']}"
    if percent < 0:
        words = "not part of this grade yet"
    counted = f"from {asked} question{'' if asked == 1 else 's'}" if asked else "not asked directly"
    return AreaView(
        name=found["name"],
        percent=percent,
        low=found["low"],
        high=found["high"],
        asked=asked,
        words=f"{found['name']}: {words}, {counted}",
    )


def _skill(found: dict[str, Any]) -> SkillView:
    skill = content.skill(found["skill"])
    unknown = found["knowledge"] == Knowledge.UNKNOWN
    return SkillView(
        skill=skill.id,
        name=skill.name,
        area=blueprint.area(skill.subject, skill.strand),
        strand=skill.strand,
        grade=skill.grade,
        knowledge=found["knowledge"],
        percent=-1 if unknown else found["percent"],
        asked=found["asked"],
        right=found["right"],
        words=f"{skill.name}: {_skill_words(found)}",
    )


def _skill_words(found: dict[str, Any]) -> str:
    if found["knowledge"] == Knowledge.UNKNOWN:
        return "not yet known"
    about = f"about {found['percent']}%"
    if found["knowledge"] == Knowledge.INFERRED:
        return f"{about}, concluded from harder questions"
    return f"{about}, {found['right']} of {found['asked']} right"


def _strength(skill_id: str, skills: list[dict[str, Any]]) -> StrengthView:
    found, skill = _found(skill_id, skills), content.skill(skill_id)
    return StrengthView(
        skill.name, f"{_right(found)}, {GRADES[skill.grade].lower()} work in {skill.strand.lower()}"
    )


def _step(found: dict[str, Any], skills: list[dict[str, Any]], worded: str = "") -> NextStepView:
    skill, seen = content.skill(found["skill"]), _found(found["skill"], skills)
    return NextStepView(
        subject=skill.subject.value,
        grade=skill.grade,
        skill=skill.id,
        size=DECK_SIZE,
        name=skill.name,
        kind=found["kind"],
        why=worded or _why(found["kind"], skill, seen),
        path=routes.practice_choice(skill.subject, skill.grade, skill.id),
    )


def _why(kind: str, skill: content.Skill, seen: dict[str, Any]) -> str:
    if kind == "gap":
        later = [content.skill(one).name for one in skill.builds_toward[:1]]
        onward = f", and {_lower(later[0])} builds on it" if later else ""
        return f"{_right(seen)} in this test{onward}."
    if kind == "ready":
        return f"Within reach: about {round(seen['percent'] / 10)} in 10 would go right already."
    if seen["asked"]:
        return f"{_right(seen)} in this test. A few more make it sure."
    return "Not asked in this test. A few questions show where you stand."


def _right(found: dict[str, Any]) -> str:
    return f"{found['right']} of {found['asked']} right"


def _lower(name: str) -> str:
    return name[0].lower() + name[1:]


def _found(skill_id: str, skills: list[dict[str, Any]]) -> dict[str, Any]:
    return next(one for one in skills if one["skill"] == skill_id)
