"""Semicolons between full sentences, and colons before what was announced."""

from typing import Any

from vel_tutor.content.asking import Asking, Question, Slip, asking
from vel_tutor.content.facts import capital, listed
from vel_tutor.content.family import Params, Step
from vel_tutor.content.tables import table

_PAIRS: list[dict[str, str]] = table("punctuation")["pairs"]
_LISTS: list[dict[str, Any]] = table("punctuation")["lists"]


def _pair(p: Params) -> Question:
    row = _PAIRS[p.row]
    one, two, link = row["first"], row["second"], row["link"]
    spelled = {
        "comma_alone": (
            f"{one}, {two}.",
            "A comma alone cannot hold two full sentences together.",
        ),
        "nothing": (f"{one} {two}.", "The two sentences run into each other without a mark."),
        "comma_before_link": (
            f"{one}, {link}, {two}.",
            f"“{link}” does not join sentences: before it a comma is not enough.",
        ),
        "no_comma_after_link": (
            f"{one} {link}; {two}.",
            f"“{link}” belongs to the second sentence, so the semicolon stands before it.",
        ),
        "twice": (
            f"{one}; {link}; {two}.",
            f"“{link}” is part of the second sentence: a comma after it is enough.",
        ),
        "capital_after": (
            f"{one}; {capital(two)}.",
            "After a semicolon the sentence goes on with a small letter.",
        ),
        "and_too": (
            f"{one}; and {link}, {two}.",
            "Either a semicolon or “and”: both together are one too many.",
        ),
    }
    key = f"{one}; {link}, {two}." if p.linked else f"{one}; {two}."
    return _question(
        key,
        spelled,
        "A semicolon stands between two full sentences that belong together.",
        ("pair", p.row, p.linked, p.stem),
        f"{_STEMS[p.stem]} The ideas are: “{one}” and “{two}”.",
    )


def _list(p: Params) -> Question:
    row = _LISTS[p.row]
    head, broken = row["head"], row["broken"]
    items = tuple(row["items"][at % len(row["items"])] for at in _turns(p, len(row["items"])))
    told = listed(items)
    spelled = {
        "comma_alone": (
            f"{head}, {told}.",
            "With a comma, the list seems to be part of the sentence.",
        ),
        "nothing": (
            f"{head} {told}.",
            "Nothing shows where the sentence ends and the list begins.",
        ),
        "comma_before_link": (
            f"{broken}: {told}.",
            f"“{broken}” is not a full sentence, so no colon may follow it.",
        ),
        "no_comma_after_link": (
            f"{head}; {told}.",
            f"“{told}” is no full sentence, so a semicolon cannot stand before it.",
        ),
        "capital_after": (f"{head}. {capital(told)}.", "The list cannot stand as a sentence."),
        "twice": (f"{head}: such as {told}.", "The colon and “such as” do the same job twice."),
        "and_too": (
            f"{broken}; {told}.",
            f"Neither “{broken}” nor the list is a full sentence.",
        ),
    }
    return _question(
        f"{head}: {told}.",
        spelled,
        "A colon follows a full sentence and opens the door to the list.",
        ("list", p.row, items, p.stem),
        f"{_STEMS[p.stem]} The list is: {told}.",
    )


def _turns(p: Params, count: int) -> tuple[int, ...]:
    return tuple((at + p.turn) % count for at in range(count))


_STEMS = (
    "Which sentence has the right punctuation?",
    "Which version is punctuated correctly?",
    "An editor accepts just one version. Which one?",
)


def _question(
    key: str, spelled: dict[str, tuple[str, str]], rule: str, same: Any, stem: str
) -> Question:
    return Question(
        stem=stem,
        key=key,
        wrong={slip: Slip(text, f"{why} Try it aloud.") for slip, (text, why) in spelled.items()},
        hints=("Test both sides of the mark: could each stand alone as a sentence?", rule),
        steps=(Step(rule), Step(key)),
        same=same,
    )


def _make(p: Params) -> Question | None:
    if p.kind == "pair":
        return _pair(p) if p.turn == 0 else None
    return _list(p) if p.row < len(_LISTS) and not p.linked else None


def _checks(p: Params, q: Question, answer: str) -> bool:
    """Split at the mark: a semicolon needs full sentences on both sides, a colon before it."""
    heads = {row["head"] for row in _LISTS}
    full = {text for row in _PAIRS for text in (row["first"], row["second"])}
    linked = {f"{row['link']}, {row['second']}" for row in _PAIRS}
    if "; " in answer:
        first, _, second = answer.removesuffix(".").partition("; ")
        return first in full and second in full | linked
    first, mark, _ = answer.partition(": ")
    return bool(mark) and first in heads


FAMILIES = (
    asking(
        Asking(
            id="reading.semicolons.place",
            skill="reading.semicolons",
            grade=9,
            time_s=40,
            params={
                "kind": ("pair", "list"),
                "row": range(len(_PAIRS)),
                "linked": (False, True),
                "turn": range(3),
                "stem": range(len(_STEMS)),
            },
            make=_make,
            slips=(
                "comma_alone",
                "nothing",
                "comma_before_link",
                "no_comma_after_link",
                "capital_after",
                "and_too",
                "twice",
            ),
            checker=_checks,
        )
    ),
)
