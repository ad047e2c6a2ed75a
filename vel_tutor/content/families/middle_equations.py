"""Equations: the one that fits a story, divided letters, brackets, fractions, two-step stories."""

from fractions import Fraction

from vel_tutor.content.family import Family, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import RATIONAL, TEXT
from vel_tutor.content.latex import plus, tex
from vel_tutor.vocabulary import ItemFormat

_TALES = (
    ("Kim gives away {b} cards. She has {c} left. How many cards, n, did she have?", "-"),
    ("After {b} more pages Leo is on page {c}. On which page, n, was he before?", "+"),
    ("{b} equal boxes hold {c} pens in all. How many pens, n, are in one box?", "*"),
    ("A rope is cut into {b} equal parts of {c} cm. How long, n, was the rope?", "/"),
    ("It gets {b} degrees colder. Now it is {c} degrees. How warm, n, was it?", "-"),
    ("Ana pays ${b} of what she saved and keeps ${c}. How much, n, did she save?", "-"),
)
_WRITE = {
    "-": "n - {b} = {c}",
    "+": "n + {b} = {c}",
    "*": "{b}n = {c}",
    "/": "n/{b} = {c}",
    "turned": "{b} - n = {c}",
}
_DONE = {"-": "taken away", "+": "added", "*": "multiplied", "/": "shared out"}

_FITS = Family(
    id="math.one_step.equation_of_story",
    skill="math.one_step",
    grade=6,
    format=ItemFormat.CHOICE,
    time_s=45,
    params={"b": range(2, 30), "c": range(4, 99), "tale": _TALES},
    derive=lambda p: {
        "sign": p.tale[1],
        "story": p.tale[0].format(b=p.b, c=p.c),
        **{f"as_{i}": tex(_WRITE[sign].format(**p)) for i, sign in enumerate(_WRITE)},
        "done": _DONE[p.tale[1]],
    },
    where=(
        lambda p: p.sign != "*" or (p.c % p.b == 0 and p.b < 13),
        lambda p: p.sign not in "+" or p.c > p.b,
        lambda p: p.b != p.c and (p.sign != "/" or p.b < 10),
    ),
    canon=lambda p: (p.b, p.c, p.story),
    stem="{story} Which equation fits?",
    key=lambda p: tex(_WRITE[p.sign].format(**p)),
    checker=lambda p, v: tex(_WRITE[dict(_TALES)[p.tale[0]]].format(**p)) == v,
    misconceptions=(
        Slip(
            "takes_away", lambda p: p.as_0, "Here {b} is taken from n. In the story it is {done}."
        ),
        Slip("adds", lambda p: p.as_1, "Here {b} is added to n. In the story it is {done}."),
        Slip("multiplies", lambda p: p.as_2, "Here n comes {b} times. What happens in the story?"),
        Slip("divides", lambda p: p.as_3, "Here n is shared into {b} parts. Read the story again."),
        Slip(
            "turned", lambda p: p.as_4, "Here n is taken from {b}. But n is what one starts with."
        ),
    ),
    hints=(
        "What is n in the story? What happens to it?",
        "Say it in order: n, then {b}, then {c}.",
    ),
    steps=(Step("Start with n. The number {b} is {done}, and that comes to {c}."),),
    form=TEXT,
)

_DIVIDED = Family(
    id="math.one_step.divided",
    skill="math.one_step",
    grade=6,
    format=ItemFormat.NUMERIC,
    time_s=30,
    params={"k": range(2, 13), "c": range(-15, 31), "z": ("x", "n", "t", "w")},
    derive=lambda p: {"x": p.k * p.c},
    where=(lambda p: abs(p.c) > 1 and p.c != p.k,),
    canon=lambda p: (p.k, p.c),
    stem="Solve [[{z}/{k} = {c}]]. What is [[{z}]]?",
    key=lambda p: p.x,
    checker=lambda p, v: Fraction(v, p.k) == p.c,
    misconceptions=(
        Slip("divides", lambda p: Fraction(p.c, p.k), "It is divided already. Do the opposite."),
        Slip("adds", lambda p: p.c + p.k, "Undo a division by multiplying, not by adding {k}."),
        Slip("subtracts", lambda p: p.c - p.k, "Undo a division by multiplying by {k}."),
        Slip("sign", lambda p: -p.x, "The size is right. Divide your answer by {k} to check."),
        Slip("right_side", lambda p: p.c, "{c} is what comes out after the division by {k}."),
        Slip("turned", lambda p: Fraction(p.k, p.c), "You divided {k} by {c}. Multiply them."),
    ),
    hints=("What was done to {z}? Undo it.", "Multiply both sides by {k}."),
    steps=(Step("Multiply both sides by {k}.", "{c} * {k}", "{x}"),),
    letters=lambda p: {p.z: p.x},
    form=RATIONAL,
)

