"""Grade 11: refraction."""

from fractions import Fraction

from vel_tutor.content import figures_science as drawn
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import TEXT
from vel_tutor.vocabulary import ItemFormat

# --- refraction -----------------------------------------------------------------------------------

_INDEX = {
    "air": "1.00",
    "water": "1.33",
    "oil": "1.47",
    "glass": "1.52",
    "quartz": "1.46",
    "diamond": "2.42",
    "ice": "1.31",
    "alcohol": "1.36",
}
_SPEEDS, _BENDS, _ANGLES = (
    ("slows down", "speeds up"),
    ("toward", "away from"),
    ("smaller", "larger"),
)


def _denser(p: Params) -> bool:
    return Fraction(_INDEX[p.lower]) > Fraction(_INDEX[p.upper])


def _told(denser: bool) -> tuple[str, str, str]:
    return (_SPEEDS[not denser], _BENDS[not denser], _ANGLES[not denser])


def _mixed(p: Params, *places: int) -> tuple[str, ...]:
    right, wrong = _told(_denser(p)), _told(not _denser(p))
    return tuple(wrong[at] if at in places else right[at] for at in range(3))


def _border_words(p: Params) -> str:
    return (
        f"A ray in {p.upper} comes down to the border with {p.lower}, {p.degrees}° from the normal."
    )


_REFRACTION = Family(
    id="science.refraction.bend",
    skill="science.refraction",
    grade=11,
    format=ItemFormat.CLOZE,
    time_s=60,
    params={"upper": tuple(_INDEX), "lower": tuple(_INDEX), "degrees": range(8, 23)},
    derive=lambda p: {"n": _INDEX[p.upper], "m": _INDEX[p.lower]},
    where=(lambda p: p.upper != p.lower,),
    stem=(
        "A ray goes from {upper} (n = {n}) into {lower} (n = {m}), {degrees}° from the normal."
        " The light ___, so it bends"
        " ___ the normal. Its angle with the normal gets ___."
    ),
    gaps=lambda p: (_SPEEDS, _BENDS, _ANGLES),
    key=lambda p: _told(_denser(p)),
    checker=lambda p, v: (
        (v[0] == "slows down") == (1 / Fraction(p.m) < 1 / Fraction(p.n))
        and v in (_told(True), _told(False))
    ),
    misconceptions=(
        Slip(
            "index_is_speed",
            lambda p: _told(not _denser(p)),
            (
                "A larger index means slower light: n is speed in empty space over speed in the"
                " material."
            ),
        ),
        Slip(
            "only_speed_wrong",
            lambda p: _mixed(p, 0),
            "Compare {n} with {m}: the larger index is the slower material.",
        ),
        Slip(
            "bends_wrong_way",
            lambda p: _mixed(p, 1, 2),
            "The speed is right. Slower means toward the normal, faster means away from it.",
        ),
        Slip(
            "angle_wrong",
            lambda p: _mixed(p, 2),
            "Toward the normal makes the angle smaller, away from it makes it larger.",
        ),
    ),
    hints=(
        "A larger index means that light is slower there.",
        "Slower: toward the normal. Faster: away from it.",
    ),
    steps=lambda p: (
        Step(f"The index goes from {p.n} to {p.m}, so light {_told(_denser(p))[0]}."),
        Step(
            f"Then it bends {_told(_denser(p))[1]} the normal, and the angle gets"
            f" {_told(_denser(p))[2]}."
        ),
    ),
    form=TEXT,
    figure=lambda p: drawn.border(_border_words(p), p.upper, p.lower, p.degrees),
    alt=_border_words,
)

FAMILIES = (_REFRACTION,)
