"""Grades 4 and 5: parallel sides, and what is true of every shape of a kind."""

from vel_tutor.content import figures_shapes as shapes
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import TEXT
from vel_tutor.vocabulary import ItemFormat

_PAIRS = {
    "square": 2, "rectangle": 2, "rhombus": 2, "parallelogram": 2, "trapezoid": 1,
    "right trapezoid": 1, "kite": 0, "pentagon": 0, "hexagon": 3, "octagon": 4, "house": 1,
    "crooked triangle": 0, "cut square": 2,
}  # fmt: skip


def _parallel_pairs(kind: str) -> int:
    """Pairs of sides that point the same way, by the cross product of their directions."""
    around = shapes.OUTLINES[kind]
    ways = [
        (bx - ax, by - ay)
        for (ax, ay), (bx, by) in zip(around, (*around[1:], around[0]), strict=True)
    ]
    return sum(
        abs(ax * by - ay * bx) < 0.02 * (abs(ax) + abs(ay)) * (abs(bx) + abs(by))
        for i, (ax, ay) in enumerate(ways)
        for bx, by in ways[:i]
    )


def _sides_told(p: Params) -> str:
    return f"A drawing of this shape: {p.kind}. It has {p.sides} straight sides."


_PARALLEL = Family(
    id="math.quads.parallel",
    skill="math.quads",
    grade=4,
    format=ItemFormat.NUMERIC,
    time_s=30,
    params={
        "kind": tuple(_PAIRS),
        "turn": (0, 12, 25, 45, 90, 120, 180, 205),
        "size": (0.75, 0.9, 1.0),
    },
    derive=lambda p: {"n": _PAIRS[p.kind], "sides": len(shapes.OUTLINES[p.kind])},
    stem="How many pairs of parallel sides does this shape have?",
    key=lambda p: p.n,
    checker=lambda p, v: v == _parallel_pairs(p.kind),
    misconceptions=(
        Slip("counts_sides", lambda p: 2 * p.n, "You counted sides. Two of them make one pair."),
        Slip(
            "all_sides", lambda p: p.sides, "That is all the sides. Look for pairs that never meet."
        ),
        Slip(
            "one_over", lambda p: p.n + 1, "One of those pairs would meet if you drew them longer."
        ),
        Slip("one_short", lambda p: p.n - 1, "There is one more pair. Turn the shape and look."),
        Slip("half_the_sides", lambda p: p.sides // 2, "Not each side has a partner here."),
    ),
    hints=("Parallel sides never meet, however long you draw them.", "Take each side: has it one?"),
    steps=lambda p: (Step("Count each pair once.", f"{2 * p.n} ÷ 2", f"{p.n}"),),
    figure=lambda p: shapes.outline(_sides_told(p), p.kind, p.turn, p.size),
    alt=_sides_told,
)

_TRUE = {
    "square": {"sides4", "all_equal", "right4", "opp_parallel", "opp_equal", "diag_equal"},
    "rectangle": {"sides4", "right4", "opp_parallel", "opp_equal", "diag_equal"},
    "rhombus": {"sides4", "all_equal", "opp_parallel", "opp_equal"},
    "parallelogram": {"sides4", "opp_parallel", "opp_equal"},
    "regular hexagon": {"sides6", "all_equal", "opp_parallel", "opp_equal"},
    "right triangle": {"sides3", "one_right"},
    "equilateral triangle": {"sides3", "all_equal", "three_lines", "all_acute"},
}
"""What holds for every shape of a kind."""
_CLAIMS = {
    "sides3": "It has three sides.",
    "sides4": "It has four sides.",
    "sides6": "It has six sides.",
    "all_equal": "All its sides have the same length.",
    "right4": "It has four right angles.",
    "opp_parallel": "Each side is parallel to the side across.",
    "opp_equal": "Each side is as long as the side across.",
    "diag_equal": "Lines from corner to corner all have one length.",
    "one_right": "One of its angles is a right angle.",
    "three_lines": "It has three lines of symmetry.",
    "one_pair": "It has just one pair of parallel sides.",
    "all_acute": "All its angles are smaller than a right angle.",
    "no_equal": "No two of its sides have the same length.",
    "two_long": "It must have two long and two short sides.",
}
_FALSE = {
    "square": ("one_pair", "all_acute", "no_equal", "two_long", "sides3", "sides6"),
    "rectangle": ("all_equal", "one_pair", "all_acute", "no_equal", "two_long", "three_lines"),
    "rhombus": ("right4", "diag_equal", "one_pair", "all_acute", "no_equal", "two_long"),
    "parallelogram": ("right4", "all_equal", "diag_equal", "one_pair", "no_equal", "two_long"),
    "regular hexagon": ("one_pair", "all_acute", "no_equal", "one_right", "diag_equal", "sides4"),
    "right triangle": ("all_equal", "no_equal", "all_acute", "three_lines", "opp_parallel"),
    "equilateral triangle": ("one_right", "no_equal", "opp_parallel", "one_pair", "sides4"),
}
"""What people believe of a kind although there is a shape of it for which it does not hold."""
_REASONS = {
    "sides3": "Count the sides of a {kind} again: are there three?",
    "sides4": "Count the sides of a {kind} again: are there four?",
    "sides6": "Count the sides of a {kind} again: are there six?",
    "all_equal": "You can draw a {kind} with sides that differ in length.",
    "right4": "You can draw a {kind} that leans, without four right angles.",
    "opp_parallel": "Look at a {kind}: some sides have no parallel partner.",
    "diag_equal": "Draw a {kind} and compare the lines: they can differ in length.",
    "one_right": "Check the angles of a {kind}: none of them has to be a right one.",
    "three_lines": "Try to fold a {kind} in three ways: not all of them have to fit.",
    "one_pair": "Count the pairs of parallel sides in a {kind} again.",
    "all_acute": "A {kind} can have an angle that is not smaller than a right one.",
    "no_equal": "You can draw a {kind} where two sides have the same length.",
    "two_long": "You can draw a {kind} without two long and two short sides.",
}


def _claimed(claim: str) -> Slip:
    def value(p: Params) -> str | None:
        believed = claim in _FALSE[p.kind] and claim not in p.left_out
        return _CLAIMS[claim] if believed else None

    return Slip(f"says_{claim}", value, _REASONS[claim])


def _holds(kind: str, words: str) -> bool:
    """Whether a claim in words is one that holds for every shape of the kind."""
    return words in {_CLAIMS[claim] for claim in _TRUE[kind]}


_BELIEVED = tuple(claim for claim in _CLAIMS if any(claim in of for of in _FALSE.values()))
_ALWAYS = Family(
    id="math.shape_families.always",
    skill="math.shape_families",
    grade=5,
    format=ItemFormat.CHOICE,
    time_s=45,
    params={
        "kind": tuple(_TRUE),
        "claim": tuple(claim for claim in _CLAIMS if not claim.startswith("sides")),
        "left_out": tuple((a, b) for a in _BELIEVED for b in _BELIEVED if a < b),
    },
    where=(lambda p: p.claim in _TRUE[p.kind] and not set(p.left_out).isdisjoint(_FALSE[p.kind]),),
    canon=lambda p: (p.kind, p.claim, frozenset(p.left_out) & frozenset(_FALSE[p.kind])),
    stem="Think of a shape we call a {kind}. Which is true for each one of them?",
    key=lambda p: _CLAIMS[p.claim],
    checker=lambda p, v: _holds(p.kind, str(v)),
    misconceptions=tuple(_claimed(claim) for claim in _BELIEVED),
    hints=("Draw a few of these shapes that look quite different.", "What do all of them share?"),
    steps=lambda p: (
        Step(f"Think of a {p.kind}, long or short, upright or turned."),
        Step(f"This always holds: {_CLAIMS[p.claim]}"),
    ),
    form=TEXT,
)

FAMILIES = (_PARALLEL, _ALWAYS)
