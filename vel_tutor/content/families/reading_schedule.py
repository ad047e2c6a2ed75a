"""Schedules in a table: looking up a cell, and finding what fits several wishes at once."""

from dataclasses import dataclass
from functools import lru_cache

from vel_tutor.content import reader
from vel_tutor.content.asking import Asking, Question, Slip, asking
from vel_tutor.content.family import Params, Step
from vel_tutor.content.worlds.people import NAMES, clock, rolls, some

_CLASSES = (
    "Clay Bowls", "Hip-Hop Steps", "Magic Tricks", "Robot Arms", "Bird Songs", "Knot Tying",
    "Chess Traps", "Bread Dough", "Shadow Plays", "Code Words", "Star Maps", "Silly Poems",
    "Drum Beats", "Paper Cranes",
)  # fmt: skip
_ROOMS = ("Room 2", "Room 5", "the gym", "the yard", "the attic", "the hall", "the lab", "Room 9")
_COLUMNS = ("time", "class", "place", "leader")


@dataclass(frozen=True)
class Row:
    """One class: minutes after twelve, what, where, and who leads it."""

    start: int
    end: int
    name: str
    place: str
    leader: str

    @property
    def cells(self) -> tuple[str, str, str, str]:
        return f"{clock(self.start)} to {clock(self.end)}", self.name, self.place, self.leader

    @property
    def line(self) -> str:
        return " | ".join(self.cells)


@lru_cache(maxsize=512)
def _rows(seed: int) -> tuple[Row, ...]:
    """Six classes, two at a time in three rounds."""
    rng = rolls("schedule", seed)
    names, places = some(rng, _CLASSES, 6), some(rng, _ROOMS, 6)
    leaders = some(rng, NAMES, 6)
    rows, at = [], rng.choice((60, 75, 90))
    for turn in range(3):
        lengths = some(rng, (30, 40, 45, 50, 60), 2)
        for half, minutes in enumerate(lengths):
            i = 2 * turn + half
            rows.append(Row(at, at + minutes, names[i], places[i], leaders[i]))
        at += max(lengths) + rng.choice((10, 15, 20))
    return tuple(rows)


def _passage(seed: int) -> str:
    head = " | ".join(_COLUMNS)
    return "\n".join(
        (
            "Fun Day at the School",
            "",
            "Pick your classes for the day. Two of them run at the same time.",
            "",
            head,
            *(row.line for row in _rows(seed)),
        )
    )


# --- one cell -------------------------------------------------------------------------------------

_LOOK_UPS = {
    "place": ("Where is {name}?", 2),
    "leader": ("Who leads {name}?", 3),
    "class": ("Which class is in {place}?", 1),
    "led": ("Which class does {leader} lead?", 1),
}


def _cell(p: Params) -> Question:
    rows = _rows(p.table)
    row = rows[p.row]
    text, column = _LOOK_UPS[p.ask]
    stem = text.format(name=row.name, place=row.place, leader=row.leader)
    known = {"place": row.name, "leader": row.name, "class": row.place, "led": row.leader}[p.ask]
    return Question(
        stem=stem,
        key=row.cells[column],
        wrong={
            f"row_{place}": Slip(
                other.cells[column],
                f"That is in another line: {', '.join(other.cells)}. Find {known}.",
            )
            for place, other in enumerate(rows)
            if place != p.row
        },
        hints=(
            "First find the right line of the table. Then go along it.",
            f"Find {known}. Stay in its line and go to the column “{_COLUMNS[column]}”.",
        ),
        steps=(Step(f"This is the line with {known}.", row.line, row.cells[column]),),
        passage=_passage(p.table),
        same=(rows, p.ask, p.row),
    )


def _cell_checks(p: Params, q: Question, answer: str) -> bool:
    """Both what is known and the answer stand in one line of the table."""
    known = q.stem.rstrip("?").split(maxsplit=2)[2]
    known = known.removeprefix("is in ").removeprefix("does ").removesuffix(" lead")
    lines = [line.split(" | ") for line in q.passage.split("\n")]
    return any(known in line and answer in line for line in lines)


# --- several wishes -------------------------------------------------------------------------------


