"""Grades 9 and 10: the parts of an atom, and the pH scale."""

from fractions import Fraction

from vel_tutor.content.family import BLANK, Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import WHOLE, decimal_text
from vel_tutor.vocabulary import ItemFormat

# --- protons, neutrons, electrons -----------------------------------------------------------------

_ATOMS: tuple[tuple[str, int, tuple[int, ...], tuple[int, ...]], ...] = (
    ("hydrogen", 1, (2, 3), (0,)), ("lithium", 3, (6, 7), (0, 1)),
    ("carbon", 6, (12, 13, 14), (0,)), ("nitrogen", 7, (14, 15), (0, -3)),
    ("oxygen", 8, (16, 17, 18), (0, -2)), ("fluorine", 9, (19,), (0, -1)),
    ("sodium", 11, (23,), (0, 1)), ("magnesium", 12, (24, 25, 26), (0, 2)),
    ("aluminum", 13, (27,), (0, 3)), ("sulfur", 16, (32, 34), (0, -2)),
    ("chlorine", 17, (35, 37), (0, -1)), ("potassium", 19, (39, 41), (0, 1)),
    ("calcium", 20, (40, 44), (0, 2)), ("iron", 26, (54, 56, 57), (0, 2, 3)),
    ("copper", 29, (63, 65), (0, 1, 2)), ("zinc", 30, (64, 66), (0, 2)),
    ("bromine", 35, (79, 81), (0, -1)), ("silver", 47, (107, 109), (0, 1)),
    ("iodine", 53, (127,), (0, -1)), ("gold", 79, (197,), (0, 3)),
    ("lead", 82, (206, 208), (0, 2)), ("uranium", 92, (235, 238), (0,)),
)  # fmt: skip
_ROWS = tuple(
    (name, z, a, charge)
    for name, z, masses, charges in _ATOMS
    for a in masses
    for charge in charges
)
_GIVEN = ("protons", "electrons", "neutrons")


def _charge(charge: int) -> str:
    return f"{charge:+d}".replace("-", "\N{MINUS SIGN}") if charge else "0"


def _particle(p: Params) -> dict[str, object]:
    name, z, a, charge = p.row
    return {"name": name, "z": z, "a": a, "charge": charge, "n": a - z, "e": z - charge}


def _columns(p: Params) -> tuple[tuple[str, int], ...]:
    whole = (("protons", p.z), ("neutrons", p.n), ("electrons", p.e), ("mass number", p.a))
    hidden = {"protons": (1, 2), "electrons": (0, 1), "neutrons": (2, 3)}[p.given]
    return tuple(
        (title, value if at not in hidden else -1) for at, (title, value) in enumerate(whole)
    )


def _blanks(p: Params, protons: int, neutrons: int, electrons: int, mass: int) -> tuple[int, ...]:
    parts = {
        "protons": (neutrons, electrons),
        "electrons": (protons, neutrons),
        "neutrons": (electrons, mass),
    }
    return parts[p.given]


