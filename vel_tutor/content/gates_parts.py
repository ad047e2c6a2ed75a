"""The gates of questions answered in several parts."""

from collections.abc import Callable, Sequence
from math import comb, factorial, prod

from vel_tutor.content import answers, bank, marking, parts
from vel_tutor.content.family import BLANK, Family, Item, Params
from vel_tutor.vocabulary import ItemFormat

GUESS_Z = 3.3


def faults(family: Family, item: Item, p: Params) -> list[str]:
    """What is wrong with the parts of one instance; empty if nothing is."""
    key = parts.elements(family.key(p))
    right = answers.right_answer(item)
    verdict = marking.check(item, right)
    found = [
        (not (verdict.right and verdict.counted), f"{right!r} gives {verdict}"),
        (marking.check(item, answers.wrong_answer(item)).right, "a wrong answer is taken"),
        (len(key) < parts.FEWEST_PARTS or len(key) > parts.MOST_PARTS, f"{len(key)} parts"),
    ]
    special = _OF_FORMAT[item.format](family, item, p)
    return [text for wrong, text in found if wrong] + special + _slip_faults(family, item, p)


def _slip_faults(family: Family, item: Item, p: Params) -> list[str]:
    if item.format is ItemFormat.MULTI:
        return []
    key = parts.norms(family, family.key(p))
    return [
        f"{slip.id} gives {value!r}, not {len(key)} parts"
        for slip, value in bank.wrong_answers(family, p)
        if len(parts.elements(value)) != len(key)
    ]


def _multi(family: Family, item: Item, p: Params) -> list[str]:
    texts = [choice.text for choice in item.choices]
    rights = [choice.text for choice in item.choices if choice.right]
    refused = [part for part in parts.elements(family.key(p)) if not family.checker(p, part)]
    wrong = [choice for choice in item.choices if not choice.right]
    found = [
        (not parts.FEWEST_OPTIONS <= len(texts) <= parts.MOST_OPTIONS, f"{len(texts)} options"),
        (len({text.casefold() for text in texts}) != len(texts), f"options alike: {texts}"),
        (not 2 <= len(rights) < len(texts), f"{len(rights)} right of {len(texts)}"),
        (len({choice.feedback for choice in wrong}) != len(wrong), "one feedback for two options"),
        (bool(refused), f"the checker refuses {refused}"),
    ]
    return [text for fault, text in found if fault]


def _ordered(family: Family, item: Item, p: Params) -> list[str]:
    key = parts.norms(family, family.key(p))
    as_shown = "|".join(str(at) for at in range(len(key)))
    found = [
        (len(set(key)) < len(key), "two parts are the same"),
        (marking.check(item, as_shown).right, "shown in the right order already"),
        (not family.checker(p, family.key(p)), "the checker refuses the key"),
    ]
    return [text for fault, text in found if fault]


def _gapped(family: Family, item: Item, p: Params) -> list[str]:
    found = [
        (not family.checker(p, family.key(p)), "the checker refuses the key"),
        (item.stem.count("___") != len(item.parts), "other gaps in the stem than in the answer"),
        (any(len(part.options) < 2 for part in item.parts), "a gap without a choice"),
        (any(len(set(part.options)) < len(part.options) for part in item.parts), "words alike"),
    ]
    return [text for fault, text in found if fault]


def _tabled(family: Family, item: Item, p: Params) -> list[str]:
    blanks = sum(row.count(BLANK) for row in item.grid)
    found = [
        (not family.checker(p, family.key(p)), "the checker refuses the key"),
        (blanks != len(item.parts), f"{blanks} blanks for {len(item.parts)} parts"),
        (len({len(row) for row in item.grid}) != 1, "rows of different lengths"),
        (len({part.label for part in item.parts}) < len(item.parts), "two blanks of one name"),
    ]
    return [text for fault, text in found if fault]


_OF_FORMAT: dict[ItemFormat, Callable[[Family, Item, Params], list[str]]] = {
    ItemFormat.MULTI: _multi,
    ItemFormat.ORDER: _ordered,
    ItemFormat.MATCH: _ordered,
    ItemFormat.CLOZE: _gapped,
    ItemFormat.TABLE: _tabled,
}


def chance(item: Item) -> float:
    """How often somebody is right who knows how many parts there are, and nothing else."""
    if item.format is ItemFormat.MULTI:
        return 1 / comb(len(item.choices), sum(choice.right for choice in item.choices))
    if item.format is ItemFormat.CLOZE:
        return prod(1 / len(part.options) for part in item.parts)
    return 1 / factorial(len(item.parts)) if item.format is not ItemFormat.TABLE else 0.0


def guess_faults(items: Sequence[Item]) -> list[str]:
    """Ways to answer without reading that do better than chance."""
    expected = sum(map(chance, items)) / len(items)
    limit = expected + GUESS_Z * (expected * (1 - expected) / len(items)) ** 0.5
    rates = {
        name: sum(marking.check(item, guess(item)).right for item in items) / len(items)
        for name, guess in _GUESSES.get(items[0].format, {}).items()
    }
    return [
        f"blind guess '{name}' is right in {rate:.0%}"
        for name, rate in rates.items()
        if rate > limit
    ]


def _first(item: Item) -> str:
    return "|".join("0" for _ in item.parts)


def _longest(item: Item) -> str:
    lengths = [[len(option) for option in part.options] for part in item.parts]
    return "|".join(str(row.index(max(row))) for row in lengths)


def _picks(item: Item, rank: Callable[[int], float]) -> str:
    """As many options as are right, by rank."""
    count = sum(choice.right for choice in item.choices)
    return "|".join(map(str, sorted(sorted(range(len(item.choices)), key=rank)[:count])))


_GUESSES: dict[ItemFormat, dict[str, Callable[[Item], str]]] = {
    ItemFormat.CLOZE: {"first of each": _first, "longest of each": _longest},
    ItemFormat.MULTI: {
        "the first": lambda item: _picks(item, float),
        "the longest": lambda item: _picks(item, lambda at: -len(item.choices[at].text)),
        "the shortest": lambda item: _picks(item, lambda at: len(item.choices[at].text)),
    },
}
"""Orders and pairs are shuffled, and every order is as likely as another."""
