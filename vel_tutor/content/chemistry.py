"""Formulas and equations of chemistry: atoms counted, masses added, equations balanced.

An equation is balanced by linear algebra: the numbers in front are the integer null space of the
matrix of atoms, so nobody has to write them down.
"""

import re
from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from math import gcd, lcm

MASSES: dict[str, Fraction] = {
    name: Fraction(mass)
    for name, mass in {
        "H": "1", "C": "12", "N": "14", "O": "16", "Na": "23", "Mg": "24", "Al": "27", "P": "31",
        "S": "32", "Cl": "35.5", "K": "39", "Ca": "40", "Fe": "56", "Cu": "63.5", "Zn": "65",
    }.items()
}  # fmt: skip
"""Grams in a mole of atoms, rounded as in school."""

_PART = re.compile(r"([A-Z][a-z]?|\(|\))(\d*)")
_SMALL = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


class NotBalanced(ValueError):
    """No equation, or more than one, can be made of these formulas."""


@lru_cache(maxsize=512)
def atoms(formula: str) -> Counter[str]:
    """How many atoms of each element one molecule holds; brackets multiply what they hold."""
    stack: list[Counter[str]] = [Counter()]
    for part, number in _PART.findall(formula):
        times = int(number or 1)
        if part == "(":
            stack.append(Counter())
        elif part == ")":
            for element, count in stack.pop().items():
                stack[-1][element] += times * count
        else:
            stack[-1][part] += times
    return stack[0]


def molar_mass(formula: str) -> Fraction:
    """Grams in one mole."""
    return sum((MASSES[name] * count for name, count in atoms(formula).items()), Fraction(0))


def shown(formula: str) -> str:
    """The formula with small numbers set low."""
    return formula.translate(_SMALL)


def balanced(left: Sequence[str], right: Sequence[str]) -> tuple[int, ...]:
    """The smallest whole numbers that balance the equation, left side first.

    Raises:
        NotBalanced: there is no such row of numbers above zero, or more than one.
    """
    elements = sorted({name for formula in (*left, *right) for name in atoms(formula)})
    matrix = [
        [Fraction(atoms(f)[name]) for f in left] + [Fraction(-atoms(f)[name]) for f in right]
        for name in elements
    ]
    pivots = _reduce(matrix)
    free = [column for column in range(len(left) + len(right)) if column not in pivots]
    if len(free) != 1:
        raise NotBalanced(f"{left} = {right}")
    numbers = [Fraction(0)] * (len(left) + len(right))
    numbers[free[0]] = Fraction(1)
    for row, column in enumerate(pivots):
        numbers[column] = -matrix[row][free[0]]
    return _whole(numbers)


def _reduce(matrix: list[list[Fraction]]) -> list[int]:
    """Bring the matrix to reduced row echelon form in place; the pivot column of each row."""
    pivots: list[int] = []
    for column in range(len(matrix[0])):
        row = len(pivots)
        found = next((r for r in range(row, len(matrix)) if matrix[r][column]), None)
        if found is None:
            continue
        matrix[row], matrix[found] = matrix[found], matrix[row]
        matrix[row] = [value / matrix[row][column] for value in matrix[row]]
        for other in range(len(matrix)):
            if other != row and matrix[other][column]:
                factor = matrix[other][column]
                matrix[other] = [
                    a - factor * b for a, b in zip(matrix[other], matrix[row], strict=True)
                ]
        pivots.append(column)
    return pivots


def _whole(numbers: Sequence[Fraction]) -> tuple[int, ...]:
    scale = lcm(*(number.denominator for number in numbers))
    whole = [int(number * scale) for number in numbers]
    share = gcd(*whole)
    if share == 0 or min(whole) <= 0:
        raise NotBalanced(str(whole))
    return tuple(number // share for number in whole)


def written(left: Sequence[str], right: Sequence[str]) -> str:
    """The balanced equation as one writes it: `2 H₂ + O₂ → 2 H₂O`."""
    numbers = balanced(left, right)
    terms = [
        f"{number} {shown(formula)}".removeprefix("1 ")
        for number, formula in zip(numbers, (*left, *right), strict=True)
    ]
    return f"{' + '.join(terms[: len(left)])} → {' + '.join(terms[len(left) :])}"
