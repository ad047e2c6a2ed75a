"""Stories with parts: how often a part fits, cubes and their skins, percents in order."""

from fractions import Fraction
from itertools import pairwise

from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import RATIONAL, TEXT, decimal_text
from vel_tutor.content.latex import tex
from vel_tutor.vocabulary import ItemFormat

_TALES = (
    "A jug holds {all} liters. One glass takes {part} of a liter. How many glasses can you fill?",
    "A board is {all} m long. You cut pieces of {part} m. How many pieces do you get?",
    "A sack holds {all} kg of oats. A horse eats {part} kg a day. For how many days is it enough?",
    "A path is {all} km long. There is a bench after each {part} km. How many benches are there?",
)

_SERVINGS = Family(
    id="math.frac_divide.story",
    skill="math.frac_divide",
    grade=6,
    format=ItemFormat.NUMERIC,
    time_s=55,
    params={
        "t": range(1, 6),
        "b": range(2, 9),
        "n": range(3, 61),
        "tale": _TALES,
    },
    derive=lambda p: {
        "part_": Fraction(p.t, p.b),
        "total": Fraction(p.t * p.n, p.b),
        "story": p.tale.format(all=p.t * p.n // p.b, part=tex(f"{p.t}/{p.b}")),
        "whole": p.t * p.n // p.b,
    },
    where=(
        lambda p: p.t < p.b and p.t * p.n % p.b == 0 and Fraction(p.t, p.b).denominator == p.b,
        lambda p: p.whole > 1 and p.whole != p.n,
    ),
    canon=lambda p: (p.t, p.b, p.n),
    stem="{story}",
    key=lambda p: p.n,
    checker=lambda p, v: v * p.part_ == p.whole,
    misconceptions=(
        Slip(
            "multiplies",
            lambda p: p.whole * p.part_,
            "You took a part of {whole}. How often does the part fit in?",
        ),
        Slip("bottom_only", lambda p: p.whole * p.b, "You used parts of 1 over {b}. Each has {t}."),
        Slip("top_only", lambda p: Fraction(p.whole, p.t), "You left out the bottom number {b}."),
        Slip("subtracts", lambda p: p.whole - p.part_, "You took the part away once. How often?"),
        Slip("turned", lambda p: 1 / Fraction(p.n), "You divided the wrong way round."),
        Slip("keeps_whole", lambda p: p.whole, "Each part is less than 1, so more than that fit."),
    ),
    hints=(
        "How often does the part fit into {whole}?",
        "Divide: flip [[{t}/{b}]] and multiply.",
    ),
    steps=(
        Step("Divide.", "{whole} ÷ ({t}/{b})", "{whole} * {b}/{t}"),
        Step("Work it out.", "{whole} * {b}/{t}", "{n}"),
    ),
    form=RATIONAL,
)

_CUBE = Family(
    id="math.surface.cube_from_skin",
    skill="math.surface",
    grade=6,
    format=ItemFormat.NUMERIC,
    time_s=60,
    params={"e": range(2, 21), "ask": ("volume", "edge", "face"), "n": range(1, 5)},
    derive=lambda p: {
        "skin": 6 * p.e**2,
        "all": p.n * 6 * p.e**2,
        "face": p.e**2,
        "answer": {"volume": p.e**3, "edge": p.e, "face": p.e**2}[p.ask],
        "asked": {
            "volume": "How many cubic cm does one cube hold",
            "edge": "How many cm long is an edge",
            "face": "How many square cm has one face",
        }[p.ask],
        "lead": "A cube is" if p.n == 1 else f"{p.n} equal cubes, each by itself, are",
    },
    where=(lambda p: p.e != 6 and p.e != p.n,),
    stem="{lead} painted all over. That takes {all} square cm of paint. {asked}?",
    key=lambda p: p.answer,
    checker=lambda p, v: {
        "volume": v * v == p.face**3,
        "edge": 6 * v * v * p.n == p.all,
        "face": 6 * v * p.n == p.all,
    }[p.ask],
    misconceptions=(
        Slip(
            "four_faces",
            lambda p: Fraction(p.skin, 4) if p.ask == "face" else None,
            "A cube has 6 faces: four round it, top and bottom.",
        ),
        Slip(
            "face_for_edge",
            lambda p: p.face if p.ask != "face" else p.e,
            "Mind what is asked: one face has {face} square cm.",
        ),
        Slip("skin", lambda p: p.skin, "That is the skin of one cube. It has 6 equal faces."),
        Slip("sixth_of_all", lambda p: Fraction(p.all, 6), "Divide by 6 faces and by {n} cubes."),
        Slip(
            "half_for_root",
            lambda p: Fraction(p.face, 2) if p.ask == "edge" else Fraction(p.face**2, 2),
            "A root is not a half. Which number times itself gives {face}?",
        ),
        Slip("three_edges", lambda p: 3 * p.e, "Do not take the edge three times as a sum."),
    ),
    hints=(
        "How many faces has a cube? Find one face.",
        "Divide by 6 faces and {n} to get one face.",
    ),
    steps=lambda p: (
        Step("One face:", f"{p.all} ÷ (6 * {p.n})", f"{p.face}"),
        *((Step("Its edge:", f"sqrt({p.face})", f"{p.e}"),) if p.ask != "face" else ()),
        *((Step("What it holds:", f"{p.e}^3", f"{p.e**3}"),) if p.ask == "volume" else ()),
    ),
    form=RATIONAL,
)


def _four(p: Params) -> dict[str, object]:
    values = (
        Fraction(p.a, p.m),
        Fraction(p.b, 100),
        Fraction(p.c, 100),
        Fraction(p.d, 10),
    )
    texts = (
        tex(f"{p.a}/{p.m}"),
        f"{p.b}%",
        tex(decimal_text(values[2])),
        tex(decimal_text(values[3])),
    )
    order = sorted(range(4), key=lambda i: values[i])
    return {
        "data": dict(zip(texts, values, strict=True)),
        "rise": tuple(texts[i] for i in order),
        "seen": tuple(texts[i] for i in sorted(range(4), key=lambda i: (p.m, p.b, p.c, p.d)[i])),
    }


_ORDER = Family(
    id="math.percent.in_order",
    skill="math.percent",
    grade=6,
    format=ItemFormat.ORDER,
    time_s=60,
    params={
        "a": range(1, 8),
        "m": (4, 5, 8, 10),
        "b": range(5, 99),
        "c": range(5, 99),
        "d": range(1, 10),
    },
    derive=_four,
    where=(
        lambda p: p.a < p.m and Fraction(p.a, p.m).denominator == p.m and p.c % 10,
        lambda p: len(set(p.data.values())) == 4 and p.seen != p.rise,
        lambda p: max(p.data.values()) - min(p.data.values()) < Fraction(3, 5),
    ),
    canon=lambda p: p.rise,
    stem="Put these in order, the smallest first.",
    key=lambda p: p.rise,
    checker=lambda p, v: all(p.data[one] < p.data[two] for one, two in pairwise(v)),
    misconceptions=(
        Slip("largest_first", lambda p: p.rise[::-1], "That begins with the largest."),
        Slip(
            "by_digits",
            lambda p: p.seen,
            "You compared the digits as they stand. Write all as decimals first.",
        ),
        Slip(
            "first_pair",
            lambda p: tuple(p.rise[i] for i in (1, 0, 2, 3)),
            "The first two change places: write both as decimals.",
        ),
        Slip(
            "middle_pair",
            lambda p: tuple(p.rise[i] for i in (0, 2, 1, 3)),
            "The two in the middle change places: write both as decimals.",
        ),
        Slip(
            "last_pair",
            lambda p: tuple(p.rise[i] for i in (0, 1, 3, 2)),
            "The last two change places: write both as decimals.",
        ),
    ),
    hints=(
        "Write all four in the same way, as decimals or as percents.",
        "A percent is a hundredth. Divide the fraction to get a decimal.",
    ),
    steps=lambda p: (
        Step("The fraction as a decimal:", f"{p.a}/{p.m}", decimal_text(Fraction(p.a, p.m))),
        Step("The percent as a decimal:", f"{p.b}%", decimal_text(Fraction(p.b, 100))),
        Step("Then compare tenths first, and hundredths after that."),
    ),
    form=TEXT,
)

FAMILIES = (_SERVINGS, _CUBE, _ORDER)
