"""Seeing what a table of measurements shows."""

from functools import lru_cache
from itertools import pairwise

from vel_tutor.content.asking import Asking, Question, Slip, asking
from vel_tutor.content.family import Params, Step
from vel_tutor.content.worlds.people import rolls

_STUDIES = (
    ("plant food each week (g)", "height of the fern (cm)", "more plant food"),
    ("sand in the soil (%)", "worms found in it", "more sand"),
    ("width of the nest box (cm)", "visits by birds", "wider boxes"),
    ("drops of soap", "size of the bubbles (mm)", "more soap"),
    ("minutes of stirring", "height of the foam (mm)", "more stirring"),
    ("length of the wings (cm)", "time in the air (tenths of s)", "longer wings"),
    ("sugar in the water (g)", "ants counted", "more sugar"),
    ("layers of glue", "load the joint holds (N)", "more glue"),
    ("minutes of light", "eggs laid by the snails", "more light"),
)
"""What was changed, what was measured, and the change in words; any outcome is believable."""


@lru_cache(maxsize=512)
def _measured(seed: int) -> tuple[int, tuple[int, ...], tuple[int, ...]]:
    """Which study, and its two columns; the second goes up, goes down, or does neither."""
    rng = rolls("study", seed)
    step, first = rng.randrange(1, 6), rng.randrange(1, 6)
    inputs = tuple(first + step * i for i in range(5))
    start, slope = rng.randrange(30, 60), rng.randrange(5, 10)
    shape = rng.choice(("up", "down", "peak", "flat", "dip"))
    wobble = [rng.randrange(-1, 2) for _ in range(5)]
    bends = {
        "up": (0, 1, 2, 3, 4), "down": (4, 3, 2, 1, 0), "peak": (0, 2, 4, 2, 0), "flat": (0,) * 5,
        "dip": (4, 2, 0, 2, 4),
    }[shape]  # fmt: skip
    return (
        rng.randrange(len(_STUDIES)),
        inputs,
        tuple(start + slope * bend + w for bend, w in zip(bends, wobble, strict=True)),
    )


def _shape(values: tuple[int, ...]) -> str:
    changes = [after - before for before, after in pairwise(values)]
    if all(change > 2 for change in changes):
        return "up"
    if all(change < -2 for change in changes):
        return "down"
    if max(values) - min(values) <= 2:
        return "flat"
    return "peak" if values[2] > values[0] else "dip"


def _claims(seed: int) -> dict[str, str]:
    more = _STUDIES[_measured(seed)[0]][2]
    return {
        "up": f"With {more} the result keeps rising.",
        "down": f"With {more} the result keeps falling.",
        "flat": f"With {more} the result stays about equal.",
        "peak": f"With {more} the result rises, then falls.",
        "dip": f"With {more} the result falls, then rises.",
    }


_WHY_NOT = {
    "up": "The second number does not keep growing. Read down the column again.",
    "down": "The second number does not keep falling. Read down the column again.",
    "flat": "That is far more than a wobble. Compare the largest and the smallest result.",
    "peak": "The numbers would have to grow first and then fall. Follow the column from the top.",
    "dip": "The numbers would have to fall first and then grow. Follow the column from the top.",
}


def _table(seed: int) -> str:
    study, inputs, outputs = _measured(seed)
    head = f"{_STUDIES[study][0]} | {_STUDIES[study][1]}"
    rows = (f"{a} | {b}" for a, b in zip(inputs, outputs, strict=True))
    return "\n".join((head, *rows))


def _trend(p: Params) -> Question:
    _, _, outputs = _measured(p.study)
    shape, claims = _shape(outputs), _claims(p.study)
    wrong = {name: Slip(claim, _WHY_NOT[name]) for name, claim in claims.items() if name != shape}
    table = _table(p.study)
    return Question(
        stem="Read the table. What do the results show?",
        key=claims[shape],
        wrong=wrong,
        hints=(
            "The first column was changed on purpose. Read down the second column.",
            "Does the second number keep growing, keep falling, stay about the same, or turn?",
        ),
        steps=(
            Step("This is the first result.", table.split("\n")[1], f"{outputs[0]}"),
            Step("This is the last result.", table.split("\n")[-1], f"{outputs[-1]}"),
            Step(f"Read all the lines in between as well: {', '.join(map(str, outputs))}."),
        ),
        passage=table,
        same=_measured(p.study),
    )


def _trend_checks(p: Params, q: Question, answer: str) -> bool:
    """Read the column from the text and count how often it rises and falls."""
    column = [int(row.split(" | ")[1]) for row in q.passage.split("\n")[1:]]
    rises = sum(after - before > 2 for before, after in pairwise(column))
    falls = sum(before - after > 2 for before, after in pairwise(column))
    shape = {(4, 0): "up", (0, 4): "down", (0, 0): "flat"}.get((rises, falls))
    if shape is None:
        shape = "peak" if max(column) == column[2] else "dip"
    return _claims(p.study)[shape] == answer


_TREND = asking(
    Asking(
        id="science.graphs.trend",
        skill="science.trends",
        grade=5,
        time_s=60,
        params={"study": range(3000)},
        make=_trend,
        slips=("up", "down", "flat", "peak", "dip"),
        checker=_trend_checks,
    )
)

FAMILIES = (_TREND,)
