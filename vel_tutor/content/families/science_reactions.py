"""Atoms in formulas, and balanced equations."""

import re
from collections import Counter
from dataclasses import dataclass

from vel_tutor.content.family import Family, Misconception, Params, Step
from vel_tutor.vocabulary import ItemFormat

ELEMENTS = {
    "H": "hydrogen", "O": "oxygen", "C": "carbon", "N": "nitrogen", "Fe": "iron", "Al": "aluminum",
    "Na": "sodium", "Cl": "chlorine", "Mg": "magnesium", "Ca": "calcium", "K": "potassium",
    "S": "sulfur", "Cu": "copper", "P": "phosphorus", "Zn": "zinc",
}  # fmt: skip
_ATOM = re.compile(r"([A-Z][a-z]?)(\d*)")
_SMALL = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


@dataclass(frozen=True)
class Reaction:
    left: tuple[tuple[int, str], ...]
    right: tuple[tuple[int, str], ...]


def _reaction(text: str) -> Reaction:
    """Of `2 H2 + O2 = 2 H2O`."""
    sides = (side.split(" + ") for side in text.split(" = "))
    left, right = (tuple(_term(term) for term in side) for side in sides)
    return Reaction(left, right)


def _term(text: str) -> tuple[int, str]:
    number, _, formula = text.rpartition(" ")
    return int(number or 1), formula


REACTIONS: tuple[Reaction, ...] = tuple(
    map(
        _reaction,
        (
            "2 H2 + O2 = 2 H2O",
            "N2 + 3 H2 = 2 NH3",
            "4 Fe + 3 O2 = 2 Fe2O3",
            "4 Al + 3 O2 = 2 Al2O3",
            "2 Na + Cl2 = 2 NaCl",
            "2 Mg + O2 = 2 MgO",
            "CH4 + 2 O2 = CO2 + 2 H2O",
            "C3H8 + 5 O2 = 3 CO2 + 4 H2O",
            "2 C2H6 + 7 O2 = 4 CO2 + 6 H2O",
            "C6H12O6 + 6 O2 = 6 CO2 + 6 H2O",
            "2 K + 2 H2O = 2 KOH + H2",
            "2 Al + 6 HCl = 2 AlCl3 + 3 H2",
            "Fe2O3 + 3 CO = 2 Fe + 3 CO2",
            "P4 + 5 O2 = P4O10",
            "2 SO2 + O2 = 2 SO3",
            "Zn + 2 HCl = ZnCl2 + H2",
            "2 H2O2 = 2 H2O + O2",
            "2 KClO3 = 2 KCl + 3 O2",
            "4 NH3 + 5 O2 = 4 NO + 6 H2O",
            "2 CuO + C = 2 Cu + CO2",
        ),
    )
)


def atoms(formula: str) -> Counter[str]:
    """How many atoms of each element one molecule holds."""
    found: Counter[str] = Counter()
    for element, count in _ATOM.findall(formula):
        found[element] += int(count or 1)
    return found


def side_atoms(side: tuple[tuple[int, str], ...]) -> Counter[str]:
    """How many atoms of each element stand on one side of an equation."""
    found: Counter[str] = Counter()
    for number, formula in side:
        for element, count in atoms(formula).items():
            found[element] += number * count
    return found


def shown(formula: str) -> str:
    """The formula with small numbers set low."""
    return formula.translate(_SMALL)


_FORMULAS = (
    "H2O", "CO2", "NH3", "CH4", "Fe2O3", "Al2O3", "C6H12O6", "C3H8", "H2SO4", "CaCO3", "Na2CO3",
    "C2H5OH", "KClO3", "H2O2", "Mg3N2", "P4O10", "CH3COOH", "C12H22O11",
)  # fmt: skip

_COUNT = Family(
    id="science.reactions.atoms",
    skill="science.atoms",
    grade=8,
    format=ItemFormat.NUMERIC,
    time_s=45,
    params={"formula": _FORMULAS, "n": range(2, 10), "place": range(4)},
    where=(lambda p: p.place < len(set(atoms(p.formula))),),
    derive=lambda p: {
        "element": (element := sorted(atoms(p.formula))[p.place % len(atoms(p.formula))]),
        "name": ELEMENTS[element],
        "each": atoms(p.formula)[element],
        "shown": shown(p.formula),
        "first": next(int(n or 1) for e, n in _ATOM.findall(p.formula) if e == element),
        "total": p.n * atoms(p.formula)[element],
        "all": sum(atoms(p.formula).values()),
    },
    stem="How many {name} atoms are there in {n} {shown}?",
    key=lambda p: p.n * p.each,
    checker=lambda p, v: v == _spelled(p.formula * p.n)[p.element],
    misconceptions=(
        Misconception(
            "one_molecule",
            lambda p: p.each,
            "That is one {shown}. The number in front says there are {n} of them.",
        ),
        Misconception(
            "adds", lambda p: p.n + p.each, "You added the numbers. Each of the {n} has as many."
        ),
        Misconception(
            "front_only",
            lambda p: p.n,
            "You read only the number in front. Look at the small number after {element} too.",
        ),
        Misconception(
            "all_atoms",
            lambda p: p.n * p.all,
            "You counted all atoms. Only the {name} atoms ({element}) are asked for.",
        ),
        Misconception(
            "first_place_only",
            lambda p: p.n * p.first if p.first != p.each else None,
            "{element} stands in the formula more than once. Add all its places up.",
        ),
        Misconception(
            "one_each",
            lambda p: p.n * (p.each + 1),
            "Count again: how many {element} are in one {shown}?",
        ),
    ),
    hints=(
        "The small number counts the atom before it. No small number means one.",
        "Count {element} in one {shown} first. Then take it {n} times.",
    ),
    steps=(
        Step("One {shown} holds {each} of them. Take that {n} times.", "{n} * {each}", "{total}"),
    ),
    canon=lambda p: (p.formula, p.n, p.element),
)


