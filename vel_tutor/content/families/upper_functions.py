"""Functions: where they are defined, pieces, moved graphs, undoing them, rates of change."""

from fractions import Fraction

from vel_tutor.content.arith import evaluate, parse
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import INTEGER, MONEY, RATIONAL, TEXT, decimal_text
from vel_tutor.content.latex import plus, polynomial, signed, tex, vertex_form
from vel_tutor.vocabulary import ItemFormat

_ROOT_DOMAIN = Family(
    id="math.domain_range.root",
    skill="math.domain_range",
    grade=9,
    format=ItemFormat.FRACTION,
    time_s=50,
    params={"a": range(2, 10), "b": range(-30, 31), "c": range(1, 10)},
    derive=lambda p: {
        "x": Fraction(-p.b, p.a),
        "inside": f"{p.a}x {plus(p.b)}",
        "back": -p.b,
    },
    where=(lambda p: p.b and abs(p.b) != p.a,),
    stem="[[f(x) = sqrt({inside}) + {c}]] is defined from some x on. What is the smallest such x?",
    key=lambda p: p.x,
    checker=lambda p, v: p.a * v + p.b == 0,
    misconceptions=(
        Slip("sign", lambda p: -p.x, "Put it in: [[{inside}]] must be 0 there."),
        Slip("not_divided", lambda p: p.back, "{a} times x is {back} there. Divide by {a}."),
        Slip("zero", lambda p: 0, "What is under the root must not be negative, not x itself."),
        Slip("smallest_value", lambda p: p.c, "{c} is the smallest value of f. Where is it?"),
        Slip(
            "upside_down",
            lambda p: Fraction(-p.a, p.b),
            "You divided {a} by {b}. Turn that round, and mind the sign.",
        ),
        Slip(
            "inside_one",
            lambda p: Fraction(1 - p.b, p.a),
            "The root of 0 is fine too: the inside may be 0.",
        ),
    ),
    hints=("What must not happen under a root?", "Set what is under the root to 0 and solve."),
    steps=(
        Step("The inside is 0 when {a} times x is:", "0 - ({b})", "{back}"),
        Step("So the smallest x is:", "{back} ÷ {a}", "{x}"),
    ),
    form=RATIONAL,
)


def _values(p: Params, *, up: bool, limit: object) -> str:
    """The values from the limit on, in the way the parabola opens or in the other one."""
    return tex(f"y {'≥' if (p.a > 0) == up else '≤'} {limit}")


_RANGE = Family(
    id="math.domain_range.parabola",
    skill="math.domain_range",
    grade=9,
    format=ItemFormat.CHOICE,
    time_s=50,
    params={"a": (-4, -3, -2, -1, 1, 2, 3, 4), "h": range(-9, 10), "k": range(-9, 10)},
    derive=lambda p: {
        "rule": vertex_form(p.a, p.h, p.k),
        "way": "up" if p.a > 0 else "down",
        "end": "smallest" if p.a > 0 else "largest",
    },
    where=(lambda p: p.h and p.k and abs(p.h) != abs(p.k),),
    stem="Which values can [[f(x) = {rule}]] have?",
    key=lambda p: _values(p, up=True, limit=p.k),
    checker=lambda p, v: v == _values(p, up=True, limit=evaluate(parse(p.rule), {"x": p.h})),
    misconceptions=(
        Slip(
            "other_way",
            lambda p: _values(p, up=False, limit=p.k),
            "The parabola opens {way}, so {k} is the {end} value.",
        ),
        Slip(
            "uses_h",
            lambda p: _values(p, up=True, limit=p.h),
            "At x = {h} the graph turns. What is y there?",
        ),
        Slip(
            "uses_h_other_way",
            lambda p: _values(p, up=False, limit=p.h),
            "{h} is the x of the turning point, not its y.",
        ),
        Slip(
            "sign_of_k",
            lambda p: _values(p, up=True, limit=-p.k),
            "The square is 0 at best. What is left then? Check the sign.",
        ),
        Slip(
            "sign_of_k_other_way",
            lambda p: _values(p, up=False, limit=-p.k),
            "When the square is 0, the value is {k}. And the graph opens {way}.",
        ),
        Slip(
            "sign_of_h",
            lambda p: _values(p, up=True, limit=-p.h),
            "That number belongs to x. The question is about the values y.",
        ),
    ),
    hints=("A square is never negative. When is it 0?", "Does the graph open up or down?"),
    steps=(
        Step("At x = {h} the square is 0.", "({h} - ({h}))^2", "0"),
        Step("There the value is:", "{a} * 0 + ({k})", "{k}"),
    ),
    form=TEXT,
)


