"""Grade 11: molar mass and concentration."""

from fractions import Fraction

from vel_tutor.content import chemistry
from vel_tutor.content.family import Family, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import DECIMAL, decimal_text
from vel_tutor.vocabulary import ItemFormat

# --- molar mass -----------------------------------------------------------------------------------

_COMPOUNDS = (
    "H2O", "CO2", "NH3", "CH4", "NaCl", "CaCO3", "Ca(OH)2", "Mg(OH)2", "H2SO4", "Al2O3", "Fe2O3",
    "C6H12O6", "Na2CO3", "KOH", "CuO", "ZnS", "Al(OH)3", "Ca(NO3)2", "Mg(NO3)2", "H3PO4", "K2SO4",
    "C2H6O", "C3H8", "N2O", "SO2", "Cu(OH)2", "Na3PO4", "Ca3(PO4)2", "Al2(SO4)3", "MgCl2", "FeS",
    "P4O10", "HCl", "NaOH", "C4H10", "Fe(OH)3", "Zn(NO3)2",
)  # fmt: skip


def _no_small_numbers(formula: str) -> Fraction:
    return sum((chemistry.MASSES[name] for name in chemistry.atoms(formula)), Fraction(0))


def _sum_text(formula: str) -> str:
    return " + ".join(
        f"{count} * {decimal_text(chemistry.MASSES[name])}"
        for name, count in chemistry.atoms(formula).items()
    )


def _needed(formula: str) -> str:
    return ", ".join(
        f"{name} {decimal_text(chemistry.MASSES[name])}" for name in chemistry.atoms(formula)
    )


_MOLAR = Family(
    id="science.moles.grams",
    skill="science.moles",
    grade=11,
    format=ItemFormat.NUMERIC,
    time_s=100,
    params={
        "formula": _COMPOUNDS,
        "moles": (
            Fraction(1, 2),
            Fraction(3, 2),
            2,
            3,
            4,
            5,
            Fraction(1, 4),
            Fraction(5, 2),
            10,
            Fraction(3, 4),
        ),
    },
    derive=lambda p: {
        "mass": chemistry.molar_mass(p.formula),
        "grams": chemistry.molar_mass(p.formula) * p.moles,
        "shown": chemistry.shown(p.formula),
        "needed": _needed(p.formula),
        "n": decimal_text(p.moles),
    },
    stem=(
        "What is the mass of {n} mol of {shown} in grams? Masses of one mole of atoms in grams:"
        " {needed}."
    ),
    key=lambda p: p.grams,
    checker=lambda p, x: (
        x / p.moles == sum(chemistry.MASSES[name] for name in chemistry.atoms(p.formula).elements())
    ),
    misconceptions=(
        Slip("one_mole", lambda p: p.mass, "That is the mass of one mole. There are {n} mol."),
        Slip(
            "divides",
            lambda p: p.mass / p.moles,
            "You divided by the moles. Each mole has the molar mass, so multiply.",
        ),
        Slip(
            "no_small_numbers",
            lambda p: _no_small_numbers(p.formula) * p.moles,
            "The small numbers in {shown} say how many of each atom there are.",
        ),
        Slip(
            "ignores_brackets",
            lambda p: _brackets_once(p.formula) * p.moles if "(" in p.formula else None,
            "The number after a bracket counts for all that stands in the bracket.",
        ),
        Slip(
            "adds_moles",
            lambda p: p.mass + p.moles,
            "Grams and moles cannot be added. Multiply the molar mass by {n}.",
        ),
    ),
    hints=(
        "Add up the masses of all atoms in the formula.",
        "Then multiply by the number of moles.",
    ),
    steps=lambda p: (
        Step("One mole:", _sum_text(p.formula), decimal_text(p.mass)),
        Step("All of it:", f"{p.n} * {decimal_text(p.mass)}", decimal_text(p.grams)),
    ),
    form=DECIMAL,
    unit="g",
)


def _brackets_once(formula: str) -> Fraction:
    """The mass if the number after a bracket is left out."""
    opened, closed = formula.index("("), formula.index(")")
    rest = formula[closed + 1 :].lstrip("0123456789")
    return chemistry.molar_mass(formula[:opened] + formula[opened + 1 : closed] + rest)


# --- concentration --------------------------------------------------------------------------------

_CONCENTRATION = Family(
    id="science.concentration.molar",
    skill="science.concentration",
    grade=11,
    format=ItemFormat.NUMERIC,
    time_s=90,
    params={
        "salt": ("NaCl", "KOH", "NaOH", "MgCl2", "CuO", "HCl", "CaCO3", "Na2CO3"),
        "tenths": range(1, 31),
        "volume": (50, 100, 125, 200, 250, 400, 500, 800),
    },
    derive=lambda p: {
        "mass": chemistry.molar_mass(p.salt),
        "n": Fraction(p.tenths, 10),
        "grams": chemistry.molar_mass(p.salt) * p.tenths / 10,
        "c": Fraction(100 * p.tenths, p.volume),
        "shown": chemistry.shown(p.salt),
        "grams_text": decimal_text(chemistry.molar_mass(p.salt) * p.tenths / 10),
        "mass_text": decimal_text(chemistry.molar_mass(p.salt)),
    },
    where=(
        lambda p: (
            (p.c * 100).denominator == 1
            and p.c <= 5
            and p.c != p.n
            and p.salt not in ("CuO", "CaCO3")
            and p.tenths != 10
        ),
    ),
    stem=(
        "{grams_text} g of {shown} are dissolved to make {volume} mL of solution. One mole of it"
        " is {mass_text} g. What is"
        " the concentration in mol/L?"
    ),
    key=lambda p: p.c,
    checker=lambda p, x: x * p.volume * p.mass == 1000 * p.grams,
    misconceptions=(
        Slip(
            "grams_per_liter",
            lambda p: p.grams * 1000 / p.volume,
            "That is grams in a liter. Change the grams to moles first.",
        ),
        Slip(
            "no_liters",
            lambda p: p.n / p.volume if (p.n / p.volume * 10**6).denominator == 1 else None,
            "You divided by milliliters. {volume} mL must be changed to liters.",
        ),
        Slip(
            "moles_only", lambda p: p.n, "That is how many moles there are. Divide by the liters."
        ),
        Slip(
            "multiplies",
            lambda p: p.n * p.volume / 1000,
            "You multiplied by the volume. More water would then make it stronger.",
        ),
        Slip(
            "ten_times",
            lambda p: p.c / 10,
            "A liter has 1,000 milliliters. Check the place of the point.",
        ),
    ),
    hints=(
        "Concentration is moles divided by liters.",
        "Moles: {grams_text} g divided by {mass_text} g. Liters: {volume} divided by 1,000.",
    ),
    steps=lambda p: (
        Step("Moles:", f"{p.grams_text} / {p.mass_text}", decimal_text(p.n)),
        Step("Liters:", f"{p.volume} / 1000", decimal_text(Fraction(p.volume, 1000))),
        Step(
            "Moles divided by liters:",
            f"{decimal_text(p.n)} / {decimal_text(Fraction(p.volume, 1000))}",
            decimal_text(p.c),
        ),
    ),
    form=DECIMAL,
    unit="mol/L",
)

FAMILIES = (_MOLAR, _CONCENTRATION)