def _spelled(formula: str) -> Counter[str]:
    """Atoms counted one by one, by writing the formula out without numbers."""
    return Counter(re.findall("[A-Z][a-z]?", _ATOM.sub(lambda m: m[1] * int(m[2] or 1), formula)))


# --- the missing number ---------------------------------------------------------------------------


def _terms(p: Params) -> tuple[tuple[int, str], ...]:
    return (*p.reaction.left, *p.reaction.right)


def _printed(p: Params) -> str:
    words = [
        f"__ {shown(f)}" if place == p.hidden else f"{n * p.times} {shown(f)}".removeprefix("1 ")
        for place, (n, f) in enumerate(_terms(p))
    ]
    cut = len(p.reaction.left)
    return f"{' + '.join(words[:cut])} → {' + '.join(words[cut:])}"


def _balance(p: Params) -> dict[str, object]:
    number, formula = _terms(p)[p.hidden]
    element = min(atoms(formula), key=lambda e: (sum(e in atoms(f) for _, f in _terms(p)), e))
    on_left = p.hidden < len(p.reaction.left)
    other = p.reaction.right if on_left else p.reaction.left
    same = p.reaction.left if on_left else p.reaction.right
    beside = side_atoms(same)[element] - number * atoms(formula)[element]
    return {
        "number": number * p.times, "shown": shown(formula), "printed": _printed(p),
        "element": element, "name": ELEMENTS[element],
        "needed": side_atoms(other)[element] * p.times, "beside": beside * p.times,
        "each": atoms(formula)[element],
    }  # fmt: skip


def _balances(p: Params, value: object) -> bool:
    """Whether both sides hold the same atoms with this number put in."""
    numbers = [n * p.times for n, _ in _terms(p)]
    if not isinstance(value, int):
        return False
    numbers[p.hidden] = value
    terms = [(n, f) for n, (_, f) in zip(numbers, _terms(p), strict=True)]
    cut = len(p.reaction.left)
    return side_atoms(tuple(terms[:cut])) == side_atoms(tuple(terms[cut:]))


_BALANCE = Family(
    id="science.reactions.balance",
    skill="science.balancing",
    grade=9,
    format=ItemFormat.NUMERIC,
    time_s=90,
    params={"reaction": REACTIONS, "hidden": range(4), "times": (1, 1, 2, 3)},
    where=(lambda p: p.hidden < len(_terms(p)),),
    derive=lambda p: _balance(p) if p.hidden < len(_terms(p)) else {},
    stem="Balance the equation: {printed}. Which number is missing?",
    key=lambda p: p.number,
    checker=_balances,
    misconceptions=(
        Misconception(
            "counts_atoms",
            lambda p: p.needed,
            "There are {needed} {element} on the other side, but one {shown} may hold several.",
        ),
        Misconception(
            "always_one", lambda p: 1, "With 1 the two sides do not match. Count the {name} atoms."
        ),
        Misconception(
            "one_more",
            lambda p: p.number + 1,
            "One too many. Count the {name} atoms on both sides again.",
        ),
        Misconception(
            "one_less",
            lambda p: p.number - 1,
            "One too few. Count the {name} atoms on both sides again.",
        ),
        Misconception(
            "small_number",
            lambda p: p.each,
            "{each} is the small number inside {shown}. Ask how many {shown} there must be.",
        ),
    ),
    hints=(
        "Both sides must hold the same atoms. Small numbers may not be changed.",
        "Begin with {name} ({element}). Count it on the side without the gap.",
    ),
    steps=(
        Step("The other side has {needed} {element}. What already stands here has {beside}."),
        Step(
            "Each {shown} brings {each}, so share the rest.",
            "({needed} - {beside}) / {each}",
            "{number}",
        ),
    ),
    canon=lambda p: (p.printed,),
)

FAMILIES = (_COUNT, _BALANCE)
