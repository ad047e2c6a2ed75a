"""Proportional relationships: the constant in tables and graphs, rules, which are proportional."""

from fractions import Fraction

from vel_tutor.content import figures
from vel_tutor.content.algebra import agrees
from vel_tutor.content.arith import evaluate, parse
from vel_tutor.content.family import Family, Params, Step, say
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import DECIMAL, EXPRESSION, RATIONAL, TEXT, decimal_text
from vel_tutor.content.latex import tex
from vel_tutor.content.plots import Chart
from vel_tutor.vocabulary import ItemFormat

_TABLE_ALT = "A table. For x = {x1}, {x2}, {x3} the values of y are {y1}, {y2}, {y3}."

_CONSTANT = Family(
    id="math.proportional_graph.constant_of_table",
    skill="math.proportional_graph",
    grade=7,
    format=ItemFormat.NUMERIC,
    time_s=40,
    params={
        "half": range(3, 25),
        "x1": (2, 4, 6),
        "x2": (8, 10, 12),
        "x3": (14, 16, 20),
    },
    derive=lambda p: {
        "k": Fraction(p.half, 2),
        "shown": decimal_text(Fraction(p.half, 2)),
        **{f"y{i}": p.half * p[f"x{i}"] // 2 for i in (1, 2, 3)},
    },
    where=(lambda p: p.half != 2,),
    stem="y is proportional to x, so [[y = k x]]. What is k?",
    key=lambda p: p.k,
    checker=lambda p, v: all(v * p[f"x{i}"] == p[f"y{i}"] for i in (1, 2, 3)),
    misconceptions=(
        Slip("first_value", lambda p: p.y1, "That is y at x = {x1}. What is y at x = 1?"),
        Slip("difference", lambda p: p.y2 - p.y1, "That is one step of y. How far did x go?"),
        Slip("turned", lambda p: _short(1 / p.k), "You divided x by y. Divide y by x."),
        Slip("gap", lambda p: p.y1 - p.x1, "y is not x plus something: it is k times x."),
        Slip("product", lambda p: p.y1 * p.x1, "You multiplied. k is y divided by x."),
        Slip("step_of_x", lambda p: p.x2 - p.x1, "That is one step of x. Divide y by x."),
    ),
    hints=("What is y when x is 1?", "Divide a value of y by its x: [[{y1} ÷ {x1}]]."),
    steps=(
        Step("Divide y by x.", "{y1} ÷ {x1}", "{shown}"),
        Step("It is the same in the last column.", "{y3} ÷ {x3}", "{shown}"),
    ),
    form=DECIMAL,
    figure=lambda p: figures.table(
        say(_TABLE_ALT, p), ("x", p.x1, p.x2, p.x3), ("y", p.y1, p.y2, p.y3)
    ),
    alt=_TABLE_ALT,
)


def _short(value: Fraction) -> Fraction | None:
    return value if (value * 1000).denominator == 1 else None


_GRAPH_ALT = (
    "A graph of cost in dollars over {name}. A straight line runs from zero through the point with "
    "{x} {name} and {y} dollars."
)

_GRAPH = Family(
    id="math.proportional_graph.unit_rate",
    skill="math.proportional_graph",
    grade=7,
    format=ItemFormat.CHOICE,
    time_s=40,
    params={
        "k": range(2, 16),
        "x": range(3, 10),
        "name": ("hours", "kg", "tickets", "meters"),
    },
    derive=lambda p: {
        "y": p.k * p.x,
        "chart": Chart(1, 10, _step(p.k), 10, p.name, "dollars"),
        "one": {"hours": "hour", "kg": "kg", "tickets": "ticket", "meters": "meter"}[p.name],
    },
    where=(lambda p: p.y % _step(p.k) == 0 and p.k != p.x,),
    stem="The graph shows the cost. What does one {one} cost?",
    key=lambda p: p.k,
    checker=lambda p, v: v * p.x == p.y,
    misconceptions=(
        Slip("marked_cost", lambda p: p.y, "That is the cost of {x} {name}. What is it for one?"),
        Slip("marked_count", lambda p: p.x, "{x} is how many {name}, not what one costs."),
        Slip("turned", lambda p: _short(Fraction(p.x, p.k)), "Divide the cost by the {name}."),
        Slip("subtracts", lambda p: p.y - p.x, "Divide the cost by the {name}, do not subtract."),
        Slip("one_line", lambda p: _step(p.k), "That is one line of the scale. Read at 1."),
        Slip("next_row", lambda p: p.k + 1, "Check at the marked point: that is too much."),
        Slip("row_below", lambda p: p.k - 1, "Check at the marked point: that is too little."),
    ),
    hints=(
        "Read the marked point: how many {name}, and how many dollars?",
        "{x} {name} cost ${y}. Share that by {x}.",
    ),
    steps=(Step("Cost by number:", "{y} ÷ {x}", "{k}"),),
    form=RATIONAL,
    figure=lambda p: p.chart.draw(
        say(_GRAPH_ALT, p),
        p.chart.segment((0, 0), (min(10, _step(p.k) * 10 / p.k), min(10 * p.k, _step(p.k) * 10))),
        p.chart.points([(p.x, p.y)]),
    ),
    alt=_GRAPH_ALT,
)


def _step(k: int) -> int:
    """A step of the scale with which ten steps reach far enough."""
    return next(step for step in (2, 4, 5, 10, 20) if step >= k)


_RULES = {
    "start": "{k}x + {b}",
    "minus": "{k}x - {b}",
    "sum": "x + {k}",
    "square": "{k}x^2",
    "turned": "{k}/x",
    "times": "{k}x",
    "part": "x/{b}",
    "share": "{b}x/{k}",
}

_WHICH = Family(
    id="math.proportional_graph.which_rules",
    skill="math.proportional_graph",
    grade=7,
    format=ItemFormat.MULTI,
    time_s=50,
    params={"k": range(2, 12), "b": range(2, 12), "three": (True, False)},
    derive=lambda p: {name: tex(f"y = {rule.format(**p)}") for name, rule in _RULES.items()},
    where=(lambda p: p.k != p.b,),
    stem="In which of these is y proportional to x? Choose all that fit.",
    key=lambda p: (p.times, p.part, p.share) if p.three else (p.times, p.part),
    checker=lambda p, v: _proportional(p, v),
    misconceptions=(
        Slip("start", lambda p: p.start, "At x = 0 this y is {b}, not 0. A line is not enough."),
        Slip("minus", lambda p: p.minus, "At x = 0 this y is below 0. It must go through zero."),
        Slip("sum", lambda p: p.sum, "Here {k} is added. If x doubles, y does not double."),
        Slip("square", lambda p: p.square, "If x doubles, this y is four times as large."),
        Slip("turned", lambda p: p.turned, "If x doubles, this y is only half as large."),
    ),
    hints=(
        "If x doubles, y must double too. And at x = 0, y must be 0.",
        "Try x = 1 and x = 2 in each rule.",
    ),
    steps=(
        Step("Doubling x doubles y here:", "{k} * 2", "2 * {k}"),
        Step("And a part of x doubles as well:", "2/{b}", "2 * 1/{b}"),
    ),
    form=TEXT,
)


def _proportional(p: Params, shown: str) -> bool:
    """Whether the written rule doubles where x doubles, tried with numbers."""
    rule = next(text for name, text in _RULES.items() if p[name] == shown).format(**p)
    node = parse(rule)
    values = [evaluate(node, {"x": x}) for x in (1, 2, 6)]
    return values[1] == 2 * values[0] and values[2] == 6 * values[0]


_STORIES = (
    ("{x} boxes weigh {y} kg.", "boxes"),
    ("{x} m of rope cost ${y}.", "meters"),
    ("A pump fills {y} liters in {x} minutes.", "minutes"),
    ("A car uses {x} liters for {y} km.", "liters"),
    ("{x} packs hold {y} cards.", "packs"),
)

_EQUATION = Family(
    id="math.proportional_graph.rule_of_story",
    skill="math.proportional_graph",
    grade=7,
    format=ItemFormat.EXPRESSION,
    time_s=50,
    params={"k": range(3, 30), "x": range(2, 13), "tale": _STORIES},
    derive=lambda p: {
        "y": p.k * p.x,
        "name": p.tale[1],
        "story": p.tale[0].format(x=p.x, y=p.k * p.x),
    },
    where=(lambda p: p.k != p.x,),
    canon=lambda p: (p.k, p.x, p.name),
    stem="{story} How much is it for n {name} at the same rate? Write an expression with n.",
    key=lambda p: f"{p.k}n",
    checker=lambda p, v: agrees(str(v), "n", lambda t: Fraction(p.y, p.x) * t),
    misconceptions=(
        Slip("whole_amount", lambda p: f"{p.y}n", "{y} is for {x} {name}. Find it for one."),
        Slip("adds", lambda p: f"n + {p.y - p.x}", "Each of the {name} counts: multiply, not add."),
        Slip("turned", lambda p: f"{p.x}n", "{x} is the number of {name}, not the rate."),
        Slip("divides", lambda p: f"n/{p.k}", "You divided by the rate. Multiply n by it."),
        Slip("with_start", lambda p: f"{p.k}n + {p.y}", "Nothing is there at the start. Drop {y}."),
    ),
    hints=("How much is it for one of the {name}?", "Divide {y} by {x}. Then take it n times."),
    steps=(
        Step("For one:", "{y} ÷ {x}", "{k}"),
        Step("For n:", "{y}/{x} * n", "{k}n"),
    ),
    form=EXPRESSION,
)

FAMILIES = (_CONSTANT, _GRAPH, _WHICH, _EQUATION)
