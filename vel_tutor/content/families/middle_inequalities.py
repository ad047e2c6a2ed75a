"""Inequalities: on the number line, in everyday words, whole-number limits, budgets."""

from fractions import Fraction

from vel_tutor.content.family import Family, Params, Step, say
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import RATIONAL, TEXT, WHOLE
from vel_tutor.content.latex import plus, tex
from vel_tutor.content.plots import NumberLine
from vel_tutor.vocabulary import ItemFormat

_SIGNS = ("<", ">", "≤", "≥")
_OTHER_WAY = {"<": ">", ">": "<", "≤": "≥", "≥": "≤"}
_OTHER_END = {"<": "≤", "≤": "<", ">": "≥", "≥": ">"}


def _holds(sign: str, one: int | Fraction, two: int | Fraction) -> bool:
    return {"<": one < two, ">": one > two, "≤": one <= two, "≥": one >= two}[sign]


def _drawn(p: Params) -> dict[str, object]:
    return {
        "right": p.sign in ">≥",
        "closed": p.sign in "≤≥",
        "way": "right" if p.sign in ">≥" else "left",
        "dot": "filled" if p.sign in "≤≥" else "open",
        "turned": _OTHER_WAY[p.sign],
        "ended": _OTHER_END[p.sign],
        "means": "belongs to it" if p.sign in "≤≥" else "does not belong to it",
        "line": NumberLine(p.mid - 6, p.mid + 6, 1, 2),
    }


_READ_ALT = "A number line. From {a} a thick arrow goes to the {way}. The dot at {a} is {dot}."

_READ = Family(
    id="math.inequality_graph.read",
    skill="math.inequality_graph",
    grade=6,
    format=ItemFormat.CHOICE,
    time_s=30,
    params={
        "a": range(-12, 13),
        "off": range(-3, 4),
        "sign": _SIGNS,
        "z": ("x", "n", "t"),
    },
    derive=lambda p: _drawn(Params(p, mid=p.a + p.off)),
    where=(lambda p: p.a,),
    canon=lambda p: (p.a, p.off, p.sign),
    stem="Which inequality is drawn on the number line?",
    key=lambda p: tex(f"{p.z} {p.sign} {p.a}"),
    checker=lambda p, v: (
        v == tex(f"{p.z} {'≥>'[not p.closed] if p.right else '≤<'[not p.closed]} {p.a}")
    ),
    misconceptions=(
        Slip(
            "other_way",
            lambda p: tex(f"{p.z} {p.turned} {p.a}"),
            "The arrow goes to the {way}. Which numbers lie there?",
        ),
        Slip(
            "other_end",
            lambda p: tex(f"{p.z} {p.ended} {p.a}"),
            "The dot is {dot}: {a} itself {means}.",
        ),
        Slip(
            "both",
            lambda p: tex(f"{p.z} {_OTHER_WAY[p.ended]} {p.a}"),
            "Look at the arrow to the {way}, and at the {dot} dot.",
        ),
        Slip(
            "sign_of_number",
            lambda p: tex(f"{p.z} {p.sign} {-p.a}"),
            "Read the number at the dot again: it is {a}.",
        ),
        Slip(
            "sign_and_way",
            lambda p: tex(f"{p.z} {p.turned} {-p.a}"),
            "The dot is at {a}, and the arrow goes to the {way}.",
        ),
    ),
    hints=(
        "Which way does the arrow go: to smaller or to greater numbers?",
        "A filled dot counts the number in. An open dot leaves it out.",
    ),
    steps=(
        Step("The arrow goes to the {way} from {a}."),
        Step("The dot is {dot}, so {a} itself {means}."),
    ),
    form=TEXT,
    figure=lambda p: p.line.draw(
        say(_READ_ALT, p),
        p.line.ray(p.a, p.right, p.closed),
        hole=None if p.closed else p.a,
    ),
    alt=_READ_ALT,
)

