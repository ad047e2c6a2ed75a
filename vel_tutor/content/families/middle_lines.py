"""Lines: slope from graphs and tables, rules of graphs and stories, where they cross the axes."""

from fractions import Fraction

from vel_tutor.content import figures
from vel_tutor.content.algebra import agrees
from vel_tutor.content.family import Family, Step, say
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import EXPRESSION, RATIONAL
from vel_tutor.content.latex import plus, signed, times
from vel_tutor.content.plots import Plane
from vel_tutor.vocabulary import ItemFormat

_PLANE = Plane(8)


def _inside(x: int, y: int) -> bool:
    return max(abs(x), abs(y)) < 8


_TWO_POINTS_ALT = "A straight line on squared paper through A ({x}, {y}) and B ({x2}, {y2})."

_FROM_GRAPH = Family(
    id="math.slope.from_graph",
    skill="math.slope",
    grade=8,
    format=ItemFormat.NUMERIC,
    time_s=45,
    params={
        "x": range(-6, 4),
        "y": range(-6, 7),
        "run": range(1, 7),
        "rise": range(-7, 8),
    },
    derive=lambda p: {
        "x2": p.x + p.run,
        "y2": p.y + p.rise,
        "slope": Fraction(p.rise, p.run),
        "ys": signed(p.y),
        "xs": signed(p.x),
        "way": "up" if p.rise > 0 else "down",
        "size": abs(p.rise),
    },
    where=(
        lambda p: p.rise and abs(p.rise) != p.run and p.run > 1 and _inside(p.x2, p.y2),
        lambda p: p.slope.denominator == p.run or p.slope.denominator == 1,
    ),
    stem="What is the slope of this line?",
    key=lambda p: p.slope,
    checker=lambda p, v: p.y + v * p.run == p.y2,
    misconceptions=(
        Slip("run_over_rise", lambda p: 1 / p.slope, "You put across over up. Turn it round."),
        Slip("sign", lambda p: -p.slope, "From left to right it goes {way}. Check the sign."),
        Slip("rise_only", lambda p: p.rise, "That is the change up or down. Divide it by {run}."),
        Slip(
            "turned_sign",
            lambda p: -1 / p.slope,
            "Up over across, not across over up; and check the sign.",
        ),
        Slip("run_only", lambda p: p.run, "{run} is the way across. How far up or down is it?"),
    ),
    hints=(
        "Go from A to B: how far across, how far up or down?",
        "From A to B it is {run} across and {size} {way}.",
    ),
    steps=(
        Step("Up or down:", "{y2} - {ys}", "{rise}"),
        Step("Across:", "{x2} - {xs}", "{run}"),
        Step("The slope:", "{rise}/{run}", "{slope}"),
    ),
    form=RATIONAL,
    figure=lambda p: _PLANE.draw(
        say(_TWO_POINTS_ALT, p),
        _PLANE.through(float(p.slope), float(p.y - p.slope * p.x)),
        _PLANE.point(p.x, p.y, "A"),
        _PLANE.point(p.x2, p.y2, "B"),
    ),
    alt=_TWO_POINTS_ALT,
)

_TABLE_ALT = "A table. For x = {x1}, {x2}, {x3} the values of y are {y1}, {y2}, {y3}."

