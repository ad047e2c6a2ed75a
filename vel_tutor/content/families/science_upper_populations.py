"""Grades 9 and 10: selection, and counting and growth of populations."""

from fractions import Fraction

from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import TEXT, WHOLE
from vel_tutor.vocabulary import ItemFormat

# --- natural selection in numbers -----------------------------------------------------------------

_KINDS = (
    ("moths", "dark", "light"), ("beetles", "green", "brown"), ("mice", "tan", "black"),
    ("snails", "striped", "plain"), ("crickets", "silent", "singing"),
    ("fish", "spotted", "plain"), ("lizards", "gray", "red"), ("frogs", "small", "large"),
)  # fmt: skip
_TREND = ("more common", "less common", "as common as before")


def _survival(p: Params) -> dict[str, object]:
    kind, one, two = p.kind
    left_one, left_two = p.start * p.rate_one // 10, p.start * p.rate_two // 10
    return {
        "kinds": kind,
        "one": one,
        "two": two,
        "left_one": left_one,
        "left_two": left_two,
        "all": 2 * p.start,
    }


def _trend(a: int, b: int) -> str:
    return _TREND[2] if a == b else _TREND[a < b]


def _other(trend: str) -> str:
    return {_TREND[0]: _TREND[1], _TREND[1]: _TREND[0], _TREND[2]: _TREND[0]}[trend]


_SELECTION = Family(
    id="science.selection.survivors",
    skill="science.selection",
    grade=9,
    format=ItemFormat.CLOZE,
    time_s=75,
    params={
        "kind": _KINDS,
        "start": range(40, 401, 20),
        "rate_one": range(1, 10),
        "rate_two": range(1, 10),
    },
    derive=_survival,
    stem=(
        "In a place live {start} {one} and {start} {two} {kinds}. In a hard year {left_one} of"
        " the {one} and {left_two} of the"
        " {two} ones survive and have young. The color or form is inherited. Among the young the"
        " {one} form is then ___, and"
        " the {two} form ___. Single {kinds} ___."
    ),
    gaps=lambda p: (_TREND, _TREND, ("keep their form", "change their form", "choose their form")),
    key=lambda p: (
        _trend(p.left_one, p.left_two),
        _trend(p.left_two, p.left_one),
        "keep their form",
    ),
    checker=lambda p, v: (
        v[0]
        == (
            "more common"
            if 2 * p.left_one > p.left_one + p.left_two
            else "less common"
            if 2 * p.left_one < p.left_one + p.left_two
            else _TREND[2]
        )
        and {v[0], v[1]} in ({_TREND[0], _TREND[1]}, {_TREND[2]})
        and v[2].startswith("keep")
    ),
    misconceptions=(
        Slip(
            "wrong_way",
            lambda p: (
                _other(_trend(p.left_one, p.left_two)),
                _other(_trend(p.left_two, p.left_one)),
                "keep their form",
            ),
            "Those that survive in larger number have more young: {left_one} against {left_two}.",
        ),
        Slip(
            "single_ones_change",
            lambda p: (
                _trend(p.left_one, p.left_two),
                _trend(p.left_two, p.left_one),
                "change their form",
            ),
            "The population changes over generations. A single animal does not change its genes.",
        ),
        Slip(
            "they_choose",
            lambda p: (
                _trend(p.left_one, p.left_two),
                _trend(p.left_two, p.left_one),
                "choose their form",
            ),
            "Nobody chooses the form: it is inherited from the parents.",
        ),
        Slip(
            "both_fall",
            lambda p: ("less common", "less common", "keep their form"),
            (
                "Both numbers fell, but common means the share among the young. One share grows"
                " when the other shrinks."
            ),
        ),
        Slip(
            "nothing_changes",
            lambda p: (_TREND[2], _TREND[2], "keep their form"),
            "They started alike, but {left_one} and {left_two} are left.",
        ),
    ),
    hints=(
        "Compare how many of each form are left to have young.",
        "The form with more parents makes up a larger share of the young.",
    ),
    steps=lambda p: (
        Step(
            "The difference among the parents:",
            f"{max(p.left_one, p.left_two)} - {min(p.left_one, p.left_two)}",
            f"{abs(p.left_one - p.left_two)}",
        ),
        Step(
            f"So among the young the {p.one} form is {_trend(p.left_one, p.left_two)}. A"
            f" single animal keeps its form."
        ),
    ),
    form=TEXT,
)

# --- counting by marking --------------------------------------------------------------------------

_CAUGHT = ("trout", "turtles", "beetles", "crabs", "voles", "newts", "carp", "butterflies")