def _pieces(p: Params) -> dict[str, object]:
    low, high = f"{p.a}x {plus(p.b)}", f"x^2 {plus(p.c)}"
    left = p.x < p.cut
    return {
        "low": low,
        "high": high,
        "left": left,
        "first": p.a * p.x + p.b,
        "second": p.x**2 + p.c,
        "value": p.a * p.x + p.b if left else p.x**2 + p.c,
        "rule": low if left else high,
        "put": f"{p.a} * {signed(p.x)} {plus(p.b)}" if left else f"{signed(p.x)}^2 {plus(p.c)}",
        "relation": "less than" if left else "not less than",
    }


_PIECEWISE = Family(
    id="math.piecewise.value",
    skill="math.piecewise",
    grade=9,
    format=ItemFormat.NUMERIC,
    time_s=50,
    params={
        "a": range(2, 9),
        "b": range(-9, 10),
        "c": range(-9, 10),
        "cut": range(-4, 5),
        "x": range(-7, 8),
    },
    derive=_pieces,
    where=(lambda p: p.b and p.c and p.x and p.first != p.second and abs(p.x - p.cut) < 4,),
    canon=lambda p: (p.a, p.b, p.c, p.cut, p.x),
    stem=(
        "f(x) is [[{low}]] for [[x < {cut}]], and [[{high}]] for [[x ≥ {cut}]]. What is [[f({x})]]?"
    ),
    key=lambda p: p.value,
    checker=lambda p, v: v == evaluate(parse(p.low if p.cut > p.x else p.high), {"x": p.x}),
    misconceptions=(
        Slip(
            "other_piece",
            lambda p: p.second if p.left else p.first,
            "You used the other rule: {x} is {relation} {cut}.",
        ),
        Slip("both_pieces", lambda p: p.first + p.second, "Only one rule counts at each x."),
        Slip(
            "sign",
            lambda p: -p.value,
            "Check the sign: put {x} in brackets when you use the rule.",
        ),
        Slip(
            "square_sign",
            lambda p: -(p.x**2) + p.c if not p.left and p.x < 0 else None,
            "[[({x})^2]] is positive.",
        ),
        Slip("the_cut", lambda p: p.cut, "{cut} only tells which rule to use. Put {x} in."),
        Slip(
            "number_only",
            lambda p: p.a * p.x if p.left else p.x**2,
            "Almost: the number at the end of the rule is missing.",
        ),
    ),
    hints=("On which side of {cut} is {x}?", "{x} is {relation} {cut}, so use that rule only."),
    steps=(Step("{x} is {relation} {cut}: use its rule.", "{put}", "{value}"),),
    form=INTEGER,
)

_SERVICES = ("A bike rental", "A kayak hire", "A copy shop", "A parking garage", "A tool library")

