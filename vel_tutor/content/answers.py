"""Answers as a browser would send them: the right one, a wrong one, and any of them in words."""

from itertools import islice, permutations, product

from vel_tutor.content import bank, marking, marking_parts, parts
from vel_tutor.content.family import Item
from vel_tutor.vocabulary import ItemFormat

_WAYS = 8
_WRONG_NUMBERS = ("999983", "999983/7", "(91, 97)", "91 R 97", "91 : 97", "x + 999983")
_WRONG_WORDS = ("$999983.00", "something else")


def right_answer(item: Item) -> str:
    """What somebody sends who knows it."""
    if item.choices:
        right = (str(at) for at, choice in enumerate(item.choices) if choice.right)
        return marking_parts.BETWEEN.join(right)
    if not item.parts:
        return item.key
    family, made = bank.family(item.family), bank.draft(item.family, item.seed)
    key = parts.elements(family.key(made.params))
    if item.format is ItemFormat.TABLE:
        return marking_parts.BETWEEN.join(family.form.plain(part) for part in key)
    norm = family.form.norm
    return marking_parts.BETWEEN.join(
        str([norm(tile) for tile in options].index(norm(part)))
        for options, part in zip(made.tiles, key, strict=True)
    )


def wrong_answer(item: Item) -> str:
    """Something that counts as an answer and is wrong."""
    for answer in _tries(item):
        verdict = marking.check(item, answer)
        if verdict.counted and not verdict.right:
            return answer
    raise LookupError(f"nothing wrong comes to mind for {item.family}")


def _tries(item: Item) -> list[str]:
    if item.choices:
        return [str(at) for at in range(len(item.choices))]
    if item.format is ItemFormat.TABLE:
        return [marking_parts.BETWEEN.join(["999983"] * len(item.parts))]
    if not item.parts:
        return [*_WRONG_NUMBERS, *_WRONG_WORDS]
    places = [range(len(part.options)) for part in item.parts]
    ways = product(*places) if item.format is ItemFormat.CLOZE else permutations(places[0])
    return [marking_parts.BETWEEN.join(map(str, way)) for way in islice(ways, _WAYS)]


def in_words(item: Item, answer: str) -> str:
    """An answer as one would read it out; LaTeX where there is maths, and as typed if typed."""
    if item.format is ItemFormat.MULTI:
        chosen = sorted(marking_parts.picks(item, answer))
        return "; ".join(item.choices[at].text for at in chosen)
    if item.choices:
        at = marking_parts.places(answer, (len(item.choices),))
        return item.choices[at[0]].text if at else ""
    if not item.parts:
        return answer
    try:
        values = marking_parts.read(item, answer)
    except marking_parts.Unreadable:
        return answer
    family, made = bank.family(item.family), bank.draft(item.family, item.seed)
    return parts.told(family, made.params, values)
