"""A question as it is asked, on any screen that asks one: nothing here tells the answer."""

import hashlib
from collections.abc import Iterator

from vel_tutor import content
from vel_tutor.domain.practice.views import CellView, ChoiceView, PartView, QuestionView, RowView
from vel_tutor.media import maths, passages
from vel_tutor.vocabulary import ItemFormat

_WRITE_LIKE = {
    "remainder": "Like 5 R 2: the quotient, R, the remainder",
    "point": "Like (3, -2): two numbers with a comma",
    "ratio": "Like 3 : 4: two numbers with a colon",
    "expression": "Like 3x + 2",
    "word": "One word",
    "fraction": "Like 3/4",
    "mixed": "Like 1 1/2",
    "money": "Like $2.50",
    "percent": "Like 25%",
}
"""What a typed answer looks like, by the form of the family; all others are plain numbers."""
_HOW = {
    ItemFormat.CHOICE: "",
    ItemFormat.MULTI: "Choose every answer that is right.",
    ItemFormat.ORDER: "Pick one for each place.",
    ItemFormat.MATCH: "Pick the partner of each.",
    ItemFormat.TABLE: "Write a number into each empty box.",
    ItemFormat.CLOZE: "Pick the word for each gap.",
}
_KINDS = {
    ItemFormat.CHOICE: "choice",
    ItemFormat.MULTI: "multi",
    ItemFormat.ORDER: "parts",
    ItemFormat.MATCH: "parts",
    ItemFormat.CLOZE: "parts",
    ItemFormat.TABLE: "table",
}


def asked(item: content.Item, position: int) -> QuestionView:
    """The question `item` as number `position`, from 0, without hints and without a clock."""
    kind = _KINDS.get(item.format, "typed")
    texts = tuple(choice.text for choice in item.choices)
    shown = (item.stem, item.passage, item.figure, texts, item.parts, item.grid)
    return QuestionView(
        position=position,
        looks=_digest(shown),
        number=position + 1,
        kind=kind,
        typed=kind == "typed",
        write_like=_HOW.get(item.format, _looks_like(item)),
        html=maths.to_html(item.stem),
        passage=passages.to_html(item.passage),
        figure=item.figure,
        alt=item.alt,
        choices=_tiles(tuple(choice.text for choice in item.choices)),
        parts=tuple(_part(at, part) for at, part in enumerate(item.parts)),
        grid=_rows(item),
        expected_s=item.time_s,
        skill=content.skill(item.skill).name,
    )


def _digest(shown: tuple[object, ...]) -> str:
    """Tells questions apart that begin with the same words, and says nothing else of them."""
    return hashlib.blake2s(repr(shown).encode(), digest_size=6).hexdigest()


def _looks_like(item: content.Item) -> str:
    return _WRITE_LIKE.get(content.family(item.family).form.name, "A number, like 12 or 2.5")


def _tiles(texts: tuple[str, ...]) -> tuple[ChoiceView, ...]:
    return tuple(
        ChoiceView(at, maths.to_html(text), maths.spoken(text)) for at, text in enumerate(texts)
    )


def _part(position: int, part: content.Part) -> PartView:
    label = part.label
    return PartView(position, maths.to_html(label), maths.spoken(label), _tiles(part.options))


def _rows(item: content.Item) -> tuple[RowView, ...]:
    """The table to fill; its blanks are the parts of the answer in reading order."""
    blanks = iter(enumerate(item.parts))
    return tuple(
        RowView(at == 0, tuple(_cell(cell, blanks) for cell in row))
        for at, row in enumerate(item.grid)
    )


def _cell(cell: str, blanks: Iterator[tuple[int, content.Part]]) -> CellView:
    if cell != content.BLANK:
        return CellView(html=maths.to_html(cell))
    at, part = next(blanks)
    return CellView(part=at, words=part.label)