_FROM_TABLE = Family(
    id="math.slope.from_table",
    skill="math.slope",
    grade=8,
    format=ItemFormat.NUMERIC,
    time_s=45,
    params={"x1": range(-4, 6), "step": (2, 3, 4, 5), "rise": range(-14, 16), "y1": range(-9, 30)},
    derive=lambda p: {
        "x2": p.x1 + p.step,
        "x3": p.x1 + 2 * p.step,
        "y2": p.y1 + p.rise,
        "y3": p.y1 + 2 * p.rise,
        "slope": Fraction(p.rise, p.step),
        "y1s": signed(p.y1),
        "x1s": signed(p.x1),
    },
    where=(lambda p: p.rise and p.x1 and abs(p.rise) not in (1, p.step) and p.y1,),
    canon=lambda p: (p.x1, p.step, p.rise, p.y1),
    stem="The table belongs to a line. What is its slope?",
    key=lambda p: p.slope,
    checker=lambda p, v: p.y1 + v * 2 * p.step == p.y3,
    misconceptions=(
        Slip("step_of_y", lambda p: p.rise, "x goes up by {step} each time, not by 1. Divide."),
        Slip("turned", lambda p: 1 / p.slope, "You divided the step of x by that of y. Turn it."),
        Slip("sign", lambda p: -p.slope, "Does y grow or fall as x grows? Check the sign."),
        Slip("one_point", lambda p: Fraction(p.y1, p.x1), "One point is not enough: use changes."),
        Slip("step_of_x", lambda p: p.step, "That is the step of x. What does y do meanwhile?"),
    ),
    hints=("By how much do x and y change?", "x changes by {step} each time. And y?"),
    steps=(
        Step("The step of y:", "{y2} - {y1s}", "{rise}"),
        Step("The step of x:", "{x2} - {x1s}", "{step}"),
        Step("The slope:", "{rise}/{step}", "{slope}"),
    ),
    form=RATIONAL,
    figure=lambda p: figures.table(
        say(_TABLE_ALT, p), ("x", p.x1, p.x2, p.x3), ("y", p.y1, p.y2, p.y3)
    ),
    alt=_TABLE_ALT,
)

_GRAPH_ALT = (
    "A straight line on squared paper. It meets the y-axis at {b} and goes through ({x2}, {y2})."
)

_RULE = Family(
    id="math.linear.rule_of_graph",
    skill="math.linear",
    grade=8,
    format=ItemFormat.CHOICE,
    time_s=50,
    params={"m": (-5, -4, -3, -2, 2, 3, 4, 5), "b": range(-7, 8), "run": (1, 2, 3, 4)},
    derive=lambda p: {
        "x2": p.run,
        "y2": p.m * p.run + p.b,
        "rule": f"{times(p.m, 'x')} {plus(p.b)}",
        "way": "rises" if p.m > 0 else "falls",
        "size": abs(p.m),
        "bs": signed(p.b),
        "rise": p.m * p.run,
    },
    where=(lambda p: p.b and abs(p.m) != abs(p.b) and _inside(p.x2, p.y2),),
    canon=lambda p: (p.m, p.b, p.run),
    stem="Which rule for y belongs to this line?",
    key=lambda p: p.rule,
    checker=lambda p, v: agrees(v, "x", lambda t: p.b + t * Fraction(p.y2 - p.b, p.x2)),
    misconceptions=(
        Slip(
            "swapped",
            lambda p: f"{times(p.b, 'x')} {plus(p.m)}",
            "You swapped slope and start. It meets the y-axis at {b}.",
        ),
        Slip(
            "slope_sign",
            lambda p: f"{times(-p.m, 'x')} {plus(p.b)}",
            "From left to right the line {way}. Check the sign of the slope.",
        ),
        Slip(
            "start_sign",
            lambda p: f"{times(p.m, 'x')} {plus(-p.b)}",
            "It meets the y-axis at {b}. Check the sign there.",
        ),
        Slip(
            "turned_slope",
            lambda p: f"1/{p.m}x {plus(p.b)}" if p.m > 0 else f"-1/{-p.m}x {plus(p.b)}",
            "For each step across it changes by {size}. You turned that round.",
        ),
        Slip(
            "no_slope",
            lambda p: f"{'-' if p.m < 0 else ''}x {plus(p.b)}",
            "The line is steeper: each step across changes y by {size}.",
        ),
        Slip(
            "both_signs",
            lambda p: f"{times(-p.m, 'x')} {plus(-p.b)}",
            "Both signs are turned. Where does it meet the y-axis?",
        ),
    ),
    hints=(
        "Where does the line meet the y-axis? How steep is it?",
        "It meets the y-axis at {b}. Then it goes through ({x2}, {y2}).",
    ),
    steps=(
        Step("From the y-axis to the second point:", "{y2} - {bs}", "{rise}"),
        Step("Each step across:", "{rise} ÷ {x2}", "{m}"),
        Step("With the start:", "{m} * x + {bs}", "{rule}"),
    ),
    form=EXPRESSION,
    figure=lambda p: _PLANE.draw(
        say(_GRAPH_ALT, p),
        _PLANE.through(p.m, p.b),
        _PLANE.point(0, p.b),
        _PLANE.point(p.x2, p.y2),
    ),
    alt=_GRAPH_ALT,
)

