"""Grade 11: gas laws."""

from fractions import Fraction

from vel_tutor.content.family import Family, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import DECIMAL, decimal_text
from vel_tutor.vocabulary import ItemFormat

# --- gas laws -------------------------------------------------------------------------------------

_GASES = ("helium", "nitrogen", "air", "argon", "neon", "methane")

_BOYLE = Family(
    id="science.gas.boyle",
    skill="science.gas_laws",
    grade=11,
    format=ItemFormat.NUMERIC,
    time_s=75,
    params={"gas": _GASES, "p1": range(80, 401, 10), "v1": range(2, 31), "v2": range(2, 31)},
    derive=lambda p: {
        "product": p.p1 * p.v1,
        "p2": Fraction(p.p1 * p.v1, p.v2),
        "way": "pressed into" if p.v2 < p.v1 else "let expand to",
    },
    where=(lambda p: p.v1 != p.v2 and (p.p2 * 10).denominator == 1,),
    stem=(
        "{v1} L of {gas} at {p1} kPa are {way} {v2} L. The temperature stays the same. What is"
        " the pressure then, in kPa?"
    ),
    key=lambda p: p.p2,
    checker=lambda p, x: x * p.v2 == p.p1 * p.v1,
    misconceptions=(
        Slip(
            "wrong_way",
            lambda p: Fraction(p.p1 * p.v2, p.v1),
            "You turned the ratio around. Less room means more pressure.",
        ),
        Slip(
            "unchanged",
            lambda p: p.p1,
            "The pressure cannot stay the same when the same gas has another volume.",
        ),
        Slip(
            "by_difference",
            lambda p: p.p1 + p.v1 - p.v2,
            "Liters cannot be added to kilopascals. Pressure times volume stays the same.",
        ),
        Slip(
            "product",
            lambda p: p.product,
            "That is pressure times volume. Divide it by the new volume.",
        ),
        Slip(
            "no_first_volume",
            lambda p: (
                Fraction(p.p1, p.v2) if (Fraction(p.p1, p.v2) * 10**6).denominator == 1 else None
            ),
            "You left out the first volume of {v1} L.",
        ),
    ),
    hints=(
        "At constant temperature pressure times volume stays the same.",
        "Multiply {p1} by {v1}, then divide by {v2}.",
    ),
    steps=lambda p: (
        Step("Pressure times volume:", f"{p.p1} * {p.v1}", f"{p.product}"),
        Step("Divide by the new volume:", f"{p.product} / {p.v2}", decimal_text(p.p2)),
    ),
    form=DECIMAL,
    unit="kPa",
)

_CHARLES = Family(
    id="science.gas.heated",
    skill="science.gas_laws",
    grade=11,
    format=ItemFormat.NUMERIC,
    time_s=90,
    params={
        "gas": _GASES,
        "k1": range(200, 451, 10),
        "k2": range(200, 901, 10),
        "v1": range(2, 41),
        "what": ("volume", "pressure"),
    },
    derive=lambda p: {
        "c1": p.k1 - 273,
        "c2": p.k2 - 273,
        "v2": Fraction(p.v1 * p.k2, p.k1),
        "kept": "pressure" if p.what == "volume" else "volume",
        "want": "L" if p.what == "volume" else "bar",
    },
    where=(
        lambda p: (
            p.k1 != p.k2 and (p.v2 * 10).denominator == 1 and p.c1 not in (0, p.c2) and p.c2 != 0
        ),
    ),
    stem=(
        "A fixed amount of {gas} has a {what} of {v1} {want} at {c1} °C. It is brought to {c2}"
        " °C, and the {kept} stays the"
        " same. What is the {what} then? (0 °C is 273 K.)"
    ),
    key=lambda p: p.v2,
    checker=lambda p, x: x / (p.c2 + 273) == Fraction(p.v1, p.c1 + 273),
    misconceptions=(
        Slip(
            "celsius",
            lambda p: (
                Fraction(p.v1 * p.c2, p.c1)
                if (Fraction(p.v1 * p.c2, p.c1) * 10**6).denominator == 1
                else None
            ),
            "You used degrees Celsius. The law needs kelvins: add 273 to both.",
        ),
        Slip(
            "wrong_way",
            lambda p: (
                Fraction(p.v1 * p.k1, p.k2)
                if (Fraction(p.v1 * p.k1, p.k2) * 10**6).denominator == 1
                else None
            ),
            "You turned the ratio around. Warmer gas has the larger {what}.",
        ),
        Slip(
            "unchanged",
            lambda p: p.v1,
            "The temperature changes and the {kept} is kept, so the {what} must change.",
        ),
        Slip(
            "adds_difference",
            lambda p: p.v1 + p.k2 - p.k1,
            "Degrees cannot be added to {want}. Use the ratio of the temperatures in kelvins.",
        ),
        Slip(
            "ratio_only",
            lambda p: (
                Fraction(p.k2, p.k1) if (Fraction(p.k2, p.k1) * 10**6).denominator == 1 else None
            ),
            "That is the ratio of the temperatures. Multiply it by {v1} {want}.",
        ),
        Slip("temperature", lambda p: p.k2, "That is the new temperature in kelvins."),
    ),
    hints=(
        "Change both temperatures to kelvins first: add 273.",
        "The {what} grows by the same factor as the temperature in kelvins.",
    ),
    steps=lambda p: (
        Step("First temperature in kelvins:", f"({p.c1}) + 273", f"{p.k1}"),
        Step("Second one:", f"({p.c2}) + 273", f"{p.k2}"),
        Step("Multiply by their ratio:", f"{p.v1} * {p.k2} / {p.k1}", decimal_text(p.v2)),
    ),
    form=DECIMAL,
    unit="{want}",
)

FAMILIES = (_BOYLE, _CHARLES)
