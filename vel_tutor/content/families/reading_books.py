"""Finding one's way in a book: contents, pages, glossary and index."""

from functools import lru_cache
from typing import Any

from vel_tutor.content import reader
from vel_tutor.content.asking import Asking, Question, Slip, asking
from vel_tutor.content.facts import look
from vel_tutor.content.family import Params, Step
from vel_tutor.content.tables import table
from vel_tutor.content.worlds.people import rolls

_BOOKS: list[dict[str, Any]] = table("books")["books"]
_CHAPTERS = 6


@lru_cache(maxsize=512)
def _pages(book: int, seed: int) -> tuple[int, ...]:
    """Where each chapter begins, then the glossary and the index."""
    rng = rolls(f"book/{book}", seed)
    at, pages = rng.randrange(3, 7), []
    for _ in range(_CHAPTERS + 2):
        pages.append(at)
        at += rng.randrange(6, 15)
    return tuple(pages)


@lru_cache(maxsize=512)
def _told(book: int, seed: int) -> str:
    """The first page of the book as the reader sees it."""
    row, pages = _BOOKS[book], _pages(book, seed)
    rows = [
        f"{chapter} | {page}" for (chapter, _), page in zip(row["chapters"], pages, strict=False)
    ]
    rows += [f"Glossary | {pages[-2]}", f"Index | {pages[-1]}"]
    return "\n\n".join(
        (
            row["title"],
            "This page shows what is in the book. Each number is the page where a part begins.",
            "\n".join(("part | page", *rows)),
            "The glossary tells what hard words mean. The index lists all topics from A to Z, "
            "with the pages where you can find them.",
        )
    )


def _part(p: Params) -> Question:
    row, pages = _BOOKS[p.book], _pages(p.book, p.seed)
    names = [*(chapter for chapter, _ in row["chapters"]), "Glossary", "Index"]
    asked = {
        "topic": f"You want to know {row['chapters'][p.at][1]}. Which part do you read?",
        "page": f"You open the book at page {_inside(p)}. Which part are you in?",
        "word": f"You do not know the word “{row['words'][p.at % 3]}”. Where do you look first?",
        "all": f"You want each page that speaks of {_lower(row)}. Where do you look first?",
    }[p.ask]
    right = {"topic": p.at, "page": p.at, "word": _CHAPTERS, "all": _CHAPTERS + 1}[p.ask]
    quote = {
        "topic": f"{names[right]} | {pages[right]}",
        "page": f"{names[right]} | {pages[right]}",
        "word": "The glossary tells what hard words mean.",
        "all": "The index lists all topics from A to Z, with the pages where you can find them.",
    }[p.ask]
    return Question(
        stem=asked,
        key=names[right],
        wrong={
            f"part_{at}": Slip(name, _why_not(p, at, right, f"{name} | {pages[at]}"))
            for at, name in enumerate(names)
            if at != right
        },
        hints=(
            "Read all the names in the table before you choose.",
            "A part goes on until the page where the next one begins."
            if p.ask == "page"
            else "Which name has to do with what you want to know?",
        ),
        steps=(Step("Here you can see it.", quote, names[right]),),
        passage=_told(p.book, p.seed),
        same=(p.book, p.ask, p.at, _inside(p) if p.ask == "page" else 0),
    )


def _lower(row: dict[str, Any]) -> str:
    return f"“{row['words'][0]}”"


def _inside(p: Params) -> int:
    """A page in the middle of the part."""
    pages = _pages(p.book, p.seed)
    return pages[p.at] + 1 + p.more % (pages[p.at + 1] - pages[p.at] - 1)


def _why_not(p: Params, at: int, right: int, quote: str) -> str:
    if p.ask == "page":
        side = "has ended by then" if at < right else "has not begun yet"
        return f"That part {side}. {look(quote)}"
    if p.ask == "word":
        return f"A chapter or a list of pages does not explain words. {look(quote)}"
    if p.ask == "all":
        return f"That does not list the pages of each topic. {look(quote)}"
    if at >= _CHAPTERS:
        return f"That part has lists. A chapter tells you about it. {look(quote)}"
    return f"The name of that chapter points to something else. {look(quote)}"


def _checks(p: Params, q: Question, answer: str) -> bool:
    """Read the page numbers off the table, or the names off the two sentences below it."""
    rows = [line.split(" | ") for line in q.passage.splitlines() if line[-1:].isdigit()]
    if p.ask == "page":
        asked = int("".join(filter(str.isdigit, q.stem)))
        return [name for name, page in rows if int(page) <= asked][-1] == answer
    if p.ask in ("word", "all"):
        sign = "hard words" if p.ask == "word" else "all topics"
        return any(reader.says(part, answer) for part in reader.saying(q.passage, sign))
    wanted = q.stem.removeprefix("You want to know ").partition(". Which")[0]
    return [answer, wanted] in _BOOKS[p.book]["chapters"]


FAMILIES = (
    asking(
        Asking(
            id="reading.text_features.which_part",
            skill="reading.text_features",
            grade=3,
            time_s=45,
            params={
                "book": range(len(_BOOKS)),
                "seed": range(40),
                "ask": ("topic", "topic", "page", "page", "word", "all"),
                "at": range(_CHAPTERS),
                "more": range(20),
            },
            make=_part,
            slips=tuple(f"part_{at}" for at in range(_CHAPTERS + 2)),
            checker=_checks,
        )
    ),
)
