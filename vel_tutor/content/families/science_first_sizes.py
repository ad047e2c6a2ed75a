"""Kindergarten and grade 1, with a picture: long and heavy."""

from collections.abc import Callable

from vel_tutor.content import figures_science as drawn
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import TEXT
from vel_tutor.content.worlds.people import rolls, some
from vel_tutor.vocabulary import ItemFormat

# --- which is longest -----------------------------------------------------------------------------

_BARS = ("A", "B", "C", "D")


def _spans(p: Params) -> dict[str, object]:
    rng = rolls("sticks", p.mix)
    lengths = some(rng, range(3, 10), 4)
    starts = [rng.randrange(0, 13 - length) for length in lengths]
    return {
        "spans": tuple(
            (start, start + length) for start, length in zip(starts, lengths, strict=True)
        )
    }


def _longest(p: Params) -> str:
    return max(_BARS, key=lambda name: _length(p, name))


def _length(p: Params, name: str) -> int:
    start, end = p.spans[_BARS.index(name)]
    return end - start


def _said(p: Params) -> str:
    told = (
        f"Bar {name} goes from line {start} to line {end}."
        for name, (start, end) in zip(_BARS, p.spans, strict=True)
    )
    return " ".join(told)


def _by_end(p: Params, at: int) -> str:
    return max(_BARS, key=lambda name: p.spans[_BARS.index(name)][at])


_LONGER = Family(
    id="science.first.longer",
    skill="science.comparing",
    grade=0,
    format=ItemFormat.CHOICE,
    time_s=30,
    params={"mix": range(4000)},
    derive=_spans,
    where=(lambda p: _by_end(p, 1) != _longest(p),),
    stem="Which bar is the longest?",
    key=_longest,
    checker=lambda p, v: all(_length(p, str(v)) >= end - start for start, end in p.spans),
    misconceptions=(
        Slip(
            "far_end",
            lambda p: _by_end(p, 1),
            "That bar ends far to the right, but look where it starts.",
        ),
        Slip(
            "near_start",
            lambda p: min(_BARS, key=lambda n: p.spans[_BARS.index(n)][0]),
            "That bar starts first, but look where it ends.",
        ),
        Slip(
            "shortest",
            lambda p: min(_BARS, key=lambda n: _length(p, n)),
            "That is the shortest bar. Look for the longest one.",
        ),
        Slip(
            "second",
            lambda p: sorted(_BARS, key=lambda n: _length(p, n))[2],
            "It is long, but one of the bars is longer.",
        ),
        Slip(
            "third",
            lambda p: sorted(_BARS, key=lambda n: _length(p, n))[1],
            "Two of the bars are longer than that one.",
        ),
    ),
    hints=("Look at both ends of each bar.", "Put your finger on the start and go to the end."),
    steps=lambda p: (
        Step(
            f"Bar {_longest(p)} is {_length(p, _longest(p))} steps long."
            " All the others are shorter."
        ),
    ),
    form=TEXT,
    figure=lambda p: drawn.sticks(_said(p), _BARS, p.spans),
    alt=_said,
    canon=lambda p: p.spans,
)

# --- order by weight ------------------------------------------------------------------------------

_HEFTS = (
    "cup",
    "shoe",
    "book",
    "bell",
    "ball",
    "drum",
    "boot",
    "doll",
    "lamp",
    "rock",
    "box",
    "pan",
)


def _weights(p: Params) -> dict[str, object]:
    things = some(rolls("hefts", p.mix), _HEFTS, 3)
    pairs = ((things[0], things[1]), (things[1], things[2]))
    return {"things": things, "pairs": pairs if p.mix % 2 else pairs[::-1]}


def _tilts(p: Params) -> str:
    return " ".join(
        f"The {heavy} side is down, the {light} side is up." for heavy, light in p.pairs
    )


def _agrees(p: Params, order: tuple[str, ...]) -> bool:
    """Whether the one that goes down stands first, on every balance."""
    return all(order.index(heavy) < order.index(light) for heavy, light in p.pairs)


def _shift(*places: int) -> Callable[[Params], tuple[str, ...]]:
    return lambda p: tuple(p.things[place] for place in places)


_HEAVIER = Family(
    id="science.first.heavier",
    skill="science.comparing",
    grade=1,
    format=ItemFormat.ORDER,
    time_s=45,
    params={"mix": range(3000)},
    derive=_weights,
    stem="Look at the pictures. Put the things in order. Start with the heaviest.",
    key=lambda p: p.things,
    checker=lambda p, v: _agrees(p, v),
    misconceptions=(
        Slip("lightest_first", _shift(2, 1, 0), "You start with the lightest. Turn it around."),
        Slip(
            "up_is_heavy",
            _shift(1, 0, 2),
            "The side that goes down is heavier, not the side that is up.",
        ),
        Slip(
            "one_picture",
            _shift(0, 2, 1),
            "Look at the other picture too. Which side is down there?",
        ),
        Slip(
            "middle_last",
            _shift(1, 2, 0),
            "One thing is in both pictures. It belongs in the middle.",
        ),
    ),
    hints=("The heavier side goes down.", "One thing is in both pictures. Where does it belong?"),
    steps=lambda p: tuple(
        Step(f"The {heavy} is heavier than the {light}.") for heavy, light in p.pairs
    ),
    form=TEXT,
    figure=lambda p: drawn.balances(_tilts(p), p.pairs),
    alt=_tilts,
    canon=lambda p: p.pairs,
)

FAMILIES = (_LONGER, _HEAVIER)