_PHRASES = (
    ("You must be at least {a} cm tall for this ride. Your height is h cm.", "h", "≥", "at least"),
    ("The lift takes at most {a} kg. The load is w kg.", "w", "≤", "at most"),
    ("A film is fun for people over {a} years. Your age is y years.", "y", ">", "over"),
    ("The room must stay below {a} degrees. It has t degrees.", "t", "<", "below"),
    ("You need no less than {a} points to win. You have p points.", "p", "≥", "no less than"),
    ("Spend no more than ${a}. You spend m dollars.", "m", "≤", "no more than"),
    ("More than {a} people came. There were n people.", "n", ">", "more than"),
    ("Fewer than {a} seats are free. There are s free seats.", "s", "<", "fewer than"),
)

_WORDS = Family(
    id="math.inequality_graph.words",
    skill="math.inequality_graph",
    grade=6,
    format=ItemFormat.CHOICE,
    time_s=35,
    params={"a": range(8, 150), "phrase": _PHRASES},
    derive=lambda p: {
        "z": p.phrase[1],
        "sign": p.phrase[2],
        "said": p.phrase[3],
        "story": p.phrase[0].format(a=p.a),
        "turned": _OTHER_WAY[p.phrase[2]],
        "ended": _OTHER_END[p.phrase[2]],
        "count": "counts" if p.phrase[2] in "≤≥" else "does not count",
    },
    canon=lambda p: (p.a, p.said),
    stem="{story} Which inequality says that?",
    key=lambda p: tex(f"{p.z} {p.sign} {p.a}"),
    checker=lambda p, v: v == tex(f"{p.z} {_said(p.said)} {p.a}"),
    misconceptions=(
        Slip(
            "other_way",
            lambda p: tex(f"{p.z} {p.turned} {p.a}"),
            "Try a number: would {a} and 1 more fit “{said} {a}”?",
        ),
        Slip(
            "other_end",
            lambda p: tex(f"{p.z} {p.ended} {p.a}"),
            "“{said}”: does {a} itself count? Here it {count}.",
        ),
        Slip(
            "both",
            lambda p: tex(f"{p.z} {_OTHER_WAY[p.ended]} {p.a}"),
            "Both the direction and whether {a} itself counts are turned round.",
        ),
        Slip(
            "equal",
            lambda p: tex(f"{p.z} = {p.a}"),
            "“{said}” allows many numbers, not only {a}.",
        ),
    ),
    hints=(
        "Pick a number that is fine, and one that is not.",
        "Does {a} itself fit “{said} {a}”? Does a greater number?",
    ),
    steps=(Step("“{said} {a}”: the number {a} itself {count}, so write this sign."),),
    form=TEXT,
)


def _said(words: str) -> str:
    """The sign for the words, from what they allow."""
    allows_end = words.startswith(("at", "no"))
    upward = words in ("at least", "over", "no less than", "more than")
    return ("≥" if allows_end else ">") if upward else ("≤" if allows_end else "<")