_BRACKETS = Family(
    id="math.two_step.brackets",
    skill="math.two_step",
    grade=7,
    format=ItemFormat.NUMERIC,
    time_s=45,
    params={
        "k": range(2, 10),
        "x": range(-12, 16),
        "b": range(-12, 13),
        "z": ("x", "n", "y", "a"),
    },
    derive=lambda p: {
        "c": p.k * (p.x + p.b),
        "tail": plus(p.b),
        "undo": plus(-p.b),
        "inner": p.x + p.b,
        "deed": f"take {p.b} from" if p.b > 0 else f"add {-p.b} to",
    },
    where=(lambda p: abs(p.b) > 1 and abs(p.x) > 1 and abs(p.inner) > 1,),
    canon=lambda p: (p.k, p.x, p.b),
    stem="Solve [[{k}({z} {tail}) = {c}]]. What is [[{z}]]?",
    key=lambda p: p.x,
    checker=lambda p, v: p.k * v + p.k * p.b == p.c,
    misconceptions=(
        Slip(
            "stops_early",
            lambda p: p.inner,
            "That is the value of the brackets. Now {deed} it.",
        ),
        Slip(
            "same_operation",
            lambda p: p.inner + p.b,
            "In the last step do the opposite: {deed} both sides.",
        ),
        Slip(
            "first_term_only",
            lambda p: Fraction(p.c - p.b, p.k),
            "The {k} multiplies both parts in the brackets.",
        ),
        Slip("subtracts_factor", lambda p: p.c - p.k - p.b, "{k} is a factor: divide by it first."),
        Slip("no_division", lambda p: p.c - p.b, "You left out the division by {k}."),
        Slip("sign", lambda p: -p.x, "The size is right. Put it back in to check the sign."),
    ),
    hints=(
        "What must the brackets be worth?",
        "Divide both sides by {k} first. The brackets are worth [[{c} ÷ {k}]].",
    ),
    steps=(
        Step("Divide both sides by {k}.", "{c} ÷ {k}", "{inner}"),
        Step("Now {deed} both sides.", "{inner} {undo}", "{x}"),
    ),
    form=RATIONAL,
)


_FRACTION = Family(
    id="math.two_step.divided",
    skill="math.two_step",
    grade=7,
    format=ItemFormat.NUMERIC,
    time_s=45,
    params={
        "k": range(2, 10),
        "q": range(-9, 13),
        "b": range(-15, 16),
        "z": ("x", "n", "y", "m"),
    },
    derive=lambda p: {
        "x": p.k * p.q,
        "c": p.q + p.b,
        "tail": plus(p.b),
        "undo": plus(-p.b),
        "deed": f"take {p.b} from" if p.b > 0 else f"add {-p.b} to",
    },
    where=(lambda p: abs(p.b) > 1 and abs(p.q) > 1 and p.c,),
    canon=lambda p: (p.k, p.q, p.b),
    stem="Solve [[{z}/{k} {tail} = {c}]]. What is [[{z}]]?",
    key=lambda p: p.x,
    checker=lambda p, v: v + p.k * p.b == p.k * p.c,
    misconceptions=(
        Slip("stops_early", lambda p: p.q, "That is [[{z}/{k}]]. Now multiply by {k}."),
        Slip(
            "multiplies_first",
            lambda p: p.k * p.c - p.b,
            "If you multiply first, the other number is multiplied as well.",
        ),
        Slip("divides", lambda p: Fraction(p.q, p.k), "At the end multiply by {k}, do not divide."),
        Slip(
            "same_operation",
            lambda p: p.k * (p.c + p.b),
            "First do the opposite: {deed} both sides.",
        ),
        Slip("ignores_number", lambda p: p.k * p.c, "You left out a step: {deed} both sides."),
        Slip("sign", lambda p: -p.x, "The size is right. Put it back in to check the sign."),
    ),
    hints=("Undo the last thing that was done to {z} first.", "First {deed} both sides."),
    steps=(
        Step("Do the opposite: {deed} both sides.", "{c} {undo}", "{q}"),
        Step("Multiply by {k}.", "{q} * {k}", "{x}"),
    ),
    form=RATIONAL,
)

_RENT = (
    "A bike costs ${b} to rent plus ${k} an hour. Jo pays ${c}. For how many hours was it?",
    "A club costs ${b} to join and ${k} a month. Eva has paid ${c}. How many months is that?",
    "A box weighs {b} g. Each ball in it weighs {k} g. In all it is {c} g. How many balls?",
    "A tree was {b} cm high. It grows {k} cm a year. After how many years is it {c} cm high?",
    "Ravi has ${b}. He saves ${k} a week. After how many weeks has he ${c}?",
)

_STORY = Family(
    id="math.two_step.story",
    skill="math.two_step",
    grade=7,
    format=ItemFormat.NUMERIC,
    time_s=55,
    params={"b": range(10, 95), "k": range(3, 20), "x": range(3, 16), "tale": _RENT},
    derive=lambda p: {
        "c": p.k * p.x + p.b,
        "rest": p.k * p.x,
        "story": p.tale.format(b=p.b, k=p.k, c=p.k * p.x + p.b),
    },
    where=(lambda p: p.x not in (p.b, p.k) and p.b % p.k,),
    canon=lambda p: (p.b, p.k, p.x),
    stem="{story}",
    key=lambda p: p.x,
    checker=lambda p, v: p.b + sum([p.k] * int(v)) == p.c,
    misconceptions=(
        Slip("no_start", lambda p: Fraction(p.c, p.k), "The {b} at the start comes off first."),
        Slip("adds_start", lambda p: Fraction(p.c + p.b, p.k), "Take {b} off, do not add it."),
        Slip("stops_early", lambda p: p.rest, "{rest} is left for the steps of {k}. How many?"),
        Slip("joins", lambda p: Fraction(p.c, p.k + p.b), "{b} comes once. Only {k} comes again."),
        Slip("subtracts_both", lambda p: p.rest - p.k, "{k} comes many times, not once. Divide."),
        Slip(
            "swapped",
            lambda p: Fraction(p.c - p.k, p.b),
            "You swapped {b} and {k}. Which one comes again and again?",
        ),
    ),
    hints=(
        "What is left of {c} without the {b} at the start?",
        "How often does {k} fit in the rest?",
    ),
    steps=(
        Step("Without the start:", "{c} - {b}", "{rest}"),
        Step("Share by {k}.", "{rest} ÷ {k}", "{x}"),
    ),
    form=RATIONAL,
)

FAMILIES = (_FITS, _DIVIDED, _BRACKETS, _FRACTION, _STORY)
