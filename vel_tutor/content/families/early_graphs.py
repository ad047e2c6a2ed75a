"""Grades 2 and 3: picture graphs, line plots and scales."""

from vel_tutor.content import figures_early as draw
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.vocabulary import ItemFormat

_TOPICS = (
    ("Pets at home", ("cats", "dogs", "fish", "birds")),
    ("Fruit we like", ("pears", "plums", "figs", "grapes")),
    ("Trees seen", ("oaks", "firs", "pines", "elms")),
    ("Toys sold", ("cars", "balls", "kites", "tops")),
)
_GRAPH = {
    "counts": tuple(
        (a, b, c, d)
        for a in range(1, 9)
        for b in range(1, 9)
        for c in range(1, 9)
        for d in range(1, 9)
        if len({a, b, c, d}) == 4
    )[::7],
    "pair": tuple((i, j) for i in range(4) for j in range(4) if i != j),
    "topic": _TOPICS,
    "kind": ("dot", "star", "square"),
}


def _graph(p: Params, each: int) -> dict[str, object]:
    names = p.topic[1]
    more, less = (p.counts[i] for i in p.pair)
    return {
        "title": p.topic[0],
        "names": names,
        "one": names[p.pair[0]],
        "two": names[p.pair[1]],
        "x": more * each,
        "y": less * each,
        "pictures_x": more,
        "pictures_y": less,
        "gap": (more - less) * each,
        "both": (more + less) * each,
        "all": sum(p.counts) * each,
    }


def _graph_told(p: Params) -> str:
    rows = zip(p.names, p.counts, strict=True)
    told = "; ".join(f"{name}: {', '.join([p.kind] * n)}" for name, n in rows)
    return f"A picture graph, {p.title}. {told}. One {p.kind} stands for {p.get('each', 1)}."


def _told_count(p: Params, name: str) -> int:
    """How many pictures the words for the graph give to a name."""
    row = _graph_told(p).split(f"{name}: ")[1]
    return row.split(";")[0].split(". One")[0].count(p.kind)


_MORE = Family(
    id="math.picture_graphs.more",
    skill="math.picture_graphs",
    grade=2,
    format=ItemFormat.NUMERIC,
    time_s=30,
    params=_GRAPH,
    derive=lambda p: _graph(p, 1),
    where=(lambda p: p.gap > 0 and p.gap != p.y,),
    stem="How many more {one} than {two} does the graph show?",
    key=lambda p: p.gap,
    checker=lambda p, v: _told_count(p, p.one) == v + _told_count(p, p.two),
    misconceptions=(
        Slip("first_row", lambda p: p.x, "That is all the {one}. How many more than {two}?"),
        Slip("second_row", lambda p: p.y, "Those are the {two}. Now compare with the {one}."),
        Slip("adds", lambda p: p.both, "You put {one} and {two} together. Compare them."),
        Slip("one_over", lambda p: p.gap + 1, "One too many. Start where the short row ends."),
        Slip("one_short", lambda p: p.gap - 1, "One too few. Count where the long row sticks out."),
    ),
    hints=("Find the rows of {one} and {two}.", "How far does the long row stick out?"),
    steps=(Step("Take the short row from the long row.", "{x} - {y}", "{gap}"),),
    figure=lambda p: draw.picture_graph(_graph_told(p), p.kind, p.names, p.counts, 1),
    alt=_graph_told,
)

_SCALED = Family(
    id="math.picture_graphs.scaled",
    skill="math.picture_graphs",
    grade=3,
    format=ItemFormat.NUMERIC,
    time_s=40,
    params={**_GRAPH, "each": (2, 3, 4, 5, 10)},
    derive=lambda p: {**_graph(p, p.each), "pictures": p.counts[p.pair[0]] + p.counts[p.pair[1]]},
    stem="How many {one} and {two} are there in all?",
    key=lambda p: p.both,
    checker=lambda p, v: (
        v == sum(p.each for name in (p.one, p.two) for _ in range(_told_count(p, name)))
    ),
    misconceptions=(
        Slip("counts_pictures", lambda p: p.pictures, "Each {kind} stands for {each}, not for 1."),
        Slip("one_row", lambda p: p.x, "Those are the {one}. Add the {two}."),
        Slip("other_row", lambda p: p.y, "Those are the {two}. Add the {one}."),
        Slip(
            "scales_once",
            lambda p: p.x + p.pictures_y,
            "Each {kind} in both rows stands for {each}.",
        ),
        Slip("whole_graph", lambda p: p.all, "You added all four rows. Take just two of them."),
        Slip("compares", lambda p: abs(p.gap), "You compared the rows. Put them together."),
    ),
    hints=("How much does one {kind} stand for?", "Count the pictures in both rows first."),
    steps=(
        Step("Pictures in both rows:", "{pictures_x} + {pictures_y}", "{pictures}"),
        Step("Each stands for {each}.", "{pictures} * {each}", "{both}"),
    ),
    figure=lambda p: draw.picture_graph(_graph_told(p), p.kind, p.names, p.counts, p.each),
    alt=_graph_told,
)


