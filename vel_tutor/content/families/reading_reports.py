"""News reports with figures: which statement the report supports."""

from dataclasses import dataclass
from functools import lru_cache

from vel_tutor.content import reader
from vel_tutor.content.asking import Asking, Question, Slip, asking
from vel_tutor.content.facts import Fact, Line, Telling, look
from vel_tutor.content.family import Params, Step
from vel_tutor.content.worlds.people import rolls, some

_TOWNS = ("Alderton", "Birch Bay", "Clayfield", "Dunmore", "Elm Hollow", "Fernside", "Graypool",
          "Hazelby", "Ironwell", "Juniper Falls")  # fmt: skip
_TOPICS = (
    ("Libraries Lend More Than Books", "Town libraries now lend tools, games and seeds.", "loans",
     "A librarian says that people come for a drill and leave with a novel.",
     "more people own a drill"),
    ("Counting Swallows", "Each May, volunteers count the nests of swallows under roofs.", "nests",
     "One volunteer says that mud for the nests is hard to find in dry years.",
     "farmers leave more mud"),
    ("Who Takes the Bus?", "Three towns have tried cheaper bus tickets for young people.", "riders",
     "A driver says that mornings are as full as before, but evenings have changed.",
     "parents drive less"),
    ("Trees for Hot Streets", "Three towns have planted trees where summers are hot.", "trees",
     "A gardener says that a young tree needs ten buckets of water each week.",
     "the summers are cooler now"),
    ("More Noise in the Gym", "Sports clubs in three towns have opened their doors to beginners.",
     "members", "A coach says that beginners often bring a friend along.",
     "the clubs have become cheaper"),
)  # fmt: skip


@dataclass(frozen=True)
class Report:
    topic: int
    towns: tuple[str, ...]
    old: tuple[int, ...]
    new: tuple[int, ...]


@lru_cache(maxsize=512)
def _report(seed: int) -> Report:
    """Three towns, all figures different, two of them growing and one shrinking."""
    rng = rolls("report", seed)
    towns = some(rng, _TOWNS, 3)
    old = tuple(10 * n for n in some(rng, range(12, 60), 3))
    changes = [rng.randrange(5, 11), rng.randrange(11, 21), -rng.randrange(3, 9)]
    rng.shuffle(changes)
    new = tuple(n + 10 * change for n, change in zip(old, changes, strict=True))
    return Report(rng.randrange(len(_TOPICS)), towns, old, new)


def _tell(report: Report) -> Telling:
    title, opening, noun, voice, _ = _TOPICS[report.topic]
    lines = [
        Line(
            f"In {town}, there were {old} {noun} last year and {new} this year.",
            (Fact(town, "last year", str(old)), Fact(town, "this year", str(new))),
        )
        for town, old, new in zip(report.towns, report.old, report.new, strict=True)
    ]
    closing = Line(
        "The towns will publish the next figures in a year, and they will be compared again."
    )
    return Telling(
        title,
        (
            (Line(opening), Line("The first figures are out, and they do not all look alike.")),
            tuple(lines),
            (Line(voice), Line("Nobody has studied the reasons yet."), closing),
        ),
    )


def _statements(report: Report) -> dict[str, tuple[str, bool, str]]:
    """Under each id a statement, whether the figures bear it out, and what it gets wrong."""
    noun, guess = _TOPICS[report.topic][2], _TOPICS[report.topic][4]
    rows = sorted(zip(report.towns, report.old, report.new, strict=True), key=lambda r: r[2] - r[1])
    (fell, *_), (some_, *_), (most, *_) = rows
    top_new = max(rows, key=lambda row: row[2])[0]
    top_old = max(rows, key=lambda row: row[1])[0]
    other_new = next(town for town in report.towns if town not in (top_new, top_old))
    return {
        "largest_gain": (f"{most} gained the most {noun}.", True, ""),
        "only_fall": (f"Only {fell} has fewer {noun} than last year.", True, ""),
        "largest_now": (f"This year {top_new} has the most {noun}.", True, ""),
        "all_grew": (f"All three towns gained {noun}.", False, fell),
        "smaller_gain": (f"{some_} gained the most {noun}.", False, some_),
        "fall_elsewhere": (f"Only {most} has fewer {noun} than last year.", False, most),
        "not_largest": (f"This year {other_new} has the most {noun}.", False, other_new),
        "cause": (f"The figures changed because {guess}.", False, ""),
    }


_MISREAD = {
    "all_grew": "Not all of them: one went down.",
    "smaller_gain": "It did gain, but another town gained more.",
    "fall_elsewhere": "That town went up, not down.",
    "not_largest": "Another town has a larger figure this year.",
}
_TRUE = ("largest_gain", "only_fall", "largest_now")
_FALSE = ("all_grew", "smaller_gain", "fall_elsewhere", "not_largest", "cause")


def _supported(p: Params) -> Question:
    report = _report(p.report)
    told, statements = _tell(report), _statements(report)
    wrong = {
        slip: Slip(
            statements[slip][0],
            f"{_MISREAD[slip]} {look(told.quote(town, 'this year'))}"
            if (town := statements[slip][2])
            else "The report names no cause: “Nobody has studied the reasons yet.”",
        )
        for slip in _FALSE
    }
    return Question(
        stem="Which statement does the report support?",
        key=statements[p.true][0],
        wrong=wrong,
        hints=(
            "For each statement, find the figures that could prove it or break it.",
            "Subtract last year from this year for each town. A cause must be stated to count.",
        ),
        steps=tuple(
            Step(f"{town}: a change of {new - old}.", told.quote(town, "this year"), f"{new - old}")
            for town, old, new in zip(report.towns, report.old, report.new, strict=True)
        ),
        passage=told.text,
        same=(report, p.true),
    )


def _checks(p: Params, q: Question, answer: str) -> bool:
    """Read the figures back from the sentences and test the statement on them."""
    figures: dict[str, tuple[int, int]] = {}
    for town in _TOWNS:
        for part in reader.saying(q.passage, town):
            numbers = [int(word) for word in part.split() if word.isdigit()]
            if len(numbers) == 2:
                figures[town] = (numbers[0], numbers[1])
    gains = {town: new - old for town, (old, new) in figures.items()}
    named = [town for town in figures if reader.says(answer, town)]
    if " gained the most " in answer:
        return gains[named[0]] == max(gains.values())
    if answer.startswith("Only "):
        return [town for town, gain in gains.items() if gain < 0] == named
    if answer.startswith("This year "):
        return figures[named[0]][1] == max(new for _, new in figures.values())
    return answer.startswith("All ") and min(gains.values()) > 0


FAMILIES = (
    asking(
        Asking(
            id="reading.reports.supported",
            skill="reading.evidence",
            grade=6,
            time_s=90,
            params={"report": range(6000), "true": _TRUE},
            make=_supported,
            slips=_FALSE,
            checker=_checks,
        )
    ),
)
