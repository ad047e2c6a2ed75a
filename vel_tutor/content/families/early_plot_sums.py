"""Grade 5: adding up what a line plot of fractions shows."""

from fractions import Fraction

from vel_tutor.content import figures_early as draw
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import FRACTION
from vel_tutor.vocabulary import ItemFormat


def _cups(p: Params) -> dict[str, object]:
    counts = (p.c1, p.c2, p.c3)
    total = sum(Fraction(k * n, p.d) for k, n in zip((1, 2, 3), counts, strict=True))
    return {
        "counts": counts,
        "many": sum(counts),
        "top": p.c1 + 2 * p.c2 + 3 * p.c3,
        "total": total,
        "labels": tuple(f"{k}/{p.d}" for k in (1, 2, 3)),
    }


def _cups_told(p: Params) -> str:
    rows = zip(p.labels, p.counts, strict=True)
    return "A line plot. " + " ".join(f"At {label}: {'x ' * n or 'none'}." for label, n in rows)


_TOTAL = Family(
    id="math.frac_add_like.line_plot",
    skill="math.frac_add_like",
    grade=5,
    format=ItemFormat.FRACTION,
    time_s=55,
    params={
        "d": (4, 5, 6, 8, 10),
        "c1": range(1, 6),
        "c2": range(1, 6),
        "c3": range(1, 6),
        "what": ("cups", "glasses", "jars"),
    },
    derive=_cups,
    where=(lambda p: p.total.denominator > 1 and p.many != p.top,),
    canon=lambda p: (p.d, p.counts),
    stem="Each cross is one of the {what}. The line shows how many liters it holds. How many liters"
    " do all the {what} hold?",
    key=lambda p: p.total,
    checker=lambda p, v: (
        v
        == sum(
            Fraction(label) for label, n in zip(p.labels, p.counts, strict=True) for _ in range(n)
        )
    ),
    misconceptions=(
        Slip("counts_crosses", lambda p: p.many, "You counted the {what}. Add what they hold."),
        Slip(
            "each_mark_once",
            lambda p: Fraction(6, p.d),
            "You added each mark once. There are more crosses over some of them.",
        ),
        Slip(
            "tops_only", lambda p: Fraction(p.top), "{top} counts the parts. One part is [[1/{d}]]."
        ),
        Slip(
            "all_alike",
            lambda p: Fraction(p.many, p.d),
            "Not each of the {what} holds [[1/{d}]]. Look below each cross.",
        ),
        Slip(
            "last_only", lambda p: Fraction(3 * p.c3, p.d), "Those are the fullest. Add the others."
        ),
    ),
    hints=(
        "How much do the {what} over the first mark hold together?",
        "Do it for each mark, add.",
    ),
    steps=(
        Step("Count the parts.", "{c1} * 1 + {c2} * 2 + {c3} * 3", "{top}"),
        Step("Each part is [[1/{d}]].", "{top}/{d}", "{total}"),
    ),
    form=FRACTION,
    figure=lambda p: draw.line_plot(_cups_told(p), p.labels, p.counts, "liters"),
    alt=_cups_told,
)

FAMILIES = (_TOTAL,)
