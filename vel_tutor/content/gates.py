"""The machine gates: what must be true of every instance of every family.

`faults` looks at one instance, `family_faults` at many together. Tests run both over hundreds
of seeds; a new family passes them or is not added.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence

from vel_tutor.content import arith, bank, gates_parts, marking, parts
from vel_tutor.content.family import Family, Item, Params, Step, say
from vel_tutor.content.forms import Value
from vel_tutor.vocabulary import ItemFormat

MIN_MISCONCEPTIONS = 4
MIN_DISTINCT = 60
MIN_FEEDBACK_CHARS = 25
CHI_SQUARE_LIMIT = 16.27
"""Three degrees of freedom, p = .001."""
GUESS_Z = 3.3
MAX_LEAKING_HINTS = 0.1
UNORDERED = frozenset({ItemFormat.MULTI, ItemFormat.ORDER, ItemFormat.MATCH})
"""Formats whose worked steps need not list the parts of the key one by one at the end."""

_MATHS = re.compile(r"\\\(.*?\\\)")
_SUM = re.compile(r"What is \[\[([^\]]+)]]\?")
_WORD = re.compile(r"[A-Za-z]+(?:'[a-z]+)?")


def faults(family: Family, seed: int) -> list[str]:
    """What is wrong with one instance; empty if nothing is."""
    item, p = bank.instance(family.id, seed), bank.params(family.id, seed)
    key = family.key(p)
    found = [
        (_refused(family, p, key), f"the checker refuses the key {key!r}"),
        (_unwritable(family, key), f"the key {key!r} cannot be written as asked"),
        (any(hasattr(dict, name) for name in p), f"a parameter named like a dict method: {p}"),
        (bool(item.figure) and len(item.alt) < 15, "a figure without words for it"),
        (bool(item.figure) and "<svg" not in item.figure, "the figure is no SVG"),
        (not all(len(hint) > 10 for hint in item.hints), "an empty hint"),
        (item.hints[0] == item.hints[1], "the same hint twice"),
        (item.stem.count(r"\(") != item.stem.count(r"\)"), "maths not closed in the stem"),
    ]
    found.append((not _stem_asks_for(family, p, key), "what the stem asks does not give the key"))
    special = _answer_faults(family, item, p) + _step_faults(family, p, key)
    return [text for wrong, text in found if wrong] + special


def _answer_faults(family: Family, item: Item, p: Params) -> list[str]:
    if item.format is ItemFormat.CHOICE:
        return _choice_faults(item)
    if item.parts or item.choices:
        return gates_parts.faults(family, item, p)
    return _typed_faults(family, item, p)


def _refused(family: Family, p: Params, key: Value) -> bool:
    rights = parts.elements(key) if family.format is ItemFormat.MULTI else (key,)
    return not all(family.checker(p, right) for right in rights)


def _unwritable(family: Family, key: Value) -> bool:
    in_parts = family.format in parts.IN_PARTS or family.format is ItemFormat.MULTI
    values = parts.elements(key) if in_parts else (key,)
    return any(family.form.shape(value) is None for value in values)


def _stem_asks_for(family: Family, p: Params, key: Value) -> bool:
    """Whether a stem that is nothing but a sum comes to the key."""
    asked = _SUM.fullmatch(family.stem) if isinstance(family.stem, str) else None
    if not asked or isinstance(key, str | tuple):
        return True
    return arith.evaluate(arith.parse(asked[1].format_map(p))) == key


def _choice_faults(item: Item) -> list[str]:
    texts = [choice.text for choice in item.choices]
    found = [
        (len(texts) != bank.CHOICES, f"{len(texts)} choices"),
        (len({text.casefold() for text in texts}) != len(texts), f"choices alike: {texts}"),
        ([c.text for c in item.choices if c.right] != [item.key], "not exactly one right choice"),
        (len({c.feedback for c in item.choices}) != len(texts), "one feedback for two choices"),
    ]
    return [text for wrong, text in found if wrong] + [
        f"vague feedback: {c.feedback!r}"
        for c in item.choices
        if not c.right and len(c.feedback) < MIN_FEEDBACK_CHARS
    ]


def _typed_faults(family: Family, item: Item, p: Params) -> list[str]:
    found = [] if marking.check(item, item.key).right else [f"typing {item.key!r} is not right"]
    for slip, value in bank.wrong_answers(family, p):
        typed = family.form.plain(value)
        verdict = marking.check(item, typed)
        if verdict.counted and (verdict.right or len(verdict.feedback) < MIN_FEEDBACK_CHARS):
            found.append(f"{slip.id}: typing {typed!r} gives {verdict}")
    return found


def _step_faults(family: Family, p: Params, key: Value) -> list[str]:
    steps = bank.steps(family, p)
    found = [f"false step: {step}" for step in steps if not bank.true_step(family, p, step)]
    claims = [step for step in steps if step.lhs and step.lhs not in say(family.passage, p)]
    if not steps:
        return ["no worked steps"]
    return found if _steps_end_at(family, p, claims, key) else [*found, f"steps miss {key!r}"]


def _steps_end_at(family: Family, p: Params, claims: Sequence[Step], key: Value) -> bool:
    """Whether the last claims end at the key; words as keys need no arithmetic to end there."""
    if isinstance(key, str):
        written = family.form.name == "expression"
        return not written or any(bank.true_step(family, p, Step("", s.rhs, key)) for s in claims)
    if any(isinstance(part, str) for part in parts.elements(key)) or family.format in UNORDERED:
        return True
    wanted = key if isinstance(key, tuple) else (key,)
    last = claims[-len(wanted) :]
    scaled = "%" if family.form.name == "percent" and "%" in last[-1].rhs else ""
    return len(last) == len(wanted) and all(
        bank.true_step(family, p, Step("", step.rhs, f"({part}){scaled}"))
        for step, part in zip(last, wanted, strict=True)
    )


def family_faults(family: Family, seeds: Sequence[int]) -> list[str]:
    """What is wrong with many instances taken together."""
    items = [bank.instance(family.id, seed) for seed in seeds]
    level, leaks, different = reading_level(items), _leaks(items), distinct(family, seeds)
    found = [
        (len(family.misconceptions) < MIN_MISCONCEPTIONS, "fewer than four misconceptions"),
        (different < MIN_DISTINCT, f"only {different} distinct"),
        (level > family.grade + 1, f"reads like grade {level:.1f}"),
        (leaks > MAX_LEAKING_HINTS, f"{leaks:.0%} of hints give the key away"),
    ]
    guesses = (
        _guess_faults(family, items)
        if family.format is ItemFormat.CHOICE
        else gates_parts.guess_faults(items)
    )
    return [text for wrong, text in found if wrong] + guesses


def distinct(family: Family, seeds: Sequence[int]) -> int:
    """How many different questions the seeds give."""
    canon = family.canon or (lambda p: tuple(str(p[name]) for name in family.params))
    return len({canon(bank.params(family.id, seed)) for seed in seeds})


def _leaks(items: Sequence[Item]) -> float:
    def leaks(item: Item) -> bool:
        alone = re.compile(rf"(?<![\w.,/]){re.escape(item.key)}(?![\w/]|[.,]\d)", re.IGNORECASE)
        given = alone.search(item.stem) or alone.search(item.passage)
        return not given and any(alone.search(hint) for hint in item.hints)

    return sum(map(leaks, items)) / len(items)


def reading_level(items: Sequence[Item]) -> float:
    """The Flesch-Kincaid grade of the stems, each formula read as one short word."""
    plain = (_MATHS.sub(" it ", item.stem).strip().rstrip(".?!:") for item in items)
    return flesch_kincaid(" ".join(f"{stem}." for stem in plain))


def flesch_kincaid(text: str) -> float:
    """The grade at which the text reads easily, by the length of its words and sentences."""
    words = _WORD.findall(text)
    sentences = max(1, len(re.findall(r"[.?!:](?=\s|$)", text)))
    return 0.39 * len(words) / sentences + 11.8 * sum(map(_syllables, words)) / len(words) - 15.59


def _syllables(word: str) -> int:
    word = word.lower()
    groups = len(re.findall(r"[aeiouy]+", word))
    silent = word.endswith("e") and not word.endswith(("le", "ee")) and groups > 1
    return max(1, groups - silent)


def _guess_faults(family: Family, items: Sequence[Item]) -> list[str]:
    places = Counter(_right_at(item) for item in items)
    expected = len(items) / bank.CHOICES
    spread = sum((places[place] - expected) ** 2 / expected for place in range(bank.CHOICES))
    found = [f"key positions uneven: {dict(places)}"] if spread > CHI_SQUARE_LIMIT else []
    chance = 1 / bank.CHOICES
    limit = chance + GUESS_Z * (chance * (1 - chance) / len(items)) ** 0.5
    for name, guess in _guesses(family, items[0]).items():
        rate = sum(guess(family, item) == _right_at(item) for item in items) / len(items)
        if rate > limit:
            found.append(f"blind guess '{name}' is right in {rate:.0%}")
    return found


def _right_at(item: Item) -> int:
    return next(place for place, choice in enumerate(item.choices) if choice.right)


def _guesses(family: Family, item: Item) -> dict[str, Callable[[Family, Item], int]]:
    """The ways to guess that make sense: words and expressions have no order by size."""
    numeric = not isinstance(family.key(bank.params(family.id, item.seed)), str)
    return {**GUESSES, **GUESSES_BY_SIZE} if numeric else GUESSES


def _by_length(family: Family, item: Item) -> list[int]:
    """Positions from the shortest option to the longest, as one reads them."""
    options = bank.draft(family.id, item.seed).options
    return sorted(range(len(options)), key=lambda place: len(family.form.plain(options[place][1])))


def _by_size(family: Family, item: Item) -> list[int]:
    """Positions from the smallest option to the largest."""
    options = bank.draft(family.id, item.seed).options
    return sorted(range(len(options)), key=lambda place: family.form.size(options[place][1]))


def _odd_one_out(family: Family, item: Item) -> int:
    """The option whose size is farthest from the middle of all."""
    order = _by_size(family, item)
    sizes = [family.form.size(value) for _, value in bank.draft(family.id, item.seed).options]
    middle = (sizes[order[1]] + sizes[order[2]]) / 2
    return max(order, key=lambda place: abs(sizes[place] - middle))


GUESSES: dict[str, Callable[[Family, Item], int]] = {
    "first": lambda family, item: 0,
    "longest": lambda family, item: _by_length(family, item)[-1],
    "shortest": lambda family, item: _by_length(family, item)[0],
}
GUESSES_BY_SIZE: dict[str, Callable[[Family, Item], int]] = {
    "smallest": lambda family, item: _by_size(family, item)[0],
    "largest": lambda family, item: _by_size(family, item)[-1],
    "second": lambda family, item: _by_size(family, item)[1],
    "third": lambda family, item: _by_size(family, item)[2],
    "odd one out": _odd_one_out,
}
"""Ways to answer without reading the question; each must do no better than chance."""
