"""Sequences: the same step, the same factor, a rule for the next term."""

from fractions import Fraction

from vel_tutor.content.family import Family, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import INTEGER, RATIONAL
from vel_tutor.content.latex import signed
from vel_tutor.vocabulary import ItemFormat

_TERM = Family(
    id="math.sequences.arithmetic_term",
    skill="math.sequences_arithmetic",
    grade=9,
    format=ItemFormat.NUMERIC,
    time_s=50,
    params={"a": range(-30, 60), "d": range(-12, 13), "n": range(12, 60)},
    derive=lambda p: {
        "shown": ", ".join(str(p.a + i * p.d) for i in range(4)),
        "second": p.a + p.d,
        "steps": p.n - 1,
        "move": (p.n - 1) * p.d,
        "moves": signed((p.n - 1) * p.d),
        "term": p.a + (p.n - 1) * p.d,
        "ds": signed(p.d),
        "as_": signed(p.a),
    },
    where=(lambda p: abs(p.d) > 1 and p.a and abs(p.a) != abs(p.d),),
    stem="The list {shown}, ... goes on with the same step. What is term number {n}?",
    key=lambda p: p.term,
    checker=lambda p, v: [p.a + i * p.d for i in range(p.n)][-1] == v,
    misconceptions=(
        Slip(
            "one_step_more", lambda p: p.term + p.d, "From term 1 to term {n} it is {steps} steps."
        ),
        Slip("no_start", lambda p: p.move, "That is how far it moves. It starts at {a}."),
        Slip("n_times_step", lambda p: p.n * p.d, "The list does not start at 0 or at {d}."),
        Slip("wrong_way", lambda p: p.a - p.move, "Do the terms rise or fall? Check the step."),
        Slip("start_times", lambda p: p.a * p.n, "The terms grow by adding {d}, from {a} on."),
    ),
    hints=(
        "What is the step from term to term?",
        "From the first to term {n} it is {steps} steps.",
    ),
    steps=(
        Step("The step:", "{second} - {as_}", "{d}"),
        Step("{steps} steps make:", "{steps} * {ds}", "{move}"),
        Step("From the start:", "{a} + {moves}", "{term}"),
    ),
    form=INTEGER,
)

_WHICH = Family(
    id="math.sequences.which_term",
    skill="math.sequences_arithmetic",
    grade=9,
    format=ItemFormat.NUMERIC,
    time_s=60,
    params={"a": range(2, 40), "d": range(3, 15), "n": range(15, 80)},
    derive=lambda p: {
        "b": p.a + p.d,
        "c": p.a + 2 * p.d,
        "term": p.a + (p.n - 1) * p.d,
        "far": (p.n - 1) * p.d,
        "steps": p.n - 1,
    },
    where=(lambda p: p.a != p.d,),
    stem="In the list {a}, {b}, {c}, ... the step stays the same. Which term number is {term}?",
    key=lambda p: p.n,
    checker=lambda p, v: p.a - p.d + p.d * v == p.term,
    misconceptions=(
        Slip(
            "steps_not_terms",
            lambda p: p.n - 1,
            "{steps} steps lead to it. The first term counts too.",
        ),
        Slip(
            "start_left_out",
            lambda p: Fraction(p.term, p.d),
            "The list starts at {a}, not at {d}. Take {a} away first.",
        ),
        Slip("one_more", lambda p: p.n + 1, "Count again: the first term needs no step."),
        Slip("distance", lambda p: p.far, "That is the distance to go. How many steps is it?"),
        Slip("adds_start", lambda p: Fraction(p.term + p.a, p.d), "Take {a} away, do not add it."),
    ),
    hints=("How far is it from {a} to {term}?", "Each step is {d}. How many steps is it?"),
    steps=(
        Step("The step:", "{b} - {a}", "{d}"),
        Step("The way to go:", "{term} - {a}", "{far}"),
        Step("Steps:", "{far} ÷ {d}", "{steps}"),
        Step("The first term counts too.", "{steps} + 1", "{n}"),
    ),
    form=RATIONAL,
)

