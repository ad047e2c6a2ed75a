"""Lines and systems: slope, rules of tables, values of functions, two equations at once."""

from fractions import Fraction

from vel_tutor.content import figures
from vel_tutor.content.arith import evaluate, parse
from vel_tutor.content.family import Family, Params, Step, say
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import EXPRESSION, INTEGER, POINT, RATIONAL
from vel_tutor.content.latex import plus, signed, times
from vel_tutor.vocabulary import ItemFormat


def _points(p: Params) -> dict[str, object]:
    rise, run = p.d - p.b, p.c - p.a
    return {
        "rise": rise,
        "run": run,
        "slope": Fraction(rise, run) if run else 0,
        "bb": signed(p.b),
        "aa": signed(p.a),
        "runs": signed(run),
    }


_SLOPE = Family(
    id="math.slope.two_points",
    skill="math.slope",
    grade=8,
    format=ItemFormat.CHOICE,
    time_s=50,
    params={"a": range(-6, 7), "b": range(-8, 9), "c": range(-6, 7), "d": range(-8, 9)},
    derive=_points,
    where=(lambda p: p.run and p.rise and abs(p.rise) != abs(p.run) and p.a and p.b,),
    stem="A line goes through ({a}, {b}) and ({c}, {d}). What is its slope?",
    key=lambda p: p.slope,
    checker=lambda p, v: p.b + v * (p.c - p.a) == p.d,
    misconceptions=(
        Slip(
            "run_over_rise",
            lambda p: Fraction(p.run, p.rise),
            "You put across over up. Slope is up over across.",
        ),
        Slip(
            "sign",
            lambda p: -p.slope,
            "Going right, does the line rise or fall? Check the sign.",
        ),
        Slip(
            "run_over_rise_sign",
            lambda p: Fraction(-p.run, p.rise),
            "Slope is the change up over the change across; then check the sign.",
        ),
        Slip(
            "sums",
            lambda p: Fraction(p.b + p.d, p.a + p.c) if p.a + p.c else None,
            "You added the coordinates. Use the differences.",
        ),
        Slip(
            "one_point",
            lambda p: Fraction(p.d, p.c) if p.c else None,
            "You used only the second point. Slope is about the change between two.",
        ),
    ),
    hints=(
        "How far up or down, and how far across, from the first point to the second?",
        "Across it goes from {a} to {c}, and up from {b} to {d}.",
    ),
    steps=(
        Step("The change up:", "{d} - {bb}", "{rise}"),
        Step("The change across:", "{c} - {aa}", "{run}"),
        Step("Up over across:", "{rise} ÷ {runs}", "{slope}"),
    ),
    form=RATIONAL,
)

_TABLE = "A table. For x = 1, 2, 3, 4 the values of y are {listed}."

