"""Questions answered in several parts: several right choices, orders, pairs, tables, gaps.

A family of such a format gives its key as a tuple: all right options (`MULTI`), the things in
their order (`ORDER`), the partner of each label (`MATCH`), the blanks of the grid in reading order
(`TABLE`), the word of each gap (`CLOZE`). A wrong procedure gives another tuple; for `MULTI`, one
wrong option.
"""

from collections.abc import Sequence
from random import Random

from vel_tutor.content.family import BLANK, Family, Misconception, Params, Part, Tiles
from vel_tutor.content.forms import Scalar, Value
from vel_tutor.vocabulary import ItemFormat

PICKED_PARTS = frozenset({ItemFormat.ORDER, ItemFormat.MATCH, ItemFormat.CLOZE})
"""Formats where each part is picked from a few tiles."""
IN_PARTS = PICKED_PARTS | {ItemFormat.TABLE}
FEWEST_OPTIONS, MOST_OPTIONS = 4, 6
FEWEST_PARTS, MOST_PARTS = 2, 6
_ORDINALS = ("1st", "2nd", "3rd", "4th", "5th", "6th")


def elements(value: Value) -> tuple[Scalar, ...]:
    """The parts of a value; one that is no tuple is its own only part."""
    return value if isinstance(value, tuple) else (value,)


def norms(family: Family, value: Value) -> tuple[object, ...]:
    """What is the same for tuples that mean the same."""
    return tuple(family.form.norm(part) for part in elements(value))


def right_and_wrong(
    family: Family, p: Params, wrong: Sequence[tuple[Misconception, Value]], rng: Random
) -> list[tuple[Misconception | None, Value]]:
    """The options of a `MULTI` question, shuffled; empty if there are not enough."""
    right: list[tuple[Misconception | None, Value]] = [
        (None, part) for part in elements(family.key(p))
    ]
    room = min(len(wrong), MOST_OPTIONS - len(right))
    options = [*right, *wrong[:room]]
    if len(right) < FEWEST_PARTS or room < FEWEST_PARTS or len(options) < FEWEST_OPTIONS:
        return []
    rng.shuffle(options)
    return options


def tiles(family: Family, p: Params, rng: Random) -> Tiles:
    """What can be picked for each part, shuffled; nothing where parts are typed."""
    key = elements(family.key(p))
    if family.format is ItemFormat.CLOZE:
        return tuple(tuple(rng.sample(gap, len(gap))) for gap in _gaps(family, p))
    if family.format in PICKED_PARTS:
        return (_shuffled(key, rng),) * len(key)
    return ()


def _gaps(family: Family, p: Params) -> tuple[tuple[str, ...], ...]:
    return family.gaps(p) if family.gaps else ()


def _shuffled(key: tuple[Scalar, ...], rng: Random) -> tuple[Scalar, ...]:
    """In another order than the right one, so that leaving all as it is is never right."""
    order = list(key)
    while len(set(map(str, key))) > 1 and tuple(order) == key:
        rng.shuffle(order)
    return tuple(order)


def labels(family: Family, p: Params) -> tuple[str, ...]:
    """What each part is called."""
    count = len(elements(family.key(p)))
    if family.labels:
        return family.labels(p)
    if family.format is ItemFormat.ORDER:
        return _ORDINALS[:count]
    if family.format is ItemFormat.TABLE:
        return _cells(grid(family, p))
    return tuple(f"Gap {number}" for number in range(1, count + 1))


def _cells(rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Each blank by the heads of its row and column."""
    head = rows[0]
    return tuple(
        f"{row[0]}, {head[column]}" if row[0] != BLANK and column else f"{head[column]}, row {at}"
        for at, row in enumerate(rows[1:], 1)
        for column, cell in enumerate(row)
        if cell == BLANK
    )


def grid(family: Family, p: Params) -> tuple[tuple[str, ...], ...]:
    """The table to fill, its heads first; blanks are `BLANK`."""
    return family.grid(p) if family.grid else ()


def shown(family: Family, p: Params, drawn: Tiles) -> tuple[Part, ...]:
    """The parts as they are asked."""
    if family.format not in IN_PARTS:
        return ()
    names = labels(family, p)
    picked = drawn or ((),) * len(names)
    return tuple(
        Part(name, tuple(family.form.show(tile) for tile in options))
        for name, options in zip(names, picked, strict=True)
    )


def told(family: Family, p: Params, value: Value) -> str:
    """An answer in words: its parts with their labels."""
    texts = [family.form.show(part) for part in elements(value)]
    if family.format in (ItemFormat.MULTI, ItemFormat.ORDER):
        return "; ".join(texts)
    return "; ".join(f"{name}: {text}" for name, text in zip(labels(family, p), texts, strict=True))