def _plot(p: Params) -> dict[str, object]:
    marks = tuple(range(p.first, p.first + 6))
    counts = tuple((p.seed // 5**i) % 5 for i in range(6))
    at = marks.index(p.first + p.cut)
    part = counts[at + 1 :] if p.way == "longer" else counts[:at]
    return {
        "marks": marks,
        "counts": counts,
        "k": p.first + p.cut,
        "on": counts[at],
        "n": sum(part),
        "all": sum(counts),
        "other": sum(counts) - sum(part) - counts[at],
        "spots": len(part),
        "parts": " + ".join(map(str, part)),
    }


def _plot_told(p: Params) -> str:
    rows = zip(p.marks, p.counts, strict=True)
    return "A line plot of lengths. " + " ".join(f"{m} cm: {'x ' * n or 'none'}." for m, n in rows)


_LONGER = Family(
    id="math.line_plots.longer",
    skill="math.line_plots",
    grade=3,
    format=ItemFormat.NUMERIC,
    time_s=35,
    params={
        "first": range(2, 9),
        "seed": range(400, 15_000, 53),
        "cut": (1, 2, 3, 4),
        "way": ("longer", "shorter"),
        "what": ("leaves", "worms", "nails", "twigs", "beans"),
    },
    derive=_plot,
    where=(lambda p: p.on > 0 and p.n > 1 and p.other != p.n and max(p.counts) > 1,),
    canon=lambda p: (p.first, p.seed, p.cut, p.way),
    stem="Each cross is one of the {what}. How many {what} are {way} than {k} cm?",
    key=lambda p: p.n,
    checker=lambda p, v: (
        v
        == sum(
            n
            for m, n in zip(p.marks, p.counts, strict=True)
            if (m > p.k if p.way == "longer" else m < p.k)
        )
    ),
    misconceptions=(
        Slip("takes_the_mark_too", lambda p: p.n + p.on, "Those at {k} cm are not {way} than {k}."),
        Slip("other_side", lambda p: p.other, "You counted the other side of {k} cm."),
        Slip("on_the_mark", lambda p: p.on, "Those are {k} cm long, and no {way} than that."),
        Slip("all", lambda p: p.all, "You counted all of them. Only those {way} than {k} cm."),
        Slip("counts_marks", lambda p: p.spots, "Count the crosses, not the marks on the line."),
        Slip("not_the_others", lambda p: p.all - p.n, "Those are all the ones that are not {way}."),
    ),
    hints=("Put your finger on {k} cm.", "Count the crosses on one side of it only."),
    steps=(Step("Add the crosses {way} than {k} cm.", "{parts}", "{n}"),),
    figure=lambda p: draw.line_plot(
        _plot_told(p), [str(m) for m in p.marks], p.counts, "length in cm"
    ),
    alt=_plot_told,
)


def _scale(p: Params) -> dict[str, int]:
    small = p.big // p.parts
    return {
        "small": small,
        "n": p.mark * small,
        "label": p.mark // p.parts * p.big,
        "past": p.mark % p.parts,
        "top": 3 * p.big,
    }


def _scale_told(p: Params) -> str:
    labels = ", ".join(str(p.big * i) for i in range(4))
    return (
        f"A scale with labels {labels}. Each step has {p.parts} small parts. The pointer is"
        f" {p.past} small parts after {p.label}."
    )


_SCALE = Family(
    id="math.scales.read",
    skill="math.scales",
    grade=3,
    format=ItemFormat.NUMERIC,
    time_s=35,
    params={
        "big": (10, 20, 50, 100, 200, 500),
        "parts": (2, 4, 5, 10),
        "mark": range(1, 30),
        "what": (("bag of rice", "g"), ("jug of milk", "mL"), ("bowl of nuts", "g")),
    },
    derive=lambda p: {**_scale(p), "thing": p.what[0], "of": p.what[1]},
    where=(
        lambda p: p.big % p.parts == 0 and p.mark < 3 * p.parts and p.past > 0,
        lambda p: p.small > 1,
    ),
    stem="The scale shows how much is in a {thing}. What does the arrow show?",
    key=lambda p: p.n,
    checker=lambda p, v: v * p.parts == p.mark * p.big,
    misconceptions=(
        Slip(
            "steps_of_one",
            lambda p: p.label + p.past,
            "Each small part is more than 1. Share {big} into {parts} parts.",
        ),
        Slip(
            "steps_of_ten",
            lambda p: p.label + 10 * p.past,
            "A small part is not always 10. Share {big} into {parts} parts.",
        ),
        Slip("label_before", lambda p: p.label or None, "The arrow is past {label}. How far?"),
        Slip("label_after", lambda p: p.label + p.big, "The arrow is not there yet. Count parts."),
        Slip("one_part_over", lambda p: p.n + p.small, "One small part too many. Count again."),
        Slip("one_part_short", lambda p: p.n - p.small, "One small part too few. Count again."),
    ),
    hints=("How much is one small part?", "There are {parts} small parts in each {big}."),
    steps=(
        Step("One small part:", "{big} ÷ {parts}", "{small}"),
        Step("Count on from {label}.", "{label} + {past} * {small}", "{n}"),
    ),
    unit="{of}",
    figure=lambda p: draw.number_line(
        _scale_told(p), [str(p.big * i) for i in range(4)], p.parts, p.mark, "▼"
    ),
    alt=_scale_told,
)

FAMILIES = (_MORE, _SCALED, _LONGER, _SCALE)