_RULE = Family(
    id="math.linear.rule_of_table",
    skill="math.linear",
    grade=8,
    format=ItemFormat.CHOICE,
    time_s=55,
    params={"m": range(-6, 8), "b": range(-9, 10)},
    derive=lambda p: {
        "ys": tuple(p.m * x + p.b for x in range(1, 5)),
        "full": f"{times(p.m, 'x')} {plus(p.b)}",
        "listed": ", ".join(str(p.m * x + p.b) for x in range(1, 5)),
        "y1": p.m + p.b,
        "y2": 2 * p.m + p.b,
        "undo": plus(-p.m),
        "y1s": signed(p.m + p.b),
    },
    where=(lambda p: abs(p.m) > 1 and p.b and p.b not in (p.m, -p.m),),
    stem="The table belongs to a line. Which rule for y fits it?",
    key=lambda p: p.full,
    checker=lambda p, v: all(
        evaluate(parse(v), {"x": x}) == y for x, y in enumerate(p.ys, start=1)
    ),
    misconceptions=(
        Slip(
            "swapped",
            lambda p: f"{times(p.b, 'x')} {plus(p.m)}",
            "You swapped the two numbers. From row to row, y changes by {m}.",
        ),
        Slip(
            "first_value_as_start",
            lambda p: f"{times(p.m, 'x')} {plus(p.y1)}",
            "{y1} is y at x = 1. The rule needs y at x = 0, one step earlier.",
        ),
        Slip(
            "start_sign",
            lambda p: f"{times(p.m, 'x')} {plus(-p.b)}",
            "Try x = 1: it should come to {y1}. Check the sign of the last number.",
        ),
        Slip(
            "slope_sign",
            lambda p: f"{times(-p.m, 'x')} {plus(p.b)}",
            "Does y grow or shrink from row to row? Check the sign in front of x.",
        ),
        Slip(
            "both_signs",
            lambda p: f"{times(-p.m, 'x')} {plus(-p.b)}",
            "Both signs are turned. Try x = 1: it should come to {y1}.",
        ),
        Slip(
            "slope_of_one",
            lambda p: f"x {plus(p.m)}",
            "{m} is the change from row to row, so it belongs in front of x.",
        ),
    ),
    hints=("By how much does y change when x grows by 1?", "Go one row back: what is y at x = 0?"),
    steps=(
        Step("From row to row y changes by:", "{y2} - {y1s}", "{m}"),
        Step("One step back, at x = 0:", "{y1} {undo}", "{b}"),
        Step("So the rule is:", "{full}", "{full}"),
    ),
    form=EXPRESSION,
    figure=lambda p: figures.table(say(_TABLE, p), ("x", 1, 2, 3, 4), ("y", *p.ys)),
    alt=_TABLE,
)

_INTERCEPT = Family(
    id="math.linear.start_value",
    skill="math.linear",
    grade=8,
    format=ItemFormat.NUMERIC,
    time_s=50,
    params={"m": range(-7, 9), "b": range(-12, 13), "x": range(2, 8)},
    derive=lambda p: {
        "y": p.m * p.x + p.b,
        "rise": p.m * p.x,
        "rises": signed(p.m * p.x),
        "mm": signed(p.m),
    },
    where=(lambda p: abs(p.m) > 1 and p.b and p.y,),
    stem="A line has slope {m} and goes through ({x}, {y}). Where does it cross the y-axis: y = ?",
    key=lambda p: p.b,
    checker=lambda p, v: p.m * p.x + v == p.y,
    misconceptions=(
        Slip("adds_rise", lambda p: p.y + p.rise, "Go back to x = 0: take the change away."),
        Slip("the_y", lambda p: p.y, "{y} is y at x = {x}. At x = 0 it is different."),
        Slip("sign", lambda p: -p.b, "The size is right. Check the sign."),
        Slip("one_step", lambda p: p.y - p.m, "You went back one step. It is {x} steps to x = 0."),
        Slip("subtracts_x", lambda p: p.y - p.x, "You took {x} away. Each step changes y by {m}."),
    ),
    hints=(
        "Crossing the y-axis means x = 0.",
        "From x = {x} back to 0 is {x} steps, each with a change of {m}.",
    ),
    steps=(
        Step("In {x} steps y changes by:", "{x} * {mm}", "{rise}"),
        Step("Go back by that much.", "{y} - {rises}", "{b}"),
    ),
    form=INTEGER,
)

