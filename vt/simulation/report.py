"""What a run came to: by the simulator's own book, and by the dashboard."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from vel_tutor.core import clock
from vel_tutor.core.db import reading
from vel_tutor.domain import experiments, insight
from vel_tutor.domain.insight import KFilters
from vel_tutor.domain.insight.views import KLineView
from vel_tutor.vocabulary import LoopKind
from vt.simulation.world import World


def compare(world: World) -> dict[str, Any]:
    """`truth` and `dashboard`, of the same shape: the whole period and each week of it."""
    with clock.stopped(world.over):
        insight.recompute(simulation=world.name)
        return {
            "simulation": world.name,
            "truth": {_name(span): world.book.k(*span) for span in _spans(world)},
            "dashboard": {_name(span): _dashboard(world, *span) for span in _spans(world)},
            "groups": _groups(world),
        }


def _groups(world: World) -> dict[str, Any]:
    """What being asked to share brought at all: accounts grown from each person of a group.

    Everybody counts in the group of whoever brought the first of them; one's own group is what
    `LOOPS_ON` gave them. The difference is what the loops cause; K itself only describes.
    """
    grown: dict[str, list[int]] = {}
    with reading() as tx:
        for root, number in world.book.trees().items():
            group = experiments.variant(tx, experiments.LOOPS_ON, root)
            grown.setdefault(group, []).append(number)
    return {
        group: {
            "people": len(numbers),
            "brought": sum(numbers),
            "per_person": sum(numbers) / len(numbers),
        }
        for group, numbers in sorted(grown.items())
    }


def _spans(world: World) -> list[tuple[date, date]]:
    weeks: list[tuple[date, date]] = []
    first = world.first
    while first <= world.last:
        weeks.append((first, min(first + timedelta(days=6), world.last)))
        first += timedelta(days=7)
    return [(world.first, world.last), *weeks]


def _name(span: tuple[date, date]) -> str:
    return f"{span[0]}..{span[1]}"


def _dashboard(world: World, first: date, last: date) -> dict[str, Any]:
    shown = insight.k_report(
        None, KFilters(simulation=world.name, starts_on=first, ends_on=last, is_net=False)
    )
    lines = {line.key: line for line in shown.loops} | {"all": shown.headline}
    return {
        "active": shown.headline.people,
        "signup": {key: _share(lines.get(key), "joined") for key in _KEYS},
        "first_value": {key: _share(lines.get(key), "valued") for key in _KEYS},
    }


_KEYS = (*(loop.value for loop in LoopKind), "all")


def _share(line: KLineView | None, of: str) -> float:
    if line is None or not line.people:
        return 0.0
    return getattr(line, of) / line.people


def lines(found: dict[str, Any]) -> Iterator[str]:
    """The comparison for reading."""
    for span, truth in found["truth"].items():
        shown = found["dashboard"][span]
        yield f"{span}  active {truth['active']} / {shown['active']}"
        for goal in ("signup", "first_value"):
            for key in _KEYS:
                yield f"  K {goal:<12} {key:<16} {truth[goal][key]:.4f} / {shown[goal][key]:.4f}"
    for group, grown in found["groups"].items():
        yield f"loops {group}: {grown['people']} people brought {grown['brought']} more"


def differing(found: dict[str, Any], tolerance: float = 1e-9) -> list[str]:
    """Where truth and dashboard disagree; nothing, if all is well."""
    return list(_differing(found["truth"], found["dashboard"], tolerance, ""))


def _differing(truth: Any, shown: Any, tolerance: float, where: str) -> Any:
    if isinstance(truth, dict):
        for key in truth.keys() | shown.keys():
            if key not in truth or key not in shown:
                yield f"{where}{key}: only on one side"
            else:
                yield from _differing(truth[key], shown[key], tolerance, f"{where}{key}/")
    elif abs(truth - shown) > tolerance:
        yield f"{where[:-1]}: {truth} in truth, {shown} on the dashboard"
