"""Linear equations with brackets and fractions, and formulas solved for a letter."""

from fractions import Fraction

from vel_tutor.content import algebra, arith
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import EXPRESSION, RATIONAL
from vel_tutor.content.latex import plus, signed
from vel_tutor.vocabulary import ItemFormat


def _brackets(p: Params) -> dict[str, object]:
    e = p.a * (p.x + p.b) - p.c * (p.x + p.d)
    return {
        "e": e,
        "left": f"{p.a}(x {plus(p.b)})",
        "right": f"{p.c}(x {plus(p.d)}) {plus(e)}",
        "ab": p.a * p.b,
        "right_number": p.c * p.d + e,
        "k": p.a - p.c,
        "n": p.c * p.d + e - p.a * p.b,
        "bs": signed(p.b),
        "ds": signed(p.d),
        "es": plus(e),
        "abs": signed(p.a * p.b),
        "ks": signed(p.a - p.c),
    }


_BRACKETS = Family(
    id="math.equations_brackets.two_sides",
    skill="math.equations_brackets",
    grade=9,
    format=ItemFormat.NUMERIC,
    time_s=80,
    params={
        "a": range(2, 10),
        "b": range(-9, 10),
        "c": range(2, 10),
        "d": range(-9, 10),
        "x": range(-12, 13),
    },
    derive=_brackets,
    where=(lambda p: p.a != p.c and p.b and p.d and p.x and p.e,),
    stem="Solve [[{left} = {right}]]. What is x?",
    key=lambda p: p.x,
    checker=lambda p, v: p.a * v + p.a * p.b == p.c * v + p.c * p.d + p.e,
    misconceptions=(
        Slip(
            "left_bracket_half",
            lambda p: Fraction(p.right_number - p.b, p.k),
            "On the left, {a} multiplies {b} as well as x.",
        ),
        Slip(
            "right_bracket_half",
            lambda p: Fraction(p.d + p.e - p.ab, p.k),
            "On the right, {c} multiplies {d} as well as x.",
        ),
        Slip(
            "adds_letters",
            lambda p: Fraction(p.n, p.a + p.c),
            "To bring {c}x to the left, take it away: {a}x minus {c}x.",
        ),
        Slip(
            "adds_numbers",
            lambda p: Fraction(p.right_number + p.ab, p.k),
            "To clear {ab} from the left, do the opposite on both sides.",
        ),
        Slip("sign", lambda p: -p.x, "The size is right. Put it in again and check the sign."),
        Slip("not_divided", lambda p: p.n, "You found what {k} times x is. Divide by {k}."),
    ),
    hints=(
        "Multiply out both brackets first.",
        "Bring the x terms to one side and the numbers to the other.",
    ),
    steps=(
        Step("The number on the left after multiplying out:", "{a} * {bs}", "{ab}"),
        Step("The number on the right:", "{c} * {ds} {es}", "{right_number}"),
        Step("Bring the x terms to the left. How many are there?", "{a} - {c}", "{k}"),
        Step("Bring the numbers to the right.", "{right_number} - {abs}", "{n}"),
        Step("Divide.", "{n} ÷ {ks}", "{x}"),
    ),
    form=RATIONAL,
)

_FRACTIONS = Family(
    id="math.equations_brackets.fractions",
    skill="math.equations_brackets",
    grade=9,
    format=ItemFormat.NUMERIC,
    time_s=80,
    params={"a": range(2, 10), "b": range(2, 10), "t": range(-9, 10)},
    derive=lambda p: {
        "x": p.a * p.b * p.t,
        "m": p.a * p.b,
        "s": p.a + p.b,
        "c": (p.a + p.b) * p.t,
        "right": (p.a + p.b) * p.t * p.a * p.b,
    },
    where=(lambda p: p.a != p.b and abs(p.t) > 0 and abs(p.x) < 400,),
    stem="Solve [[x/{a} + x/{b} = {c}]]. What is x?",
    key=lambda p: p.x,
    checker=lambda p, v: Fraction(v) / p.a + Fraction(v) / p.b == p.c,
    misconceptions=(
        Slip(
            "adds_bottoms",
            lambda p: p.c * p.s,
            "You added {a} and {b} below the bar. Bring both fractions to the bottom {m} first.",
        ),
        Slip(
            "adds_tops_and_bottoms",
            lambda p: Fraction(p.c * p.s, 2),
            "Fractions are not added top with top and bottom with bottom.",
        ),
        Slip(
            "right_side_left_out",
            lambda p: Fraction(p.c, p.s),
            "You multiplied the left side by {m}. The right side needs it too.",
        ),
        Slip(
            "tops_only",
            lambda p: Fraction(p.c * p.m, 2),
            "[[x/{a}]] times {m} is {b}x, not x.",
        ),
        Slip("not_divided", lambda p: p.right, "That is {s} times x. One step is left."),
        Slip("one_fraction", lambda p: p.c * p.a, "You used [[x/{a}]] only. There are two parts."),
    ),
    hints=(
        "Multiply both sides by a number that both bottoms divide.",
        "Times {m}, the left side is {b}x and {a}x together.",
    ),
    steps=(
        Step("Times {m}, how many x are there on the left?", "{b} + {a}", "{s}"),
        Step("The right side times {m}:", "{c} * {m}", "{right}"),
        Step("Divide.", "{right} ÷ {s}", "{x}"),
    ),
    form=RATIONAL,
)