_TIERS = Family(
    id="math.piecewise.tiers",
    skill="math.piecewise",
    grade=9,
    format=ItemFormat.NUMERIC,
    time_s=70,
    params={
        "what": _SERVICES,
        "cents": range(300, 900, 25),
        "less": range(50, 250, 25),
        "first": range(2, 8),
        "more": range(2, 9),
    },
    derive=lambda p: {
        "high": Fraction(p.cents, 100),
        "low": Fraction(p.cents - p.less, 100),
        "high_text": decimal_text(Fraction(p.cents, 100), 2),
        "low_text": decimal_text(Fraction(p.cents - p.less, 100), 2),
        "n": p.first + p.more,
        "base": decimal_text(p.first * Fraction(p.cents, 100), 2),
        "rest": decimal_text(p.more * Fraction(p.cents - p.less, 100), 2),
        "total": (p.first * p.cents + p.more * (p.cents - p.less)) * Fraction(1, 100),
        "total_text": decimal_text(
            Fraction(p.first * p.cents + p.more * (p.cents - p.less), 100), 2
        ),
    },
    canon=lambda p: (p.cents, p.less, p.first, p.more),
    stem=(
        "{what} takes ${high_text} an hour for the first {first} hours and ${low_text} for each"
        " hour after that. What do {n} hours cost?"
    ),
    key=lambda p: p.total,
    checker=lambda p, v: v * 100 == p.n * p.cents - p.more * p.less,
    misconceptions=(
        Slip("all_high", lambda p: p.n * p.high, "Only the first {first} hours cost that much."),
        Slip(
            "all_low",
            lambda p: p.n * p.low,
            "The lower price starts after {first} hours. It does not count for all.",
        ),
        Slip(
            "turned",
            lambda p: p.first * p.low + p.more * p.high,
            "You swapped the prices: the first {first} hours cost more.",
        ),
        Slip(
            "all_hours_again",
            lambda p: p.first * p.high + p.n * p.low,
            "You counted the first {first} hours twice: {more} hours are left.",
        ),
        Slip(
            "first_once",
            lambda p: p.high + p.more * p.low,
            "${high_text} is the price of each of the first {first} hours.",
        ),
    ),
    hints=(
        "Split the hours into two parts.",
        "{first} hours at the first price. How many are left for the second?",
    ),
    steps=(
        Step("The first hours:", "{first} * {high_text}", "{base}"),
        Step("The hours that are left:", "{n} - {first}", "{more}"),
        Step("They cost:", "{more} * {low_text}", "{rest}"),
        Step("Together:", "{base} + {rest}", "{total_text}"),
    ),
    form=MONEY,
)

_RATE = Family(
    id="math.average_rate.quadratic",
    skill="math.average_rate",
    grade=9,
    format=ItemFormat.NUMERIC,
    time_s=70,
    params={"a": range(1, 6), "b": range(-9, 10), "u": range(-5, 6), "w": range(2, 7)},
    derive=lambda p: {
        "v": p.u + p.w,
        "rule": polynomial(p.a, p.b, 0),
        "fu": p.a * p.u**2 + p.b * p.u,
        "fv": p.a * (p.u + p.w) ** 2 + p.b * (p.u + p.w),
        "rate": p.a * (2 * p.u + p.w) + p.b,
        "rise": p.a * p.w * (2 * p.u + p.w) + p.b * p.w,
        "us": signed(p.u),
        "vs": signed(p.u + p.w),
        "bs": signed(p.b),
        "fus": signed(p.a * p.u**2 + p.b * p.u),
    },
    where=(lambda p: p.b and p.rate and p.u and p.v,),
    stem="How fast does [[f(x) = {rule}]] change on average from x = {u} to x = {v}?",
    key=lambda p: p.rate,
    checker=lambda p, v: p.fu + v * p.w == p.fv,
    misconceptions=(
        Slip("not_divided", lambda p: p.rise, "That is the whole change. Divide by {w}."),
        Slip(
            "sum_of_ends",
            lambda p: Fraction(p.fu + p.fv, 2),
            "That is the average of two values. Look for the change between them.",
        ),
        Slip("sign", lambda p: -p.rate, "Later minus earlier: check the sign."),
        Slip(
            "divides_by_end",
            lambda p: Fraction(p.rise, p.v),
            "Divide by how far x goes: from {u} to {v}.",
        ),
        Slip(
            "upside_down",
            lambda p: Fraction(p.w, p.rise) if p.rise else None,
            "Turn it over: change of f over change of x.",
        ),
    ),
    hints=("How much does f change, and how much x?", "Work out f at {u} and at {v} first."),
    steps=(
        Step("f at the start:", "{a} * {us}^2 + {bs} * {us}", "{fu}"),
        Step("f at the end:", "{a} * {vs}^2 + {bs} * {vs}", "{fv}"),
        Step("x changes by:", "{v} - {us}", "{w}"),
        Step("The change of f over that of x:", "({fv} - {fus}) ÷ {w}", "{rate}"),
    ),
    form=RATIONAL,
)

FAMILIES = (_ROOT_DOMAIN, _RANGE, _PIECEWISE, _TIERS, _RATE)
