"""Two-way tables: cells that must add up, and percents of a group."""

from fractions import Fraction

from vel_tutor.content import figures
from vel_tutor.content.family import BLANK, Family, Params, Step, say
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import PERCENT, WHOLE, decimal_text
from vel_tutor.vocabulary import ItemFormat

_GROUPS = (
    ("Bus", "Walk", "Grade 6", "Grade 7"),
    ("Tea", "Milk", "Adults", "Kids"),
    ("Cats", "Dogs", "Town", "Farm"),
    ("Swim", "Run", "Morning", "Evening"),
)


def _counts(p: Params) -> dict[str, object]:
    return {
        "one": p.group[0],
        "two": p.group[1],
        "up": p.group[2],
        "down": p.group[3],
        "row": p.a + p.b,
        "low_row": p.c + p.d,
        "left": p.a + p.c,
        "right": p.b + p.d,
        "all": p.a + p.b + p.c + p.d,
    }


_FOUR = {name: range(3, 40) for name in "abcd"}

_FILL = Family(
    id="math.two_way.fill",
    skill="math.two_way",
    grade=8,
    format=ItemFormat.TABLE,
    time_s=80,
    params={**_FOUR, "group": _GROUPS},
    derive=_counts,
    where=(lambda p: len({p.a, p.b, p.c, p.d}) == 4,),
    canon=lambda p: (p.a, p.b, p.c, p.d),
    stem="Fill in the empty cells, so that rows and columns add up.",
    grid=lambda p: (
        ("", p.one, p.two, "Total"),
        (p.up, str(p.a), BLANK, str(p.row)),
        (p.down, BLANK, str(p.d), BLANK),
        ("Total", str(p.left), str(p.right), str(p.all)),
    ),
    key=lambda p: (p.b, p.c, p.low_row),
    checker=lambda p, v: (
        p.a + v[0] == p.row
        and v[1] + p.d == v[2]
        and p.row + v[2] == p.all
        and v[0] + p.d == p.right
    ),
    misconceptions=(
        Slip(
            "adds",
            lambda p: (p.a + p.row, p.a + p.left, p.row + p.all),
            "You added a part and a total. Take the part from the total.",
        ),
        Slip(
            "copies_total",
            lambda p: (p.row, p.left, p.all),
            "A total is not the missing part. Take away what is known.",
        ),
        Slip(
            "swapped",
            lambda p: (p.c, p.b, p.low_row),
            "The two parts changed places. Look at row and column of each cell.",
        ),
        Slip(
            "wrong_total",
            lambda p: (p.b, p.c, p.row),
            "The total of “{down}” is not that of “{up}”. Add up its own row.",
        ),
    ),
    hints=("Find a row or column where only one cell is empty.", "In row “{up}”: [[{row} - {a}]]."),
    steps=(
        Step("Row “{up}”:", "{row} - {a}", "{b}"),
        Step("Column “{one}”:", "{left} - {a}", "{c}"),
        Step("Row “{down}”:", "{c} + {d}", "{low_row}"),
    ),
    form=WHOLE,
)

_TABLE_ALT = "A two-way table. {up}: {one} {a}, {two} {b}. {down}: {one} {c}, {two} {d}."

_PERCENT = Family(
    id="math.two_way.percent",
    skill="math.two_way",
    grade=8,
    format=ItemFormat.NUMERIC,
    time_s=60,
    params={**_FOUR, "group": _GROUPS},
    derive=lambda p: {
        **_counts(p),
        "rate": Fraction(100 * p.a, p.a + p.b),
        "shown": decimal_text(Fraction(100 * p.a, p.a + p.b))
        if Fraction(100 * p.a, p.a + p.b).denominator == 1
        else "",
    },
    where=(lambda p: p.rate.denominator == 1 and p.a != p.b and p.rate != p.a,),
    canon=lambda p: (p.a, p.b, p.c, p.d),
    stem="The table counts people. What percent of the group “{up}” chose “{one}”?",
    key=lambda p: p.rate,
    checker=lambda p, v: v * (p.a + p.b) == 100 * p.a,
    misconceptions=(
        Slip(
            "of_all",
            lambda p: _tenths(Fraction(100 * p.a, p.all)),
            "You took the part of all {all}. The question is about “{up}” only.",
        ),
        Slip(
            "of_column",
            lambda p: _tenths(Fraction(100 * p.a, p.left)),
            "You took the part of all with “{one}”. The whole is the group “{up}”.",
        ),
        Slip("other_choice", lambda p: 100 - p.rate, "That is the percent for “{two}”."),
        Slip(
            "part_to_part",
            lambda p: _tenths(Fraction(100 * p.a, p.b)),
            "You compared {a} with {b}. Compare it with both together.",
        ),
        Slip("count", lambda p: p.a, "{a} is a count. What part of “{up}” is it?"),
    ),
    hints=("How many are in the group “{up}”?", "It is {a} out of [[{a} + {b}]]."),
    steps=(
        Step("The group “{up}”:", "{a} + {b}", "{row}"),
        Step("The part with “{one}”:", "{a}/{row}", "{shown}%"),
    ),
    form=PERCENT,
    figure=lambda p: figures.table(
        say(_TABLE_ALT, p), ("", p.one, p.two), (p.up[:7], p.a, p.b), (p.down[:7], p.c, p.d)
    ),
    alt=_TABLE_ALT,
)


def _tenths(value: Fraction) -> Fraction | None:
    return value if (value * 10).denominator == 1 else None


FAMILIES = (
    _FILL,
    _PERCENT,
)
