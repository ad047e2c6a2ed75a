"""What an address asks for, and the address that asks for it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlencode

from vel_tutor.domain.insight import rules
from vel_tutor.domain.insight.rules import Period
from vel_tutor.domain.insight.views import ChoiceView, KFilters
from vel_tutor.vocabulary import CohortSpan, CreditModel, DayCount, LoopKind, Role

Word = TypeVar("Word", bound=StrEnum)
CUSTOM = "custom"
FIRST_DAY = date(2020, 1, 1)
"""Nothing of ours is older."""
LONGEST_NAME = 40


def filters_of(asked: Mapping[str, str], today: date) -> KFilters:
    """The filters an address asks for; what makes no sense there is as if it was not said."""
    period = _period(asked, today)
    return KFilters(
        simulation=asked.get("simulation", "")[:LONGEST_NAME],
        starts_on=period.first,
        ends_on=period.last,
        loops=frozenset(_words(asked.get("loops", ""), LoopKind)),
        personas=frozenset(_words(asked.get("personas", ""), Role)),
        span=_word(asked.get("cohorts", ""), CohortSpan.WEEK),
        model=_word(asked.get("model", ""), CreditModel.LAST),
        is_net=asked.get("net", "1") != "0",
        counting=_word(asked.get("counting", ""), DayCount.HOURS),
    )


def days_of(asked: Mapping[str, str]) -> str:
    """Which of the ranges offered is asked for: a number of days, or the word for another one."""
    days = asked.get("days", "")
    return days if days in {*map(str, rules.SPANS), CUSTOM} else str(rules.SPANS[-1])


def choice_of(asked: Mapping[str, str], today: date) -> ChoiceView:
    """The filters of an address, as the form shows them."""
    filters, days = filters_of(asked, today), days_of(asked)
    shown = ChoiceView(
        days=days,
        since=filters.starts_on.isoformat(),
        until=filters.ends_on.isoformat(),
        loops=tuple(sorted(filters.loops)),
        personas=tuple(sorted(filters.personas)),
        cohorts=filters.span,
        model=filters.model,
        net="1" if filters.is_net else "0",
        counting=filters.counting,
        simulation=filters.simulation,
    )
    return replace(shown, query=_query(shown))


def _query(choice: ChoiceView) -> str:
    is_custom = choice.days == CUSTOM
    said = {
        "days": choice.days,
        "since": choice.since if is_custom else "",
        "until": choice.until if is_custom else "",
        "loops": ",".join(choice.loops),
        "personas": ",".join(choice.personas),
        "cohorts": choice.cohorts,
        "model": choice.model,
        "net": choice.net,
        "counting": choice.counting,
        "simulation": choice.simulation,
    }
    return urlencode({name: value for name, value in said.items() if value}, safe=",")


def _period(asked: Mapping[str, str], today: date) -> Period:
    days = days_of(asked)
    if days != CUSTOM:
        return rules.days_until(today, int(days))
    last = min(_day(asked.get("until", "")) or today, today)
    first = min(_day(asked.get("since", "")) or last, last)
    return Period(max(first, rules.days_until(last, rules.LONGEST_RANGE).first), last)


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day >= FIRST_DAY else None


def _words(text: str, kind: type[Word]) -> Iterable[Word]:
    known: Collection[str] = set(kind)
    return (kind(word) for word in text.split(",") if word in known)


def _word(text: str, otherwise: Word) -> Word:
    kind = type(otherwise)
    return kind(text) if text in set(kind) else otherwise
