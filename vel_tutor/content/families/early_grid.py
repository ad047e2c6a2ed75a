"""Grade 5: points on a grid, all coordinates zero or more."""

from vel_tutor.content import figures_shapes as shapes
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import POINT
from vel_tutor.vocabulary import ItemFormat

_PLACES = ("A", "B", "C", "D", "E")


def _marked(p: Params) -> dict[str, object]:
    points = {name: (p[f"x{i}"], p[f"y{i}"]) for i, name in enumerate(_PLACES[:3])}
    return {"points": points, "x": p.x0, "y": p.y0}


def _grid_told(p: Params) -> str:
    steps = "; ".join(
        f"{name} is {x} to the right of 0 and {y} up" for name, (x, y) in p.points.items()
    )
    return f"A grid from 0 to 10 both ways. {steps}."


_POINTS = {
    **{f"x{i}": range(11) for i in range(3)},
    **{f"y{i}": range(11) for i in range(3)},
}

_READ = Family(
    id="math.grid.read",
    skill="math.grid",
    grade=5,
    format=ItemFormat.NUMERIC,
    time_s=30,
    params=_POINTS,
    derive=_marked,
    where=(lambda p: len(set(p.points.values())) == 3 and p.x != p.y,),
    canon=lambda p: (p.x, p.y, p.x1, p.y1),
    stem="Which point is A? Write it like (4, 7).",
    key=lambda p: (p.x, p.y),
    checker=lambda p, v: f"A is {v[0]} to the right of 0 and {v[1]} up" in _grid_told(p),
    misconceptions=(
        Slip(
            "swaps", lambda p: (p.y, p.x), "You swapped the numbers. First to the right, then up."
        ),
        Slip("counts_from_one", lambda p: (p.x + 1, p.y + 1), "Start at 0, and count steps."),
        Slip("takes_b", lambda p: (p.x1, p.y1), "Those numbers are for B. Look for A."),
        Slip("takes_c", lambda p: (p.x2, p.y2), "Those numbers are for C. Look for A."),
        Slip("only_across", lambda p: (p.x, 0), "Go {x} to the right, and then up to A."),
        Slip("only_up", lambda p: (0, p.y), "Before you go up, go to the right as far as A."),
    ),
    hints=("How far to the right of 0 is A?", "First write how far right, then how far up."),
    steps=(
        Step("Steps to the right:", "0 + {x}", "{x}"),
        Step("Steps up:", "0 + {y}", "{y}"),
    ),
    form=POINT,
    figure=lambda p: shapes.first_quadrant(_grid_told(p), p.points),
    alt=_grid_told,
)


def _walk(p: Params) -> dict[str, object]:
    right, up = p.dx * p.way[0], p.dy * p.way[1]
    return {
        "x": p.a + right,
        "y": p.b + up,
        "across": f"{p.dx} to the {'right' if right > 0 else 'left'}",
        "along": f"{p.dy} {'up' if up > 0 else 'down'}",
        "sx": "+" if right > 0 else "-",
        "sy": "+" if up > 0 else "-",
    }


_WALK = Family(
    id="math.grid.walk",
    skill="math.grid",
    grade=5,
    format=ItemFormat.NUMERIC,
    time_s=35,
    params={
        "a": range(13),
        "b": range(13),
        "dx": range(1, 8),
        "dy": range(1, 8),
        "way": ((1, 1), (1, -1), (-1, 1), (-1, -1)),
    },
    derive=_walk,
    where=(lambda p: p.x >= 0 and p.y >= 0 and p.dx != p.dy and p.a != p.b,),
    stem="Start at ({a}, {b}). Go {across} and {along}. Where are you then? Write it like (4, 7).",
    key=lambda p: (p.x, p.y),
    checker=lambda p, v: (
        (abs(v[0] - p.a), abs(v[1] - p.b)) == (p.dx, p.dy)
        and ((v[0] > p.a), (v[1] > p.b)) == (p.way[0] > 0, p.way[1] > 0)
    ),
    misconceptions=(
        Slip(
            "swaps_steps",
            lambda p: (p.a + p.dy * p.way[1], p.b + p.dx * p.way[0]),
            "Right and left change the first number, up and down the second.",
        ),
        Slip("swaps_answer", lambda p: (p.y, p.x), "You swapped the two numbers at the end."),
        Slip(
            "wrong_way_across",
            lambda p: (2 * p.a - p.x, p.y),
            "Going to the right makes the first number larger, to the left smaller.",
        ),
        Slip(
            "wrong_way_up",
            lambda p: (p.x, 2 * p.b - p.y),
            "Going up makes the second number larger, going down smaller.",
        ),
        Slip("steps_only", lambda p: (p.dx, p.dy), "Those are the steps. Start at ({a}, {b})."),
    ),
    hints=("Which number changes when you go {across}?", "Then change the second number."),
    steps=(
        Step("Go {across}.", "{a} {sx} {dx}", "{x}"),
        Step("Go {along}.", "{b} {sy} {dy}", "{y}"),
    ),
    form=POINT,
)


def _corner(p: Params) -> dict[str, object]:
    x, y = p.x, p.y
    points = {"A": (x, y), "B": (x + p.w, y), "C": (x + p.w, y + p.h)}
    return {"points": points, "dx": x, "dy": y + p.h, "far": x + p.w, "top": y + p.h}


_CORNER = Family(
    id="math.grid.fourth_corner",
    skill="math.grid",
    grade=5,
    format=ItemFormat.NUMERIC,
    time_s=40,
    params={"x": range(7), "y": range(7), "w": range(2, 9), "h": range(2, 9)},
    derive=_corner,
    where=(lambda p: p.far <= 10 and p.top <= 10 and p.w != p.h and p.dx != p.dy,),
    stem="A, B and C are corners of a rectangle. Where is the fourth corner? Write it like (4, 7).",
    key=lambda p: (p.dx, p.dy),
    checker=lambda p, v: (
        (
            p.points["A"][0] + p.points["C"][0] - p.points["B"][0],
            p.points["A"][1] + p.points["C"][1] - p.points["B"][1],
        )
        == v
    ),
    misconceptions=(
        Slip("swaps", lambda p: (p.dy, p.dx), "You swapped the numbers. First right, then up."),
        Slip("repeats_b", lambda p: (p.far, p.y), "That is B. The fourth corner is across from B."),
        Slip("below", lambda p: (p.far, p.top), "That is C. Look above A for the fourth one."),
        Slip("one_high", lambda p: (p.dx, p.dy + 1), "One too high: it is as high as C."),
        Slip("too_far_left", lambda p: (p.dx + 1, p.dy), "It stands just above A. Go straight up."),
        Slip("repeats_a", lambda p: (p.x, p.y), "That is A itself. The missing one is above it."),
    ),
    hints=("The fourth corner is just above A.", "It is as high up as C."),
    steps=(
        Step("As far right as A:", "{far} - {w}", "{dx}"),
        Step("As high as C:", "{y} + {h}", "{dy}"),
    ),
    form=POINT,
    figure=lambda p: shapes.first_quadrant(_grid_told(p), p.points),
    alt=_grid_told,
)

FAMILIES = (_READ, _WALK, _CORNER)
