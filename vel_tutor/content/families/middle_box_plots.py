"""Box plots: how long the box is, and how many people a part of it holds."""

from fractions import Fraction

from vel_tutor.content.family import Family, Params, Step, say
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import RATIONAL
from vel_tutor.content.plots import NumberLine, box_plot
from vel_tutor.vocabulary import ItemFormat


def _five(p: Params) -> dict[str, object]:
    five = [p.least]
    for gap in (p.g1, p.g2, p.g3, p.g4):
        five.append(five[-1] + gap)
    scale = NumberLine(0, 40, 2, 2)
    return {
        "five": five,
        "q1": five[1],
        "mid": five[2],
        "q3": five[3],
        "most": five[4],
        "scale": scale,
        "iqr": five[3] - five[1],
        "range": five[4] - five[0],
        "center": Fraction(five[0] + five[4], 2),
    }


_BOX_ALT = "A box plot. Whiskers from {least} to {most}, box from {q1} to {q3}, line at {mid}."

_BOX_PARAMS = {
    "least": range(1, 16),
    "g1": range(2, 9),
    "g2": range(2, 9),
    "g3": range(2, 9),
    "g4": range(2, 9),
}

_BOX = Family(
    id="math.displays.box_plot_iqr",
    skill="math.displays",
    grade=6,
    format=ItemFormat.NUMERIC,
    time_s=40,
    params=_BOX_PARAMS,
    derive=_five,
    where=(lambda p: p.most <= 40 and p.iqr not in p.five and p.range not in p.five,),
    stem="What is the interquartile range in this box plot?",
    key=lambda p: p.iqr,
    checker=lambda p, v: p.five[1] + v == p.five[3],
    misconceptions=(
        Slip("range", lambda p: p.range, "That is from whisker to whisker. Take only the box."),
        Slip("upper_half", lambda p: p.q3 - p.mid, "That is half of the box. Take all of it."),
        Slip("lower_half", lambda p: p.mid - p.q1, "That is the left half of the box only."),
        Slip("median", lambda p: p.mid, "That is the median, the line in the box."),
        Slip("lower_quartile", lambda p: p.q1, "That is where the box begins. How long is it?"),
        Slip("left_part", lambda p: p.mid - p.least, "That is from the whisker to the line."),
        Slip("upper_quartile", lambda p: p.q3, "That is where the box ends. How long is it?"),
    ),
    hints=("Where does the box begin, and where does it end?", "The box goes from {q1} to {q3}."),
    steps=(Step("The length of the box:", "{q3} - {q1}", "{iqr}"),),
    form=RATIONAL,
    figure=lambda p: box_plot(say(_BOX_ALT, p), p.five, p.scale),
    alt=_BOX_ALT,
)

_PARTS = (
    ("less than {q1}", 25, 0, 1),
    ("more than {q3}", 25, 3, 4),
    ("between {q1} and {mid}", 25, 1, 2),
    ("between {q1} and {q3}", 50, 1, 3),
    ("more than {q1}", 75, 1, 4),
    ("less than {q3}", 75, 0, 3),
    ("less than {mid}", 50, 0, 2),
)

_SHARE = Family(
    id="math.displays.box_plot_share",
    skill="math.displays",
    grade=7,
    format=ItemFormat.NUMERIC,
    time_s=50,
    params={**_BOX_PARAMS, "part": _PARTS, "n": (40, 60, 80, 100, 120, 160, 200)},
    derive=lambda p: {
        **_five(p),
        "said": p.part[0].format(**_five(p), **p),
        "share": p.part[1],
        "answer": p.n * p.part[1] // 100,
        "quarters": p.part[1] // 25,
        "quarter": p.n // 4,
    },
    where=(lambda p: p.most <= 40,),
    canon=lambda p: (p.least, p.g1, p.g2, p.g3, p.g4, p.said, p.n),
    stem="{n} people took part. About how many got {said}?",
    key=lambda p: p.answer,
    checker=lambda p, v: v * 4 == p.n * (p.part[3] - p.part[2]),
    misconceptions=(
        Slip("percent", lambda p: p.share, "That is the percent. Take it of {n} people."),
        Slip("rest", lambda p: p.n - p.answer, "Those are the others. Which side is asked?"),
        Slip(
            "by_length",
            lambda p: Fraction(p.n * (p.five[p.part[3]] - p.five[p.part[2]]), p.range),
            "A long part does not mean many people. Each part holds a quarter of them.",
        ),
        Slip("third", lambda p: Fraction(p.n, 3), "The plot has four parts, not three."),
        Slip(
            "one_part_more",
            lambda p: p.answer + p.quarter,
            "Count the parts again: whisker, box, box, whisker.",
        ),
        Slip(
            "difference",
            lambda p: p.five[p.part[3]] - p.five[p.part[2]],
            "That is how long the part is, not how many people are in it.",
        ),
    ),
    hints=(
        "Each of the four parts holds a quarter of the people.",
        "Find a quarter of {n}. How many of the four parts are asked for?",
    ),
    steps=(
        Step("A quarter of all:", "{n} ÷ 4", "{quarter}"),
        Step("For {quarters} of the four parts:", "{quarters} * {quarter}", "{answer}"),
    ),
    form=RATIONAL,
    figure=lambda p: box_plot(say(_BOX_ALT, p), p.five, p.scale),
    alt=_BOX_ALT,
)

FAMILIES = (
    _BOX,
    _SHARE,
)
