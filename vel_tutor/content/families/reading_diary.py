"""Diaries that jump back in time: the order things happened in, not the order they are told."""

from dataclasses import dataclass
from functools import lru_cache

from vel_tutor.content import reader
from vel_tutor.content.asking import Asking, Question, Slip, asking
from vel_tutor.content.facts import Fact, Line, Telling, look
from vel_tutor.content.family import Params, Step
from vel_tutor.content.tables import table
from vel_tutor.content.worlds.people import rolls, some

_DAYS = table("outings")["days"]
_STARTS = (
    ("In the morning I {}.", "Then I {}.", "Later I {}.", "In the evening I {}."),
    ("First I {}.", "After that I {}.", "Next I {}.", "As the last thing I {}."),
)
_BACK = ("Just before that, I had {}.", "Right before I did this, I had {}.")


@dataclass(frozen=True)
class Day:
    """Five deeds in the order they happened; one is told late."""

    of: int
    deeds: tuple[tuple[str, str], ...]
    told_late: int
    """The place of the deed told only after the one that followed it."""
    way: int
    asides: tuple[str, ...]


@lru_cache(maxsize=512)
def _day(seed: int) -> Day:
    rng = rolls("diary", seed)
    of = rng.randrange(len(_DAYS))
    deeds = tuple((did, done) for did, done in some(rng, _DAYS[of]["deeds"], 5))
    asides = some(rng, _DAYS[of]["asides"], 3)
    return Day(of, deeds, rng.randrange(4), rng.randrange(4), asides)


def _tell(day: Day) -> Telling:
    frames = iter(_STARTS[day.way % 2])
    lines = []
    for turn, (did, _) in enumerate(day.deeds):
        if turn == day.told_late:
            continue
        lines.append(Line(next(frames).format(did), (Fact(did, "turn", str(turn)),)))
        if turn == day.told_late + 1:
            late, done = day.deeds[day.told_late]
            fact = Fact(late, "turn", str(day.told_late))
            lines.append(Line(_BACK[day.way // 2].format(done), (fact,)))
        if len(lines) in (2, 4):
            lines.append(Line(day.asides[len(lines) // 2 - 1]))
    plan = _DAYS[day.of]
    cut = 3 if len(lines) < 7 else 4
    parts = (lines[:cut], lines[cut:])
    return Telling(
        plan["title"],
        ((Line(plan["opening"]),), *(tuple(part) for part in parts), (Line(plan["closing"]),)),
    )


_ASKS = {
    "first": "Which of these did the writer do first?",
    "last": "Which of these did the writer do last?",
    "after": "What did the writer do right after this? “I {}.”",
    "before": "What did the writer do right before this? “I {}.”",
}


def _order(p: Params) -> Question | None:
    day = _day(p.day)
    wanted = {"first": 0, "last": 4, "after": p.at + 1, "before": p.at - 1}[p.ask]
    if not 0 <= wanted <= 4 or (p.ask in ("first", "last") and p.at):
        return None
    told = _tell(day)
    did = [deed for deed, _ in day.deeds]
    quotes = [told.quote(deed, "turn") for deed in did]
    skipped = {wanted} if p.ask in ("first", "last") else {wanted, p.at}
    return Question(
        stem=_ASKS[p.ask].format(did[p.at]),
        key=f"I {did[wanted]}.",
        wrong={
            f"turn_{turn}": Slip(f"I {deed}.", _why_not(day, p, turn, quotes[turn]))
            for turn, deed in enumerate(did)
            if turn not in skipped
        },
        hints=(
            "The writer jumps back once. Find the sentence with “before” and “had”.",
            "Write the five things in the order they happened, then look at the question again.",
        ),
        steps=tuple(
            Step(f"Number {turn + 1} in time:", quote, did[turn])
            for turn, quote in enumerate(quotes)
        ),
        passage=told.text,
        same=(day.of, day.deeds, day.told_late, p.ask, p.at),
    )


def _why_not(day: Day, p: Params, turn: int, quote: str) -> str:
    if turn == day.told_late:
        return f"That is told late, but it happened earlier. {look(quote)}"
    if day.told_late in (turn - 1, turn + 1):
        return f"Mind the jump back in time near this part. {look(quote)}"
    return f"That was number {turn + 1} of the five things. {look(quote)}"


def _timeline(text: str, deeds: tuple[tuple[str, str], ...]) -> list[str]:
    """The deeds in the order they happened, from the words “before” and “had” in the text."""
    order: list[str] = []
    for part in reader.sentences(text):
        for did, done in deeds:
            if reader.says(part, f"I had {done}"):
                order.insert(len(order) - 1, f"I {did}.")
            elif reader.says(part, f"I {did}"):
                order.append(f"I {did}.")
    return order


def _checks(p: Params, q: Question, answer: str) -> bool:
    day = _day(p.day)
    order = _timeline(q.passage, day.deeds)
    here = order.index(f"I {day.deeds[p.at][0]}.")
    want = {"first": 0, "last": -1, "after": here + 1, "before": here - 1}[p.ask]
    return order[want] == answer


FAMILIES = (
    asking(
        Asking(
            id="reading.diary.order",
            skill="reading.flashback",
            grade=4,
            time_s=75,
            params={
                "day": range(6000),
                "ask": ("first", "last", "after", "after", "before", "before"),
                "at": range(5),
            },
            make=_order,
            slips=tuple(f"turn_{turn}" for turn in range(5)),
            checker=_checks,
        )
    ),
)
