"""Questions written by hand: about passages, and about ideas in science.

Each is a family of one instance, so that everything that deals, shows and marks questions treats
them like the rest. The tables in `tables/passages` and `tables/science_items` hold the words.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from vel_tutor.content.family import Family, Misconception, Params, Step
from vel_tutor.content.forms import TEXT
from vel_tutor.content.tables import names, table
from vel_tutor.vocabulary import ItemFormat

_T = TypeVar("_T")
CELL = " | "
_SECONDS = 30
_WORDS_A_SECOND = 3
_QUESTIONS_A_READING = 3
"""A passage is read once, then looked up: each question is given a third of one reading."""


@dataclass(frozen=True)
class Passage:
    """A text and the rows of its questions, as written in its table."""

    id: str
    title: str
    genre: str
    grade: int
    text: str
    pair: str
    items: tuple[Mapping[str, Any], ...]

    @property
    def shown(self) -> str:
        return f"{self.title}\n\n{self.text}"

    @property
    def words(self) -> int:
        return len(self.text.split())


def _passage(row: Mapping[str, Any]) -> Passage:
    blocks = (block.strip() for block in row["text"].strip().split("\n\n"))
    return Passage(
        id=row["id"],
        title=row["title"],
        genre=row["genre"],
        grade=row["grade"],
        text="\n\n".join(_unwrapped(block, verse=row.get("verse", False)) for block in blocks),
        pair=row.get("pair", ""),
        items=tuple(row["items"]),
    )


def _unwrapped(block: str, *, verse: bool) -> str:
    """A paragraph as one line; verse and tables keep their lines."""
    kept = verse or all(CELL in line for line in block.splitlines())
    return block if kept else " ".join(block.split())


PASSAGES: dict[str, Passage] = {
    passage.id: passage for passage in (_passage(table(name)) for name in names("passages"))
}


def _constant(value: _T) -> Callable[[Params], _T]:
    """As a function, because templates would read braces and brackets of the author's words."""
    return lambda _: value


def _about_passage(passage: Passage, number: int) -> Family:
    row = passage.items[number]
    shown = _texts(passage, row)
    quotes: Sequence[str] = row["evidence"]
    return Family(
        id=f"reading.passage.{passage.id}.{number + 1}",
        skill=row["skill"],
        grade=passage.grade,
        time_s=_SECONDS + passage.words // (_WORDS_A_SECOND * _QUESTIONS_A_READING),
        passage=_constant(shown),
        hints=_constant((_where(shown, quotes[0]), f"Look at these words: “{quotes[0]}”")),
        steps=_constant(
            (*(Step("The text says:", quote) for quote in quotes), Step(str(row["why"])))
        ),
        misconceptions=tuple(
            _slip(f"{wrong['type']}_{place}", wrong["text"], wrong["why"])
            for place, wrong in enumerate(row["wrong"], 1)
        ),
        set_id=passage.id,
        **_common(row),
    )


def _texts(passage: Passage, row: Mapping[str, Any]) -> str:
    """The passage, with the other one of its pair where the question quotes both."""
    if all(quote in passage.text for quote in row["evidence"]) or not passage.pair:
        return passage.shown
    return f"{PASSAGES[passage.pair].shown}\n\n{passage.shown}"


def _where(shown: str, quote: str) -> str:
    blocks = shown.split("\n\n")[1:]
    number = next((n for n, block in enumerate(blocks, 1) if quote in block), 1)
    return f"Read part {number} of the text once more, then look at each answer again."


def _about_science(row: Mapping[str, Any]) -> Family:
    first, second = row["hints"]
    wrong = tuple(
        _slip(f"{item['idea'].replace(' ', '_')}_{place}", item["text"], item["why"])
        for place, item in enumerate(row["wrong"], 1)
    )
    return Family(
        id=f"science.items.{row['id']}",
        skill=row["skill"],
        grade=row["grade"],
        time_s=_SECONDS + len(row["stem"].split()) // _WORDS_A_SECOND,
        hints=_constant((first, second)),
        steps=_constant(
            (
                *(Step(f"“{item['text']}” {item['why']}") for item in row["wrong"]),
                Step(f"What is left: {row['key']} {row['why']}"),
            )
        ),
        misconceptions=wrong,
        **_common(row),
    )


def _common(row: Mapping[str, Any]) -> dict[str, Any]:
    key = " ".join(str(row["key"]).split())
    return {
        "format": ItemFormat.CHOICE,
        "params": {"item": (0,)},
        "stem": _constant(row["stem"]),
        "key": _constant(key),
        "checker": lambda _, value: TEXT.norm(value) == TEXT.norm(key),
        "form": TEXT,
        "authored": True,
        "level": 0.6 * row.get("level", 0),
    }


def _slip(name: str, text: str, why: str) -> Misconception:
    def value(_: Params) -> str:
        return text

    return Misconception(name, value, _constant(why))


AUTHORED: tuple[Family, ...] = (
    *(
        _about_passage(passage, number)
        for passage in PASSAGES.values()
        for number in range(len(passage.items))
    ),
    *(_about_science(row) for name in names("science_items") for row in table(name)["items"]),
)
