"""The items a test may draw from, as arrays, and how a test must be mixed."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

import numpy as np

from vel_tutor.measure.irt import BoolArray, FloatArray, IntArray, Parameters

STRATA = 3
"""Instances of one family fall into this many strata by difficulty; a test never asks two
instances of the same stratum."""


class PoolItem(NamedTuple):
    """One row of the pool, in words; `Pool.of` turns rows into arrays."""

    id: Hashable
    parameters: Parameters
    family: str
    area: str
    grade: int
    testlet: str = ""
    """The passage that several items share; empty for items that stand alone."""


@dataclass(frozen=True, eq=False)
class Pool:
    """Live items of one subject. Position i of every array is the item `ids[i]`.

    Build it once per process and subject with `Pool.of(rows)` and keep it; all functions that
    take it leave it as it is. Positions are only stable within one pool: store ids.
    """

    ids: tuple[Hashable, ...]
    a: FloatArray
    b: FloatArray
    c: FloatArray
    d: FloatArray
    family: IntArray
    area: IntArray
    """Position in `areas`."""
    grade: IntArray
    testlet: IntArray
    """-1 for items that stand alone."""
    stratum: IntArray
    """Which third of its family, by difficulty."""
    areas: tuple[str, ...]

    @classmethod
    def of(cls, items: Iterable[PoolItem]) -> "Pool":
        """The arrays for these items, in their order."""
        rows = list(items)
        columns = np.array([row.parameters for row in rows], np.float64).reshape(len(rows), 4)
        areas = tuple(sorted({row.area for row in rows}))
        family = _numbered([row.family for row in rows])
        return cls(
            ids=tuple(row.id for row in rows),
            a=columns[:, 0].copy(),
            b=columns[:, 1].copy(),
            c=columns[:, 2].copy(),
            d=columns[:, 3].copy(),
            family=family,
            area=np.array([areas.index(row.area) for row in rows], np.int64),
            grade=np.array([row.grade for row in rows], np.int64),
            testlet=_numbered([row.testlet for row in rows], none=""),
            stratum=strata(family, columns[:, 1]),
            areas=areas,
        )

    def __len__(self) -> int:
        return len(self.ids)

    def parameters(self, position: int) -> Parameters:
        """The parameters of one item."""
        columns = (self.a, self.b, self.c, self.d)
        return Parameters(*(float(column[position]) for column in columns))

    @cached_property
    def position(self) -> Mapping[Hashable, int]:
        """Where each id is."""
        return {id_: position for position, id_ in enumerate(self.ids)}

    @cached_property
    def families(self) -> int:
        """How many families there are."""
        return int(self.family.max(initial=-1)) + 1

    @cached_property
    def twin(self) -> IntArray:
        """The same number for items of the same family and stratum."""
        return self.family * STRATA + self.stratum

    @cached_property
    def has_testlets(self) -> bool:
        return bool((self.testlet >= 0).any())

    def mask(self, ids: Iterable[Hashable]) -> BoolArray:
        """True at the items named; ids that are not in the pool are passed over."""
        mask = np.zeros(len(self), np.bool_)
        mask[[self.position[id_] for id_ in ids if id_ in self.position]] = True
        return mask


@dataclass(frozen=True)
class Blueprint:
    """How many items of each area a test must have at least; areas not named may have none."""

    minimums: Mapping[str, int] = field(default_factory=dict)

    def unmet(self, pool: Pool, given: Sequence[int]) -> IntArray:
        """For each area of the pool, how many items are still missing."""
        wanted = np.array([self.minimums.get(area, 0) for area in pool.areas], np.int64)
        if not given:
            return wanted
        had = np.bincount(pool.area[list(given)], minlength=len(pool.areas))
        return np.maximum(wanted - had, 0)


def strata(family: IntArray, b: FloatArray, count: int = STRATA) -> IntArray:
    """For each item, which of `count` equal parts of its family it is in, by difficulty."""
    order = np.lexsort((b, family))
    sizes = np.bincount(family)
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    rank = np.empty(len(family), np.int64)
    rank[order] = np.arange(len(family)) - starts[family[order]]
    return rank * count // np.maximum(sizes[family], 1)


def _numbered(labels: Sequence[str], none: str | None = None) -> IntArray:
    """A number for each label, by first appearance; -1 where the label is `none`."""
    numbers: dict[str, int] = {}
    return np.array(
        [-1 if label == none else numbers.setdefault(label, len(numbers)) for label in labels],
        np.int64,
    )