_TALES = (
    ("A candle of {b} mm burns down {m} mm each minute.", "How tall is it after t minutes?", "t"),
    ("A tank holds {b} liters. {m} liters run out each hour.", "What is left after h hours?", "h"),
    ("A card has ${b} on it. Each trip costs ${m}.", "What is left after n trips?", "n"),
    ("A roll has {b} m of tape. Each box takes {m} m.", "What is left after n boxes?", "n"),
    ("A plane is {b} m up. It sinks {m} m each second.", "How high is it after s seconds?", "s"),
)

_FALLING = Family(
    id="math.linear.rule_of_story",
    skill="math.linear",
    grade=8,
    format=ItemFormat.EXPRESSION,
    time_s=50,
    params={"m": range(2, 20), "b": range(60, 400, 5), "tale": _TALES},
    derive=lambda p: {
        "z": p.tale[2],
        "story": " ".join(p.tale[:2]).format(b=p.b, m=p.m),
        "rule": f"{p.b} - {p.m}{p.tale[2]}",
        "one": p.b - p.m,
    },
    canon=lambda p: (p.m, p.b, p.tale),
    stem="{story} Write an expression.",
    key=lambda p: p.rule,
    checker=lambda p, v: agrees(str(v), p.z, lambda t: p.b - p.m * t),
    misconceptions=(
        Slip("grows", lambda p: f"{p.b} + {p.m}{p.z}", "It gets less: take {m} away each time."),
        Slip("turned", lambda p: f"{p.m}{p.z} - {p.b}", "Begin with {b} and take away from it."),
        Slip("once", lambda p: f"{p.b} - {p.m}", "That is after one. There are {z} of them."),
        Slip("swapped", lambda p: f"{p.m} - {p.b}{p.z}", "{b} is there at the start, only once."),
        Slip("joined", lambda p: f"{p.one}{p.z}", "{b} is not taken {z} times. Only {m} is."),
        Slip("no_start", lambda p: f"{p.m}{p.z}", "That is what is gone. What is left of {b}?"),
    ),
    hints=("What is there at the start? What happens each time?", "Each time {m} is taken away."),
    steps=(
        Step("What is gone:", "{m} * {z}", "{m}{z}"),
        Step("What is left:", "{b} - {m} * {z}", "{rule}"),
    ),
    form=EXPRESSION,
)

_CROSSES = Family(
    id="math.linear.crosses_x_axis",
    skill="math.linear",
    grade=8,
    format=ItemFormat.NUMERIC,
    time_s=45,
    params={"m": range(-8, 9), "x": range(-9, 10)},
    derive=lambda p: {
        "b": -p.m * p.x,
        "tail": plus(-p.m * p.x),
        "rule": f"{times(p.m, 'x')} {plus(-p.m * p.x)}",
        "ms": signed(p.m),
        "opposite": p.m * p.x,
    },
    where=(lambda p: abs(p.m) > 1 and abs(p.x) > 1,),
    stem="For which x does the line [[y = {rule}]] meet the x-axis?",
    key=lambda p: p.x,
    checker=lambda p, v: p.m * v + p.b == 0,
    misconceptions=(
        Slip("y_axis", lambda p: p.b, "There it meets the y-axis. On the x-axis, y is 0."),
        Slip("sign", lambda p: -p.x, "The size is right. Put it in: does y come to 0?"),
        Slip("stops_early", lambda p: p.opposite, "That is [[{m} * x]]. Now divide by {m}."),
        Slip("turned", lambda p: Fraction(p.m, p.opposite), "Divide the number by the slope {m}."),
        Slip("slope", lambda p: p.m, "{m} is the slope. Where is y equal to 0?"),
    ),
    hints=("What is y on the x-axis?", "Solve [[{rule} = 0]]."),
    steps=(
        Step("The part with x must make up for the number.", "0 - ({b})", "{opposite}"),
        Step("Divide by {m}.", "{opposite} ÷ {ms}", "{x}"),
    ),
    form=RATIONAL,
)

FAMILIES = (_FROM_GRAPH, _FROM_TABLE, _RULE, _FALLING, _CROSSES)