_SYSTEM = Family(
    id="math.systems.two_lines",
    skill="math.systems",
    grade=8,
    format=ItemFormat.NUMERIC,
    time_s=80,
    params={
        "x": range(-6, 9),
        "y": range(-6, 9),
        "a": range(1, 6),
        "b": range(1, 6),
        "c": range(1, 6),
    },
    derive=lambda p: {
        "s": p.a * p.x + p.b * p.y,
        "t": p.c * p.x - p.b * p.y,
        "first": f"{times(p.a, 'x')} + {times(p.b, 'y')}",
        "second": f"{times(p.c, 'x')} - {times(p.b, 'y')}",
        "k": p.a + p.c,
        "sum": (p.a + p.c) * p.x,
        "tt": plus(p.c * p.x - p.b * p.y),
        "axs": signed(p.a * p.x),
        "by": p.b * p.y,
    },
    where=(lambda p: p.x != p.y and p.x and p.y and p.s and p.t,),
    canon=lambda p: (p.x, p.y, p.a, p.b, p.c),
    stem="Solve [[{first} = {s}]] and [[{second} = {t}]]. Write the answer like (3, -2).",
    key=lambda p: (p.x, p.y),
    checker=lambda p, v: p.a * v[0] + p.b * v[1] == p.s and p.c * v[0] - p.b * v[1] == p.t,
    misconceptions=(
        Slip("swapped", lambda p: (p.y, p.x), "You swapped the two. First x, then y."),
        Slip("y_sign", lambda p: (p.x, -p.y), "Your x is right. Put it in again and check y."),
        Slip("x_sign", lambda p: (-p.x, p.y), "Check the sign of x: add the two equations."),
        Slip(
            "not_divided",
            lambda p: (p.x, p.by),
            "Your x is right. For y, you still have to divide by {b}.",
        ),
        Slip("both_signs", lambda p: (-p.x, -p.y), "Both signs are turned. Put them in and see."),
    ),
    hints=(
        "Add the two equations. Which letter goes away?",
        "Adding gives [[{k}x = {sum}]]. Find x, then put it in.",
    ),
    steps=(
        Step("Add both equations: the right sides make", "{s} {tt}", "{sum}"),
        Step("Left there is {k} times x.", "{sum} ÷ {k}", "{x}"),
        Step("Put x in: what is left for y?", "({s} - {axs}) ÷ {b}", "{y}"),
    ),
    form=POINT,
)

_QUADRATIC = Family(
    id="math.functions.quadratic_value",
    skill="math.functions",
    grade=9,
    format=ItemFormat.NUMERIC,
    time_s=45,
    params={"a": range(1, 5), "b": range(-7, 8), "c": range(-9, 10), "x": range(-6, 0)},
    derive=lambda p: {
        "rule": f"{times(p.a, 'x^2')} {plus(p.b)}x {plus(p.c)}",
        "square": p.x**2,
        "first": p.a * p.x**2,
        "second": p.b * p.x,
        "xs": signed(p.x),
        "seconds": plus(p.b * p.x),
        "cs": plus(p.c),
        "bs": signed(p.b),
        "result": p.a * p.x**2 + p.b * p.x + p.c,
    },
    where=(lambda p: abs(p.b) > 1 and p.c and p.x < -1,),
    stem="For the function [[f(x) = {rule}]], what is [[f({x})]]?",
    key=lambda p: p.result,
    checker=lambda p, v: v == evaluate(parse(p.rule), {"x": p.x}),
    misconceptions=(
        Slip(
            "square_negative",
            lambda p: -p.first + p.second + p.c,
            "[[({x})^2]] is {x} times {x}: minus times minus is plus.",
        ),
        Slip(
            "middle_sign",
            lambda p: p.first - p.second + p.c,
            "Check the middle part: {b} times {x}.",
        ),
        Slip(
            "doubles",
            lambda p: 2 * p.a * p.x + p.second + p.c,
            "[[x^2]] means x times x, not x times 2.",
        ),
        Slip(
            "squares_all",
            lambda p: (p.a * p.x) ** 2 + p.second + p.c,
            "Only x is squared, not the number in front of it.",
        ),
        Slip("drops_last", lambda p: p.first + p.second, "The last number is missing."),
    ),
    hints=("Put {x} in brackets in place of every x.", "What is [[({x})^2]]? Mind the sign."),
    steps=(
        Step("The square first.", "{xs}^2", "{square}"),
        Step("The first part:", "{a} * {square}", "{first}"),
        Step("The middle part:", "{bs} * {xs}", "{second}"),
        Step("Together:", "{first} {seconds} {cs}", "{result}"),
    ),
    form=INTEGER,
)

FAMILIES = (_SLOPE, _RULE, _INTERCEPT, _SYSTEM, _QUADRATIC)
