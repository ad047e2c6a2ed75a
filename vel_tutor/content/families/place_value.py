"""Place value: what a digit is worth."""

from vel_tutor.content.family import Family, Misconception, Params, Step
from vel_tutor.content.forms import WHOLE
from vel_tutor.vocabulary import ItemFormat

_PLACES = ("ones", "tens", "hundreds", "thousands", "ten thousands", "hundred thousands")


def _digits(p: Params) -> list[int]:
    """The digits of the number, ones first."""
    return [int(digit) for digit in reversed(str(p.number))]


def _digit(p: Params) -> int:
    return _digits(p)[p.place]


def _value(p: Params, shift: int = 0) -> int | None:
    place = p.place + shift
    return _digit(p) * 10**place if place >= 0 else None


_DIGIT_VALUE = Family(
    id="math.place_value.digit",
    skill="math.place_value",
    grade=4,
    format=ItemFormat.CHOICE,
    time_s=35,
    params={"number": range(12_345, 987_654, 37), "place": range(2, 6)},
    where=(
        lambda p: p.place < len(str(p.number)),
        lambda p: _digit(p) > 1 and _digits(p).count(_digit(p)) == 1,
        lambda p: 0 not in _digits(p),
    ),
    stem=lambda p: f"Look at the number {p.number:,}. How much is the digit {_digit(p)} worth?",
    key=lambda p: _digit(p) * 10**p.place,
    checker=lambda p, v: v == p.number % 10 ** (p.place + 1) - p.number % 10**p.place,
    misconceptions=(
        Misconception(
            "face_value",
            _digit,
            lambda p: f"{_digit(p)} is only the digit. It stands in the {_PLACES[p.place]} place.",
        ),
        Misconception(
            "place_too_low",
            lambda p: _value(p, -1),
            lambda p: (
                f"That is one place too small. Count again from the ones: the"
                f" {_digit(p)} is in the {_PLACES[p.place]} place."
            ),
        ),
        Misconception(
            "two_places_low",
            lambda p: _value(p, -2),
            lambda p: (
                f"That is two places too small. After the {_digit(p)} there are"
                f" {p.place} more digits."
            ),
        ),
        Misconception(
            "place_too_high",
            lambda p: _value(p, 1),
            lambda p: (
                f"That is ten times too much. After the {_digit(p)} there are only"
                f" {p.place} digits."
            ),
        ),
        Misconception(
            "counts_from_left",
            lambda p: _digit(p) * 10 ** (len(str(p.number)) - 1 - p.place),
            lambda p: (
                f"You counted the places from the left. Count from the right: after the"
                f" {_digit(p)} come {p.place} digits."
            ),
        ),
        Misconception(
            "keeps_front",
            lambda p: (
                p.number - p.number % 10**p.place if p.number >= 10 ** (p.place + 1) else None
            ),
            lambda p: f"You kept the digits in front as well. Take only the {_digit(p)}.",
        ),
        Misconception(
            "two_places_high",
            lambda p: _value(p, 2),
            lambda p: (
                f"That is a hundred times too much. Count the {p.place} digits behind"
                f" the {_digit(p)}."
            ),
        ),
    ),
    hints=lambda p: (
        "Name the places from the right: ones, tens, hundreds, and so on.",
        f"The {_digit(p)} is in the {_PLACES[p.place]} place.",
    ),
    steps=lambda p: (
        Step(
            f"The {_digit(p)} stands in the {_PLACES[p.place]} place, so it is worth:",
            f"{_digit(p)} * {10**p.place}",
            f"{_digit(p) * 10**p.place}",
        ),
    ),
    form=WHOLE,
)

FAMILIES = (_DIGIT_VALUE,)
