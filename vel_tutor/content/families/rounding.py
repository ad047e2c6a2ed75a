"""Rounding whole numbers, and building numbers from their parts."""

from collections.abc import Mapping
from typing import Any

from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.latex import signed
from vel_tutor.vocabulary import ItemFormat

_UNITS = {10: "ten", 100: "hundred", 1000: "thousand"}


def _neighbours(p: Params) -> Mapping[str, Any]:
    low = p.number - p.number % p.unit
    high = low + p.unit
    near, far = (low, high) if p.number - low < high - p.number else (high, low)
    return {
        "low": low,
        "high": high,
        "near": near,
        "far": far,
        "name": _UNITS[p.unit],
        "up": high - p.number,
        "down": p.number - low,
        "shift": signed(near - p.number),
    }


_ROUND = Family(
    id="math.rounding.nearest",
    skill="math.rounding",
    grade=4,
    format=ItemFormat.CHOICE,
    time_s=35,
    params={"number": range(1_013, 98_765, 7), "unit": tuple(_UNITS)},
    derive=_neighbours,
    where=(lambda p: p.number % p.unit not in (0, p.unit // 2),),
    stem="Round {number:,} to the nearest {name}.",
    key=lambda p: p.near,
    checker=lambda p, v: v % p.unit == 0 and 2 * abs(v - p.number) < p.unit,
    misconceptions=(
        Slip(
            "wrong_side",
            lambda p: p.far,
            "{far:,} is the {name} on the other side. See how far {number:,} is from each.",
        ),
        Slip(
            "keeps_tail",
            lambda p: p.near + p.number % p.unit,
            "You moved the {name} but kept the digits after it. They turn into zeros.",
        ),
        Slip(
            "drops_zeros",
            lambda p: p.near // p.unit,
            "You left out the zeros at the end. {number:,} stays about the same size.",
        ),
        Slip(
            "unit_too_big",
            lambda p: (p.number + 5 * p.unit) // (10 * p.unit) * 10 * p.unit,
            "You rounded to a bigger unit than the {name}.",
        ),
        Slip(
            "unit_too_small",
            lambda p: (p.number + p.unit // 20) // (p.unit // 10) * (p.unit // 10),
            "You rounded to a smaller unit than the {name}.",
        ),
    ),
    hints=(
        "Find the two neighbours that end in zeros, one below and one above.",
        "Look at the digit just after the {name}s place. From 5 on it goes up.",
    ),
    steps=(
        Step("How far up to {high:,}?", "{high} - {number}", "{up}"),
        Step("How far down to {low:,}?", "{number} - {low}", "{down}"),
        Step("Move to the closer one.", "{number} + {shift}", "{near}"),
    ),
)


def _parts(p: Params) -> Mapping[str, Any]:
    return {
        "front": p.thousands * 1000,
        "rest": p.hundreds * 100 + p.tens * 10 + p.ones,
        "total": p.thousands * 1000 + p.hundreds * 100 + p.tens * 10 + p.ones,
        "words": " + ".join(
            f"{digit * size:,}"
            for digit, size in zip(
                (p.thousands, p.hundreds, p.tens, p.ones), (1000, 100, 10, 1), strict=True
            )
            if digit
        ),
    }


def _squeezed(p: Params) -> int:
    return int("".join(str(d) for d in (p.thousands, p.hundreds, p.tens, p.ones) if d))


def _glued(p: Params) -> int:
    return int(p.words.replace(" + ", "").replace(",", ""))


_BUILD = Family(
    id="math.place_value.build",
    skill="math.place_value",
    grade=4,
    format=ItemFormat.NUMERIC,
    time_s=30,
    params={
        "thousands": range(2, 100),
        "hundreds": range(10),
        "tens": range(10),
        "ones": range(10),
    },
    derive=_parts,
    where=(
        lambda p: (p.hundreds, p.tens, p.ones).count(0) in (1, 2),
        lambda p: p.thousands % 10 > 0,
    ),
    stem="Write as one number: {words}",
    key=lambda p: p.total,
    checker=lambda p, v: (
        (v // 1000, v // 100 % 10, v // 10 % 10, v % 10)
        == (p.thousands, p.hundreds, p.tens, p.ones)
    ),
    misconceptions=(
        Slip("skips_zero", _squeezed, "An empty place needs a 0, or the other digits slip."),
        Slip("glues", _glued, "You wrote the parts one after the other. Add them up instead."),
        Slip(
            "extra_zero",
            lambda p: p.thousands * 10_000 + p.total % 1000,
            "There is one zero too many: {thousands} thousands take three places after them.",
        ),
        Slip(
            "thousands_low",
            lambda p: p.thousands * 100 + p.total % 1000,
            "The {thousands} got mixed in with the hundreds. It counts thousands.",
        ),
    ),
    hints=(
        "Write four places: thousands, hundreds, tens, ones.",
        "Which of the places has nothing in it? Put a 0 there.",
    ),
    steps=(
        Step("Start with the thousands.", "{thousands} * 1000", "{front}"),
        Step("Add the rest; empty places get a 0.", "{front} + {rest}", "{total}"),
    ),
)

FAMILIES = (_ROUND, _BUILD)
