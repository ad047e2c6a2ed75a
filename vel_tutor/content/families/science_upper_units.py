"""Grade 9: prefixes, and things in order of size."""

from fractions import Fraction
from itertools import pairwise

from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import DECIMAL, TEXT, decimal_text
from vel_tutor.content.worlds.people import rolls, some
from vel_tutor.vocabulary import ItemFormat

# --- prefixes -------------------------------------------------------------------------------------

_POWERS = {"M": 6, "k": 3, "": 0, "m": -3, "µ": -6, "n": -9}
_BASES = {
    "m": ("µ", "n", "m", "k", ""),
    "g": ("µ", "m", "k", ""),
    "s": ("µ", "n", "m", ""),
    "W": ("M", "k", "m", ""),
    "Hz": ("M", "k", ""),
}


def _ten(power: int) -> str:
    return "10" + str(power).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))


_PREFIXES = Family(
    id="science.prefixes.change",
    skill="science.prefixes",
    grade=9,
    format=ItemFormat.NUMERIC,
    time_s=75,
    params={
        "base": tuple(_BASES),
        "old": tuple(_POWERS),
        "new": tuple(_POWERS),
        "n": range(2, 996),
    },
    derive=lambda p: {
        "step": _POWERS[p.old] - _POWERS[p.new],
        "one": f"{p.old}{p.base}",
        "two": f"{p.new}{p.base}",
        "told": ", ".join(
            f"1 {prefix}{p.base} is {_ten(_POWERS[prefix])} {p.base}"
            for prefix in (p.old, p.new)
            if prefix
        ),
    },
    where=(
        lambda p: (
            p.old in _BASES[p.base]
            and p.new in _BASES[p.base]
            and abs(p.step) in (3, 6)
            and p.n % 10 != 0
        ),
        lambda p: p.step > 0 or p.n > 20,
    ),
    stem="Change {n} {one} to {two}. ({told}.)",
    key=lambda p: p.n * Fraction(10) ** p.step,
    checker=lambda p, x: x * Fraction(10) ** _POWERS[p.new] == p.n * Fraction(10) ** _POWERS[p.old],
    misconceptions=(
        Slip(
            "wrong_way",
            lambda p: p.n * Fraction(10) ** -p.step,
            "You went the wrong way. A smaller unit needs more of them.",
        ),
        Slip(
            "one_step_of_three",
            lambda p: p.n * Fraction(10) ** (3 if p.step > 0 else -3) if abs(p.step) == 6 else None,
            "The exponents differ by 6, not by 3.",
        ),
        Slip(
            "ten_for_each",
            lambda p: p.n * Fraction(10) ** (p.step // 3),
            "Each prefix step here is a factor of 1,000, not 10.",
        ),
        Slip(
            "hundred",
            lambda p: p.n * Fraction(100) ** (1 if p.step > 0 else -1),
            "A factor of 100 belongs to centi. Compare the two exponents.",
        ),
        Slip("unchanged", lambda p: p.n, "The number must change when the unit does."),
    ),
    hints=(
        "Compare the two powers of ten.",
        "The exponents differ by some steps: multiply or divide by 10 that many times.",
    ),
    steps=lambda p: (
        Step("The exponents differ by:", f"{_POWERS[p.old]} - ({_POWERS[p.new]})", f"{p.step}"),
        Step("So:", f"{p.n} * 10^({p.step})", decimal_text(p.n * Fraction(10) ** p.step)),
    ),
    form=DECIMAL,
    unit="{two}",
)

# --- from small to large --------------------------------------------------------------------------

_SIZES: tuple[tuple[str, int], ...] = (
    ("proton", -15), ("atom of carbon", -10), ("molecule of sugar", -9), ("virus", -7),
    ("bacterium", -6), ("grain of fine sand", -4), ("ant", -2), ("person", 0), ("tall tree", 1),
    ("mountain", 4), ("the earth", 7), ("the sun", 9), ("distance from earth to sun", 11),
    ("distance to the next star", 17), ("our galaxy", 21),
)  # fmt: skip
"""The power of ten next to the size in meters."""
_POWER_OF = dict(_SIZES)


def _sizes(p: Params) -> dict[str, object]:
    rows = sorted(some(rolls("sizes", p.mix), _SIZES, 4), key=lambda row: row[1])
    return {"names": tuple(name for name, _ in rows)}


def _size_slip(name: str, order: tuple[int, ...], why: str) -> Slip:
    return Slip(name, lambda p: tuple(p.names[at] for at in order), why)


_ORDER = Family(
    id="science.prefixes.sizes",
    skill="science.prefixes",
    grade=9,
    format=ItemFormat.ORDER,
    time_s=60,
    params={"mix": range(4000)},
    derive=_sizes,
    stem="Put these in order by size, the smallest first.",
    key=lambda p: p.names,
    checker=lambda p, v: all(_POWER_OF[one] < _POWER_OF[two] for one, two in pairwise(v)),
    misconceptions=(
        _size_slip(
            "largest_first", (3, 2, 1, 0), "You began with the largest. Turn the order around."
        ),
        _size_slip(
            "swaps_first",
            (1, 0, 2, 3),
            "The two smallest change places. Which one is made of the other, or fits into it?",
        ),
        _size_slip(
            "swaps_middle",
            (0, 2, 1, 3),
            "The two in the middle change places. Compare their powers of ten.",
        ),
        _size_slip(
            "swaps_last",
            (0, 1, 3, 2),
            "The two largest change places. Which one would fit into the other?",
        ),
    ),
    hints=(
        "Guess the power of ten of each, in meters.",
        "An atom is about ten to the minus ten meters, a person is about one.",
    ),
    steps=lambda p: tuple(Step(f"{name}: about {_ten(_POWER_OF[name])} m") for name in p.names),
    form=TEXT,
    canon=lambda p: p.names,
)

FAMILIES = (_PREFIXES, _ORDER)