_LIMIT = Family(
    id="math.inequality.last_whole_number",
    skill="math.inequality",
    grade=7,
    format=ItemFormat.NUMERIC,
    time_s=50,
    params={
        "k": range(2, 10),
        "b": range(-15, 20),
        "n": range(3, 30),
        "part": range(9),
        "sign": ("<", "≤"),
    },
    derive=lambda p: {
        "c": p.k * p.n + p.b + (p.part or (0 if p.sign == "≤" else p.k)),
        "tail": plus(p.b),
        "undo": plus(-p.b),
        "deed": f"take {p.b} from" if p.b > 0 else f"add {-p.b} to",
    },
    where=(lambda p: p.part < p.k and abs(p.b) > 1,),
    canon=lambda p: (p.k, p.b, p.c, p.sign),
    stem="What is the greatest whole number n with [[{k}n {tail} {sign} {c}]]?",
    key=lambda p: p.n,
    checker=lambda p, v: (
        _holds(p.sign, p.k * v + p.b, p.c) and not _holds(p.sign, p.k * (v + 1) + p.b, p.c)
    ),
    misconceptions=(
        Slip("one_too_many", lambda p: p.n + 1, "Put it in: it does not fit any more."),
        Slip("one_too_few", lambda p: p.n - 1, "That fits, but one more fits as well."),
        Slip("stops_early", lambda p: p.c - p.b, "That is the limit for [[{k}n]]. Divide by {k}."),
        Slip(
            "same_operation",
            lambda p: (p.c + p.b) // p.k,
            "Before dividing, do the opposite: {deed} both sides.",
        ),
        Slip("no_number", lambda p: p.c // p.k, "You left out a step: {deed} both sides."),
    ),
    hints=(
        "Solve it like an equation first.",
        "First {deed} both sides. Then divide by {k}. Which whole numbers fit?",
    ),
    steps=lambda p: (
        Step(
            f"The next number, {p.n + 1}, is too large.",
            f"{p.k} * {p.n + 1} {p.tail}",
            f"{p.k * (p.n + 1) + p.b}",
        ),
        Step(f"With {p.n} it is true.", f"{p.k} * {p.n} {p.tail}", f"{p.k * p.n + p.b}"),
        Step("So the number is:", f"({p.k * p.n + p.b} {p.undo}) ÷ {p.k}", f"{p.n}"),
    ),
    form=RATIONAL,
)

_BUDGETS = (
    "You have ${c}. Entry to the fair is ${b}. Each ride costs ${k}. How many rides can you take?",
    "A lift can hold {c} kg. You weigh {b} kg. Each box weighs {k} kg. How many boxes fit?",
    "A card has {c} minutes. You used {b}. A call takes {k} minutes. How many calls are left?",
    "A shelf is {c} cm wide. A lamp takes {b} cm, each book {k} cm. How many books fit?",
)

_BUDGET = Family(
    id="math.inequality.budget",
    skill="math.inequality",
    grade=7,
    format=ItemFormat.CHOICE,
    time_s=60,
    params={
        "b": range(8, 60),
        "k": range(4, 15),
        "n": range(4, 16),
        "part": range(1, 14),
        "tale": _BUDGETS,
    },
    derive=lambda p: {
        "c": p.b + p.k * p.n + p.part,
        "rest": p.k * p.n + p.part,
        "story": p.tale.format(b=p.b, k=p.k, c=p.b + p.k * p.n + p.part),
    },
    where=(lambda p: p.part < p.k,),
    canon=lambda p: (p.b, p.k, p.c),
    stem="{story}",
    key=lambda p: p.n,
    checker=lambda p, v: p.b + p.k * v <= p.c < p.b + p.k * (v + 1),
    misconceptions=(
        Slip("rounds_up", lambda p: p.n + 1, "One more is too much: what is left is not enough."),
        Slip("no_start", lambda p: p.c // p.k, "The {b} come off first. Then share the rest."),
        Slip("adds_start", lambda p: (p.c + p.b) // p.k, "Take the {b} off, do not add it."),
        Slip("joins", lambda p: p.c // (p.b + p.k), "The {b} come just once, not every time."),
        Slip("one_less", lambda p: p.n - 1, "There is room for one more. Check the rest."),
        Slip(
            "swapped", lambda p: (p.c - p.k) // p.b, "You swapped {b} and {k}. Which one repeats?"
        ),
        Slip("takes_both", lambda p: (p.rest - p.k) // p.k - 1, "{k} is not taken off before."),
        Slip("what_is_left", lambda p: p.part, "That is what is left over in the end."),
        Slip("the_rest", lambda p: p.rest, "{rest} is left after the start. Share it by {k}."),
    ),
    hints=("What is left of {c} after the {b}?", "{rest} is left. How often does {k} fit in it?"),
    steps=lambda p: (
        Step("What is left after the start:", f"{p.c} - {p.b}", f"{p.rest}"),
        Step(
            f"Of that, {p.part} is too little for one more.", f"{p.rest} - {p.part}", f"{p.k * p.n}"
        ),
        Step("How often it fits:", f"{p.k * p.n} ÷ {p.k}", f"{p.n}"),
    ),
    form=WHOLE,
)

FAMILIES = (_READ, _WORDS, _LIMIT, _BUDGET)