def _plan(p: Params) -> Question | None:
    rows = _rows(p.table)
    free = (p.start, p.start + p.minutes)
    fits = [row for row in rows if free[0] <= row.start and row.end <= free[1]]
    if len(fits) != 1:
        return None
    who = next(name for name in NAMES[p.table % 7 :] if name not in {row.leader for row in rows})
    key = fits[0]
    return Question(
        stem=(
            f"{who} comes at {clock(free[0])} and must go at {clock(free[1])}. Which whole class"
            " can fit in?"
        ),
        key=key.name,
        wrong={
            f"row_{place}": Slip(row.name, _why_not(row, free))
            for place, row in enumerate(rows)
            if row is not key
        },
        hints=(
            "A class fits if it does not start too early and does not end too late.",
            f"Cross out every class that starts before {clock(free[0])}. Then look at the ends.",
        ),
        steps=(
            Step("This class is inside that time.", key.line, key.name),
            Step("Each of the others starts too early or ends too late."),
        ),
        passage=_passage(p.table),
        same=(rows, free),
    )


def _why_not(row: Row, free: tuple[int, int]) -> str:
    if row.start < free[0]:
        return f"{row.name} starts at {clock(row.start)}. That is before {clock(free[0])}."
    return f"{row.name} ends at {clock(row.end)}. That is after {clock(free[1])}."


def _plan_checks(p: Params, q: Question, answer: str) -> bool:
    """Read the times from the table and from the question."""
    came, goes = (reader.minutes(part) for part in q.stem.split(" and must go "))
    for line in q.passage.split("\n"):
        times, _, name = line.partition(" | ")
        if name.startswith(f"{answer} |"):
            begins, ends = (reader.minutes(part) for part in times.split(" to "))
            return came <= begins and ends <= goes
    return False


# --- how long -------------------------------------------------------------------------------------


def _longest(p: Params) -> Question | None:
    rows = _rows(p.table)
    lengths = sorted((row.end - row.start for row in rows), reverse=p.ask == "longest")
    if lengths[0] == lengths[1]:
        return None
    key = next(row for row in rows if row.end - row.start == lengths[0])
    return Question(
        stem=f"Which class is the {p.ask}?",
        key=key.name,
        wrong={
            f"row_{place}": Slip(
                row.name,
                f"{row.name} takes {row.end - row.start} minutes. Is there a {p.ask[:-3]}er one?",
            )
            for place, row in enumerate(rows)
            if row is not key
        },
        hints=(
            "The table gives a start and an end. The length is what lies between.",
            "Work out the minutes for each line. Remember: an hour has 60 minutes.",
        ),
        steps=tuple(
            Step(f"This takes {row.end - row.start} minutes.", row.line, row.name) for row in rows
        ),
        passage=_passage(p.table),
        same=(rows, p.ask),
    )


def _longest_checks(p: Params, q: Question, answer: str) -> bool:
    lengths = {}
    for line in q.passage.split("\n"):
        cells = line.split(" | ")
        if reader.CLOCK.search(cells[0]):
            begins, ends = (reader.minutes(part) for part in cells[0].split(" to "))
            lengths[cells[1]] = ends - begins
    best = max if p.ask == "longest" else min
    return lengths.get(answer) == best(lengths.values())


_SLIPS = tuple(f"row_{place}" for place in range(6))
_TABLES = range(6000)

FAMILIES = (
    asking(
        Asking(
            id="reading.schedule.cell",
            skill="reading.schedules",
            grade=3,
            time_s=45,
            params={"table": _TABLES, "row": range(6), "ask": tuple(_LOOK_UPS)},
            make=_cell,
            slips=_SLIPS,
            checker=_cell_checks,
        )
    ),
    asking(
        Asking(
            id="reading.schedule.length",
            skill="reading.schedules",
            grade=4,
            time_s=75,
            params={"table": _TABLES, "ask": ("longest", "shortest")},
            make=_longest,
            slips=_SLIPS,
            checker=_longest_checks,
        )
    ),
    asking(
        Asking(
            id="reading.schedule.plan",
            skill="reading.planning",
            grade=5,
            time_s=75,
            params={
                "table": _TABLES,
                "start": range(60, 300, 5),
                "minutes": range(50, 120, 5),
            },
            make=_plan,
            slips=_SLIPS,
            checker=_plan_checks,
        )
    ),
)