_FOR_Y = Family(
    id="math.literal_equations.for_y",
    skill="math.literal_equations",
    grade=9,
    format=ItemFormat.EXPRESSION,
    time_s=60,
    params={"a": range(2, 12), "b": range(2, 10), "c": range(-20, 40)},
    where=(lambda p: p.c and p.a != p.b,),
    stem="Solve [[{a}x + {b}y = {c}]] for y. Write what y is, in terms of x.",
    key=lambda p: f"({p.c} - {p.a}x)/{p.b}",
    checker=lambda p, v: algebra.same(arith.parse(f"{p.a}x + {p.b}*({v})"), arith.parse(str(p.c))),
    misconceptions=(
        Slip(
            "sign",
            lambda p: f"({p.c} + {p.a}x)/{p.b}",
            "{a}x is added on the left. Take it away from both sides.",
        ),
        Slip(
            "divides_one_part",
            lambda p: f"{p.c} - ({p.a}x)/{p.b}",
            "Divide the whole right side by {b}, also the {c}.",
        ),
        Slip(
            "divides_the_number_only",
            lambda p: f"{p.c}/{p.b} - {p.a}x",
            "Divide the whole right side by {b}, also the {a}x.",
        ),
        Slip(
            "not_divided",
            lambda p: f"{p.c} - {p.a}x",
            "That is {b} times y. Divide by {b}.",
        ),
        Slip(
            "turned",
            lambda p: f"({p.a}x - {p.c})/{p.b}",
            "You turned the order: the {c} stays as it is, {a}x is taken away.",
        ),
        Slip(
            "multiplies",
            lambda p: f"{p.b}({p.c} - {p.a}x)",
            "{b} multiplies y. To undo that, divide by it.",
        ),
    ),
    hints=(
        "Treat x like a number. Get y alone in two moves.",
        "First take {a}x from both sides, then divide by what multiplies y.",
    ),
    steps=(
        Step("Taking {a}x away leaves, on the left:", "{a}x + {b}y - {a}x", "{b}y"),
        Step("Dividing by {b} leaves y:", "({b}y)/{b}", "y"),
        Step("The right side after both moves:", "({c} - {a}x)/{b}", "({c} - {a}x)/{b}"),
    ),
    form=EXPRESSION,
)

_LETTERS = (("t", "m", "p", "q"), ("w", "n", "a", "b"), ("s", "r", "u", "v"), ("d", "k", "g", "h"))

_FORMULA = Family(
    id="math.literal_equations.formula",
    skill="math.literal_equations",
    grade=9,
    format=ItemFormat.CHOICE,
    time_s=60,
    params={"set": _LETTERS, "k": range(2, 12), "sign": (1, -1), "first": (True, False)},
    derive=lambda p: {
        "l": p.set[0],
        "m": p.set[1],
        "keep": p.set[2],
        "want": p.set[3],
        "plus": "+" if p.sign > 0 else "-",
        "undo": "-" if p.sign > 0 else "+",
        "inside": f"{p.set[3]} {'+' if p.sign > 0 else '-'} {p.set[2]}"
        if p.first or p.sign < 0
        else f"{p.set[2]} + {p.set[3]}",
        "key": f"{p.set[0]}/({p.k}{p.set[1]}) {'-' if p.sign > 0 else '+'} {p.set[2]}",
    },
    stem="Solve the formula [[{l} = {k}{m}({inside})]] for {want}.",
    key=lambda p: p.key,
    checker=lambda p, v: algebra.same(
        arith.parse(f"{p.k}{p.m}(({v}) {p.plus} {p.keep})"), arith.parse(p.l)
    ),
    misconceptions=(
        Slip(
            "same_sign",
            lambda p: f"{p.l}/({p.k}{p.m}) {p.plus} {p.keep}",
            "To undo “{plus} {keep}”, do the opposite.",
        ),
        Slip(
            "all_below",
            lambda p: f"({p.l} {p.undo} {p.keep})/({p.k}{p.m})",
            "{keep} stands inside the bracket. Divide first, then undo it.",
        ),
        Slip(
            "multiplies",
            lambda p: f"{p.k}{p.m}{p.l} {p.undo} {p.keep}",
            "The bracket is multiplied by {k}{m}. Divide to undo that.",
        ),
        Slip(
            "takes_factor_away",
            lambda p: f"{p.l} - {p.k}{p.m} {p.undo} {p.keep}",
            "{k}{m} multiplies the bracket; it is not added. Divide by it.",
        ),
        Slip(
            "number_only",
            lambda p: f"{p.l}/{p.k} {p.undo} {p.keep}",
            "Divide by all of {k}{m}, also by {m}.",
        ),
        Slip(
            "upside_down",
            lambda p: f"({p.k}{p.m})/{p.l} {p.undo} {p.keep}",
            "You divided {k}{m} by {l}. It is the other way round.",
        ),
        Slip(
            "factor_twice",
            lambda p: f"{p.l}/({p.k}{p.m}) {p.undo} {p.k}{p.m}{p.keep}",
            "After dividing by {k}{m}, only {keep} itself is left to undo.",
        ),
    ),
    hints=(
        "What happens to {want} first, what last? Undo the last one first.",
        "The bracket is multiplied by {k}{m}. Undo that before you touch {keep}.",
    ),
    steps=(
        Step("Dividing by {k}{m} leaves the bracket:", "({k}{m}({inside}))/({k}{m})", "{inside}"),
        Step("Undo {keep}: only {want} is left.", "{inside} {undo} {keep}", "{want}"),
        Step("The same on the other side:", "{l}/({k}{m}) {undo} {keep}", "{key}"),
    ),
    form=EXPRESSION,
)

FAMILIES = (_BRACKETS, _FRACTIONS, _FOR_Y, _FORMULA)