_RECURSIVE = Family(
    id="math.sequences.recursive",
    skill="math.sequences_geometric",
    grade=9,
    format=ItemFormat.NUMERIC,
    time_s=60,
    params={"a": range(-6, 12), "k": (-3, -2, 2, 3, 4), "b": range(-9, 10)},
    derive=lambda p: {
        "rule": f"{p.k} {'times'} the one before, {'plus' if p.b > 0 else 'minus'} {abs(p.b)}",
        "t2": p.k * p.a + p.b,
        "t3": p.k * (p.k * p.a + p.b) + p.b,
        "t4": p.k * (p.k * (p.k * p.a + p.b) + p.b) + p.b,
        "as_": signed(p.a),
        "bs": ("+ " if p.b > 0 else "- ") + str(abs(p.b)),
        "t2s": signed(p.k * p.a + p.b),
        "t3s": signed(p.k * (p.k * p.a + p.b) + p.b),
    },
    where=(lambda p: p.a and p.b and p.t2 != p.a,),
    stem="A list starts with {a}. Each next term is {rule}. What is the fourth term?",
    key=lambda p: p.t4,
    checker=lambda p, v: (Fraction(v - p.b, p.k) - p.b) / p.k == p.k * p.a + p.b,
    misconceptions=(
        Slip("third", lambda p: p.t3, "That is the third term. One more step."),
        Slip("fifth", lambda p: p.k * p.t4 + p.b, "That is the fifth term: {a} is the first."),
        Slip(
            "adds_once",
            lambda p: p.a * p.k**3 + p.b,
            "The {b} comes in at each step, not only at the end.",
        ),
        Slip("never_adds", lambda p: p.a * p.k**3, "You left out the {b} in each step."),
        Slip(
            "adds_first",
            lambda p: p.k * (p.k * (p.k * (p.a + p.b) + p.k * p.b) + p.k * p.b),
            "Multiply first, then add or take away.",
        ),
    ),
    hints=("Work out one term after the other.", "The second term comes from {a}: do both moves."),
    steps=(
        Step("The second:", "{k} * {as_} {bs}", "{t2}"),
        Step("The third:", "{k} * {t2s} {bs}", "{t3}"),
        Step("The fourth:", "{k} * {t3s} {bs}", "{t4}"),
    ),
    form=INTEGER,
)

_GEOMETRIC = Family(
    id="math.sequences.geometric_term",
    skill="math.sequences_geometric",
    grade=9,
    format=ItemFormat.NUMERIC,
    time_s=60,
    params={"a": range(1, 40), "r": (-4, -3, -2, 2, 3, 4, 5), "n": range(5, 10)},
    derive=lambda p: {
        "shown": ", ".join(str(p.a * p.r**i) for i in range(3)),
        "second": p.a * p.r,
        "rs": signed(p.r),
        "power": p.r ** (p.n - 1),
        "powers": signed(p.r ** (p.n - 1)),
        "m": p.n - 1,
        "term": p.a * p.r ** (p.n - 1),
    },
    where=(lambda p: abs(p.term) < 90_000,),
    stem="The list {shown}, ... goes on with the same factor. What is term number {n}?",
    key=lambda p: p.term,
    checker=lambda p, v: Fraction(v) / p.r**p.m == p.a,
    misconceptions=(
        Slip(
            "one_more", lambda p: p.term * p.r, "The first term needs no factor: {m} factors only."
        ),
        Slip(
            "adds_step",
            lambda p: p.a + p.m * (p.second - p.a),
            "The step is not the same each time. The factor is: {r}.",
        ),
        Slip("no_start", lambda p: p.power, "That is the factor alone. The list starts at {a}."),
        Slip("times_number", lambda p: p.a * p.r * p.m, "{r} is used {m} times as a factor."),
        Slip("sign", lambda p: -p.term if p.r < 0 else None, "Count the minus signs: {m} of them."),
        Slip("base_is_all", lambda p: p.second**2, "The power belongs to the factor {r} only."),
    ),
    hints=("By which factor does it grow?", "From term 1 to term {n}, use the factor {m} times."),
    steps=(
        Step("The factor:", "{second} ÷ {a}", "{r}"),
        Step("Used {m} times:", "{rs}^{m}", "{power}"),
        Step("From the start:", "{a} * {powers}", "{term}"),
    ),
    form=INTEGER,
)


FAMILIES = (
    _TERM,
    _WHICH,
    _RECURSIVE,
    _GEOMETRIC,
)
