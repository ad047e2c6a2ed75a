"""The log of advice as the staff reads it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Float, cast
from sqlmodel import col, func, select

from vel_tutor.agents.advisers import ADVISERS
from vel_tutor.agents.desk import Lapse
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading
from vel_tutor.domain.advice import rules
from vel_tutor.domain.advice.views import DecisionView, LogView, PaceView
from vel_tutor.models.advice import AdviceEntry
from vel_tutor.vocabulary import Agent

_LAPSES = {
    Lapse.LATE: "Came too late",
    Lapse.DOWN: "Gave no answer",
    Lapse.RESTING: "Was left alone for a moment",
    Lapse.CROWDED: "Too many were waiting",
}
_NOTHING = "None yet"


@dataclass(frozen=True)
class LogQuery:
    """Which answers to list; what is not set lets everything through."""

    agent: Agent | None = None
    answer: str = ""
    """The answer in a word, exactly."""
    only_lapses: bool = False


def browse(actor: Actor, query: LogQuery, after: str = "") -> LogView:
    """One page of the answers that pass `query`, the latest first, from behind `after` on.

    Raises:
        NotAllowed: not somebody who may read it.
    """
    actor.must_be(*rules.READERS)
    with reading() as tx:
        rows = tx.session.exec(
            select(AdviceEntry)
            .where(*_wanted(query, after))
            .order_by(col(AdviceEntry.seq).desc())
            .limit(rules.PAGE + 1)
        ).all()
        pace = tuple(_pace(tx))
    shown = rows[: rules.PAGE]
    return LogView(
        decisions=tuple(_view(row, actor.time_zone) for row in shown),
        pace=pace,
        after=str(shown[-1].seq) if len(rows) > rules.PAGE else "",
    )


def _wanted(query: LogQuery, after: str) -> Iterator[ColumnElement[bool]]:
    if after.isdecimal():
        yield col(AdviceEntry.seq) < min(int(after), 2**63 - 1)
    if query.agent is not None:
        yield col(AdviceEntry.agent) == query.agent
    if query.answer:
        yield col(AdviceEntry.answer) == query.answer
    if query.only_lapses:
        yield col(AdviceEntry.lapse) != ""


def _view(row: AdviceEntry, time_zone: str) -> DecisionView:
    return DecisionView(
        seq=row.seq or 0,
        at=_moment(row.at, time_zone),
        agent=ADVISERS[row.agent].name,
        answer=row.answer.replace("_", " "),
        reason=row.reason,
        latency=_ms(row.latency_ms),
        lapse=_LAPSES[Lapse(row.lapse)] if row.lapse else "",
    )


def _pace(tx: Transaction) -> Iterator[PaceView]:
    """Each adviser's latencies within a day."""
    for agent in Agent:
        answers, lapses, median, p99 = _measured(tx, agent)
        adviser = ADVISERS[agent]
        yield PaceView(
            agent=adviser.name,
            answers=answers,
            median=_ms(median) if answers else _NOTHING,
            p99=_ms(p99) if answers else _NOTHING,
            within=f"{adviser.within_ms} ms",
            lapses=lapses,
            keeps=p99 <= adviser.within_ms,
        )


def _measured(tx: Transaction, agent: Agent) -> tuple[int, int, float, float]:
    lately = (
        select(AdviceEntry.latency_ms, AdviceEntry.lapse)
        .where(AdviceEntry.agent == agent, AdviceEntry.at > tx.now - rules.LATELY)
        .order_by(col(AdviceEntry.at).desc())
        .limit(rules.MOST_MEASURED)
        .subquery()
    )
    latency = cast(lately.c.latency_ms, Float)
    found: Sequence[float | None] = tuple(
        tx.session.exec(
            select(
                func.count(),
                func.count().filter(lately.c.lapse != ""),
                func.percentile_cont(0.5).within_group(latency),
                func.percentile_cont(0.99).within_group(latency),
            ).select_from(lately)
        ).one()
    )
    answers, lapses, median, p99 = (number or 0 for number in found)
    return int(answers), int(lapses), float(median), float(p99)


def _ms(latency: float) -> str:
    return f"{latency:.1f} ms" if latency >= 1 else f"{latency:.2f} ms"


def _moment(at: datetime, time_zone: str) -> str:
    return at.astimezone(ZoneInfo(time_zone)).strftime("%-d %b %Y, %H:%M:%S")
