"""Adding sums up again for any choice of loops, people and channels."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from vel_tutor.core.db import Transaction
from vel_tutor.domain.insight.facts import run
from vel_tutor.domain.insight.periods import UNKNOWN_CHANNEL
from vel_tutor.domain.insight.rules import Period
from vel_tutor.measure.shares import Interval
from vel_tutor.measure.spread import BOOTSTRAP_BELOW, Redrawn, clustered
from vel_tutor.vocabulary import CreditModel, KGoal, LoopKind, Role


@dataclass(frozen=True)
class Cut:
    """Which of the sums to add up."""

    loops: frozenset[str]
    personas: frozenset[str]
    channel: str = ""
    """Empty for all of them together."""


EVERYTHING = Cut(frozenset(LoopKind), frozenset({Role.STUDENT, Role.PARENT, Role.TUTOR}))


Cell = tuple[str, str, str, str]
"""Goal, channel, loop and persona of what was brought in; of people the persona alone."""


class Trees:
    """A small cohort by the trees of its people, to draw again from."""

    def __init__(self, found: Mapping[object, Mapping[Cell, float]]) -> None:
        cells = sorted({cell for tree in found.values() for cell in tree})
        self._places = {cell: place for place, cell in enumerate(cells)}
        figures = [[tree.get(cell, 0.0) for cell in cells] for tree in found.values()]
        self._redrawn = Redrawn(figures)

    def k(self, goal: KGoal, cut: Cut) -> Interval | None:
        """The K-factor of `cut` with the interval of drawing again."""
        brought = [
            place
            for (what, channel, loop, persona), place in self._places.items()
            if what == goal
            and loop in cut.loops
            and persona in cut.personas
            and cut.channel in ("", channel)
        ]
        people = [self._places[cell] for cell in map(_people, cut.personas) if cell in self._places]
        return self._redrawn.ratio(brought, people)


def _people(persona: str) -> Cell:
    return ("", "", "", persona)


@dataclass(frozen=True)
class _Row:
    goal: str
    channel: str
    loop: str
    persona: str
    other_loop: str
    other_persona: str
    product: float
    total: float

    @property
    def weight(self) -> int:
        """Rows stand for one half of a symmetric table."""
        same = (self.loop, self.persona) == (self.other_loop, self.other_persona)
        return 1 if same else 2


class Sums:
    """What one period came to under one model of credit, raw or net."""

    def __init__(self, rows: Iterable[_Row], trees: Trees | None = None) -> None:
        self._rows = tuple(rows)
        self._trees = trees

    @cached_property
    def channels(self) -> tuple[str, ...]:
        """Every channel that brought anybody."""
        return tuple(sorted({row.channel for row in self._rows} - {""}))

    def people(self, cut: Cut = EVERYTHING) -> int:
        """Active learners of the chosen personas."""
        return round(sum(row.total for row in self._members(cut)))

    def total(self, goal: KGoal, cut: Cut) -> float:
        """What all of them brought in."""
        return sum(row.total for row in self._brought(goal, cut))

    def k(self, goal: KGoal, cut: Cut) -> Interval | None:
        """The K-factor with its 95 % interval; None where nobody was active."""
        n = self.people(cut)
        if not n:
            return None
        if self._trees:
            return self._trees.k(goal, cut)
        return clustered(
            n,
            self.total(goal, cut),
            squares=sum(row.weight * row.product for row in self._brought(goal, cut)),
            crossed=sum(
                row.product
                for row in self._of(goal, cut)
                if not row.loop and row.persona in cut.personas
            ),
            sizes=sum(row.weight * row.product for row in self._members(cut)),
        )

    def _members(self, cut: Cut) -> Iterable[_Row]:
        chosen = cut.personas
        return (
            row
            for row in self._rows
            if not row.goal and row.persona in chosen and row.other_persona in chosen
        )

    def _of(self, goal: KGoal, cut: Cut) -> Iterable[_Row]:
        return (
            row
            for row in self._rows
            if row.goal == goal
            and row.channel == cut.channel
            and row.other_loop in cut.loops
            and row.other_persona in cut.personas
        )

    def _brought(self, goal: KGoal, cut: Cut) -> Iterable[_Row]:
        return (
            row
            for row in self._of(goal, cut)
            if row.loop in cut.loops and row.persona in cut.personas
        )


_SUMS = """
    SELECT starts_on, ends_on, goal, channel, loop, persona, other_loop, other_persona,
           product, total
    FROM k_sum
    WHERE simulation = :simulation AND starts_on = ANY(CAST(:firsts AS date[]))
      AND (model = :model AND is_net = :is_net OR model = '' AND NOT is_net)
"""


def load(
    tx: Transaction,
    simulation: str,
    wanted: Collection[Period],
    model: CreditModel,
    is_net: bool,
) -> dict[Period, Sums]:
    """The sums of each of the `wanted` periods; empty ones where nothing is known."""
    found: dict[Period, list[_Row]] = {period: [] for period in wanted}
    rows = run(
        tx,
        _SUMS,
        simulation=simulation,
        firsts=[period.first for period in wanted],
        model=model.value,
        is_net=is_net,
    )
    for first, last, *cells in rows:
        if Period(first, last) in found:
            found[Period(first, last)].append(_Row(*cells))
    return {
        period: _redrawable(tx, simulation, period, Sums(rows), (model, is_net), rows)
        for period, rows in found.items()
    }


def _redrawable(
    tx: Transaction,
    simulation: str,
    period: Period,
    sums: Sums,
    how: tuple[CreditModel, bool],
    rows: list[_Row],
) -> Sums:
    """Sums of a small cohort come with its trees, to draw again from."""
    if not 0 < sums.people() < BOOTSTRAP_BELOW:
        return sums
    return Sums(rows, _trees(tx, simulation, period, *how))


def _trees(
    tx: Transaction, simulation: str, period: Period, model: CreditModel, is_net: bool
) -> Trees:
    trees: defaultdict[object, dict[Cell, float]] = defaultdict(dict)
    days = {"simulation": simulation, "first": period.first, "last": period.last}
    for root, persona, people in run(
        tx,
        """
        SELECT root_id, persona, count(DISTINCT user_id) FROM active_day
        WHERE simulation = :simulation AND day BETWEEN :first AND :last GROUP BY 1, 2
        """,
        **days,
    ):
        trees[root][_people(persona)] = people
    for root, loop, persona, channel, signups, values in run(
        tx,
        f"""
        SELECT root_id, loop, persona, coalesce(channel, '{UNKNOWN_CHANNEL}'),
               sum({model.value}),
               coalesce(sum({model.value}) FILTER (WHERE is_valuable), 0)
        FROM credited_touch
        WHERE simulation = :simulation AND day BETWEEN :first AND :last
          AND NOT (:is_net AND is_fraud)
        GROUP BY 1, 2, 3, 4
        """,
        is_net=is_net,
        **days,
    ):
        trees[root][KGoal.SIGNUP.value, channel, loop, persona] = signups
        trees[root][KGoal.FIRST_VALUE.value, channel, loop, persona] = values
    return Trees(trees)