_MARKED = Family(
    id="science.population.marking",
    skill="science.population",
    grade=10,
    format=ItemFormat.NUMERIC,
    time_s=90,
    params={
        "kind": _CAUGHT,
        "marked": range(20, 121, 5),
        "caught": range(20, 121, 5),
        "again": range(2, 41),
    },
    derive=lambda p: {"whole": Fraction(p.marked * p.caught, p.again)},
    where=(
        lambda p: (
            p.again < min(p.marked, p.caught) and p.whole.denominator == 1 and p.marked != p.caught
        ),
    ),
    stem=(
        "{marked} {kind} are caught, marked and let go. Later {caught} are caught, and {again}"
        " of them have a mark. About how"
        " many {kind} live there?"
    ),
    key=lambda p: p.whole,
    checker=lambda p, x: Fraction(p.again, p.caught) == Fraction(p.marked) / x,
    misconceptions=(
        Slip(
            "adds",
            lambda p: p.marked + p.caught,
            "You only added those that were caught. Many were never caught at all.",
        ),
        Slip(
            "adds_less_again",
            lambda p: p.marked + p.caught - p.again,
            "That is how many were caught at least once, not how many live there.",
        ),
        Slip(
            "swapped",
            lambda p: Fraction(p.marked * p.again, p.caught),
            "You turned the ratio around: few marked ones among those caught mean many in all.",
        ),
        Slip(
            "times_unmarked",
            lambda p: p.marked * (p.caught - p.again),
            "Divide by the marked ones that were caught again.",
        ),
        Slip(
            "product",
            lambda p: p.marked * p.caught,
            "That product still has to be divided by {again}.",
        ),
        Slip(
            "caught_ratio",
            lambda p: Fraction(p.caught, p.again),
            "So many of those caught come to one marked one. Multiply by the {marked} marked.",
        ),
    ),
    hints=(
        "The share of marked ones in the second catch is like their share in all.",
        "{again} of {caught} is the same share as {marked} of all.",
    ),
    steps=(
        Step("Marked times caught:", "{marked} * {caught}", "{marked} * {caught}"),
        Step("Divided by those caught again:", "{marked} * {caught} / {again}", "{whole}"),
    ),
    form=WHOLE,
)

# --- doubling -------------------------------------------------------------------------------------

_GROWTH = Family(
    id="science.population.doubling",
    skill="science.population",
    grade=10,
    format=ItemFormat.NUMERIC,
    time_s=75,
    params={
        "kind": ("bacteria", "yeast cells", "algae", "amoebas"),
        "start": range(10, 96, 5),
        "doubling": (10, 15, 20, 30, 40),
        "times": range(2, 9),
    },
    derive=lambda p: {
        "minutes": p.doubling * p.times,
        "end": p.start * 2**p.times,
        "grown": p.start * 2 * p.times,
    },
    where=(lambda p: p.times != 2 or p.start % 2,),
    stem=(
        "{start} {kind} double every {doubling} minutes. How many are there after {minutes}"
        " minutes, if food and space do"
        " not run out?"
    ),
    key=lambda p: p.end,
    checker=lambda p, x: _halved(int(x), p.minutes // p.doubling) == p.start,
    misconceptions=(
        Slip(
            "grows_evenly",
            lambda p: p.start * (p.times + 1),
            "You added {start} each time. Doubling adds as many as there are, more each time.",
        ),
        Slip(
            "times_doublings",
            lambda p: p.grown,
            "You multiplied by 2 and by the number of doublings. Multiply by 2 again and again.",
        ),
        Slip(
            "one_doubling_less",
            lambda p: p.end // 2,
            "One doubling short. How often do {doubling} minutes fit into {minutes}?",
        ),
        Slip(
            "one_doubling_more",
            lambda p: p.end * 2,
            "One doubling too many. How often do {doubling} minutes fit into {minutes}?",
        ),
        Slip("one_doubling", lambda p: 2 * p.start, "That is after the first {doubling} minutes."),
        Slip(
            "squares",
            lambda p: p.start * p.times**2,
            "Each doubling is a factor of two: use powers of 2.",
        ),
    ),
    hints=("How many times do they double?", "Multiply by 2 once for each doubling."),
    steps=(
        Step("Number of doublings:", "{minutes} / {doubling}", "{times}"),
        Step("Double so often:", "{start} * 2^{times}", "{end}"),
    ),
    form=WHOLE,
)


def _halved(number: int, times: int) -> int:
    for _ in range(times):
        number //= 2
    return number


FAMILIES = (_SELECTION, _MARKED, _GROWTH)