_PARTICLES = Family(
    id="science.isotopes.table",
    skill="science.isotopes",
    grade=9,
    format=ItemFormat.TABLE,
    time_s=75,
    params={"row": _ROWS, "given": _GIVEN},
    derive=_particle,
    stem=lambda p: (
        f"The table is about {'an atom' if p.charge == 0 else 'an ion'} of {p.name} with a"
        f" charge of {_charge(p.charge)}."
        " Fill in the empty cells."
    ),
    grid=lambda p: (
        tuple(title for title, _ in _columns(p)),
        tuple(BLANK if value < 0 else str(value) for _, value in _columns(p)),
    ),
    key=lambda p: _blanks(p, p.z, p.n, p.e, p.a),
    checker=lambda p, v: (
        v
        == {
            "protons": (p.a - p.z, p.z - p.charge),
            "electrons": (p.e + p.charge, p.a - p.e - p.charge),
            "neutrons": (p.z - p.charge, p.z + p.n),
        }[p.given]
    ),
    misconceptions=(
        Slip(
            "neutrons_are_mass",
            lambda p: _blanks(p, p.z, p.a, p.e, p.a) if p.given != "neutrons" else None,
            "The mass number counts protons and neutrons together. Take the protons away.",
        ),
        Slip(
            "charge_wrong_way",
            lambda p: (
                _blanks(p, p.z, p.n, p.z + p.charge, p.a)
                if p.charge and p.given != "electrons"
                else None
            ),
            "Electrons are negative: a positive ion has fewer of them than protons.",
        ),
        Slip(
            "ignores_charge",
            lambda p: (
                {"protons": (p.n, p.z), "electrons": (p.e, p.a - p.e), "neutrons": (p.z, p.a)}[
                    p.given
                ]
                if p.charge
                else None
            ),
            "Only a neutral atom has as many electrons as protons. Look at the charge.",
        ),
        Slip(
            "neutrons_as_protons",
            lambda p: _blanks(p, p.z, p.z, p.e, 2 * p.z) if p.n != p.z else None,
            "There need not be as many neutrons as protons. Use the mass number.",
        ),
        Slip(
            "swapped",
            lambda p: _blanks(p, p.z, p.n, p.e, p.a)[::-1],
            "The right numbers, but in the wrong cells.",
        ),
    ),
    hints=(
        "Mass number is protons plus neutrons. Charge is protons minus electrons.",
        "Begin with the cell that needs only one step.",
    ),
    steps=lambda p: {
        "protons": (
            Step("Neutrons: mass number less protons.", f"{p.a} - {p.z}", f"{p.n}"),
            Step("Electrons: protons less charge.", f"{p.z} - ({p.charge})", f"{p.e}"),
        ),
        "electrons": (
            Step("Protons: electrons plus charge.", f"{p.e} + ({p.charge})", f"{p.z}"),
            Step("Neutrons: mass number less protons.", f"{p.a} - {p.z}", f"{p.n}"),
        ),
        "neutrons": (
            Step("Electrons: protons less charge.", f"{p.z} - ({p.charge})", f"{p.e}"),
            Step("Mass number: protons plus neutrons.", f"{p.z} + {p.n}", f"{p.a}"),
        ),
    }[p.given],
    form=WHOLE,
)

# --- pH -------------------------------------------------------------------------------------------


def _over(top: str, bottom: str) -> Fraction | None:
    """The quotient, if it can be typed as a short decimal."""
    value = Fraction(top) / Fraction(bottom)
    return value if (value * 1000).denominator == 1 else None


_PH = Family(
    id="science.ph.times",
    skill="science.ph",
    grade=10,
    format=ItemFormat.NUMERIC,
    time_s=60,
    params={
        "one": ("A", "B", "C"),
        "two": ("X", "Y", "Z"),
        "half": range(2, 22),
        "gap": range(2, 6),
        "more": ("hydrogen ions", "hydroxide ions"),
    },
    derive=lambda p: {
        "low": decimal_text(Fraction(p.half, 2)),
        "high": decimal_text(Fraction(p.half, 2) + p.gap),
        "answer": 10**p.gap,
        "strong": p.one if p.more == "hydrogen ions" else p.two,
        "weak": p.two if p.more == "hydrogen ions" else p.one,
    },
    where=(lambda p: p.half + 2 * p.gap <= 26,),
    stem=(
        "Solution {one} has pH {low}, and solution {two} has pH {high}. How many times as many"
        " {more} are in a liter of"
        " {strong} as in a liter of {weak}?"
    ),
    key=lambda p: p.answer,
    checker=lambda p, x: (
        len(str(x)) - 1 == Fraction(p.high) - Fraction(p.low) and str(x).strip("0") == "1"
    ),
    misconceptions=(
        Slip(
            "difference",
            lambda p: p.gap,
            "The pH differs by {gap}, but each step is a factor of ten.",
        ),
        Slip(
            "times_ten",
            lambda p: 10 * p.gap,
            "Each step multiplies by ten again: do not multiply {gap} by ten.",
        ),
        Slip(
            "ratio_of_values",
            lambda p: _over(p.high, p.low),
            "The pH values count powers of ten. They cannot be divided.",
        ),
        Slip(
            "one_step_less",
            lambda p: 10 ** (p.gap - 1),
            "Count the steps from {low} to {high} again.",
        ),
        Slip(
            "one_step_more",
            lambda p: 10 ** (p.gap + 1),
            "One step too many. Count the steps from {low} to {high}.",
        ),
        Slip("doubles", lambda p: 2**p.gap, "Each step is a factor of ten, not of two."),
    ),
    hints=("Each step of pH is a factor of ten.", "How many steps lie between {low} and {high}?"),
    steps=lambda p: (
        Step("Steps of pH:", f"{p.high} - {p.low}", f"{p.gap}"),
        Step("A factor of ten for each:", f"10^{p.gap}", f"{p.answer}"),
    ),
    form=WHOLE,
)

FAMILIES = (_PARTICLES, _PH)
