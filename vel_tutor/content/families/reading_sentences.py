"""Making sentences: linking words, joining, modifiers in their place, parallel structure."""

from typing import Any

from vel_tutor.content.asking import Asking, Question, Slip, asking
from vel_tutor.content.facts import capital
from vel_tutor.content.family import Params, Step
from vel_tutor.content.tables import table
from vel_tutor.content.worlds.people import PEOPLE, rolls

_TABLE: dict[str, Any] = table("sentences")
_KINDS: dict[str, list[str]] = _TABLE["kinds"]
_LINKS: list[dict[str, str]] = _TABLE["links"]
_JOINS: list[dict[str, str]] = _TABLE["joins"]
_DANGLERS: list[dict[str, str]] = _TABLE["danglers"]
_ACTS: list[list[str]] = _TABLE["series"]["acts"]
_WHO = range(len(PEOPLE))
_BRINGS = {
    "result": "what came of it",
    "contrast": "something one would not expect",
    "example": "one case of what was said",
    "addition": "one more point of the same sort",
    "same_time": "what went on at the same time",
}


def _named(text: str, p: Params) -> str:
    return text.format(name=PEOPLE[p.who].name)


# --- linking words --------------------------------------------------------------------------------


def _link(p: Params) -> Question:
    row = _LINKS[p.row]
    rng = rolls(f"links/{p.row}", p.draw)
    wrong = {
        kind: Slip(
            word,
            f"“{word}” announces {_BRINGS[kind]}. Here follows {_BRINGS[row['kind']]}.",
        )
        for kind, words in _KINDS.items()
        if kind != row["kind"]
        for word in (rng.choice(words),)
    }
    first = _named(row["first"], p)
    return Question(
        stem=f"Which words fit the gap? {first} ___, {_named(row['second'], p)}",
        key=rng.choice(_KINDS[row["kind"]]),
        wrong=wrong,
        hints=(
            "Read both sentences without the gap. How does the second follow from the first?",
            "Is it a result, a contrast, an example, one more point, or the same time?",
        ),
        steps=(Step(f"The second sentence tells {_BRINGS[row['kind']]}."),),
        same=(p.row, p.who),
    )


def _is_link(p: Params, q: Question, answer: str) -> bool:
    """The sentence after the gap stands in one row; the answer belongs to the kind of that row."""
    after = q.stem.split(" ___, ")[1]
    row = next(row for row in _LINKS if _named(row["second"], p) == after)
    return answer in _KINDS[row["kind"]]


# --- joining --------------------------------------------------------------------------------------

_WRONG_LINK = {"because": "although", "although": "because", "after": "although"}
_TELLS = {"because": "the reason", "although": "a contrast", "after": "what came first"}


def _small(text: str) -> str:
    return f"{text[0].lower()}{text[1:]}"


def _joined(p: Params) -> Question:
    row = _JOINS[p.row]
    one, two, link = row["one"], _named(row["two"], p), row["link"]
    other, name = _WRONG_LINK[link], PEOPLE[p.who].name
    says = f"the first sentence tells {_TELLS[link]}"
    turned = (
        f"{two}, {link} {_small(one)}." if link == "although" else f"{two} {link} {_small(one)}."
    )
    key = turned if p.order else f"{capital(link)} {_small(one)}, {two}."
    wrong = {
        "comma_splice": (f"{one}, {two}.", "A comma alone cannot join two full sentences."),
        "run_on": (f"{one} {two}.", "Two full sentences run into each other here."),
        "wrong_link": (
            f"{capital(other)} {_small(one)}, {two}.",
            f"“{other}” is the wrong link: {says}.",
        ),
        "wrong_way": (
            f"{capital(link)} {two}, {_small(one)}.",
            f"“{link}” stands before the wrong part: {says}.",
        ),
        "fragment": (f"{capital(link)} {_small(one)}. {two}.", f"“{capital(link)}” is cut off."),
        "double_link": (
            f"{capital(link)} {_small(one)}, and so therefore {two}.",
            f"With “{link}” the link is made. More words for it only get in the way.",
        ),
    }
    return Question(
        stem=f"Which sentence joins these two well? {one}. {two}.",
        key=key,
        wrong={
            slip: Slip(text, f"{why} Say in your own words what {name} did.")
            for slip, (text, why) in wrong.items()
        },
        hints=(
            "How are the two connected: by a reason, a contrast, or time?",
            "Look for one sentence that says how they are connected, once and in the right place.",
        ),
        steps=(Step(f"“{capital(link)}” fits: {says}."),),
        same=(p.row, p.who, p.order),
    )


def _is_joined(p: Params, q: Question, answer: str) -> bool:
    """Take the link out: before it or after it, the two halves stand as they should."""
    one, two = q.stem.split("well? ")[1].removesuffix(".").split(". ")
    row = next(row for row in _JOINS if row["one"] == one)
    told = answer.removesuffix(".")
    if told.startswith(f"{capital(row['link'])} "):
        first, _, second = told.partition(", ")
        return first.split(" ", 1)[1] == _small(one) and second == two
    first, link, second = told.replace(", although", " although").partition(f" {row['link']} ")
    return bool(link) and (first, second) == (two, _small(one))


# --- modifiers ------------------------------------------------------------------------------------


def _dangler(p: Params) -> Question:
    row = _DANGLERS[p.row]
    name, opening, did, thing = PEOPLE[p.who].name, row["opening"], row["did"], row["thing"]
    tied = f"“{opening}” is tied to the next words:"
    wrong = {
        "thing": (f"{opening}, {thing}.", f"{tied} “{thing}”."),
        "thing_first": (
            f"{capital(thing)}, {_small(opening)}.",
            f"At the end, “{_small(opening)}” is tied to “{thing}”.",
        ),
        "owned": (f"{opening}, {name}'s luck ran out.", f"{tied} “{name}'s luck”."),
        "owned_thing": (f"{opening}, {name}'s day went on.", f"{tied} “{name}'s day”."),
        "it": (f"{opening}, it was hard for {name} to think.", f"{tied} “it”."),
        "there": (f"{opening}, there was no time for {name}.", f"{tied} “there”."),
    }
    return Question(
        stem=f"{name} did something: {_small(opening)}. Which sentence says so clearly?",
        key=f"{opening}, {name} {did}.",
        wrong={
            slip: Slip(text, f"{why} It should be tied to {name}.")
            for slip, (text, why) in wrong.items()
        },
        hints=(
            "Read the opening words and ask: who is it that does this?",
            f"Right after the comma should stand the one of whom “{_small(opening)}” is true.",
        ),
        steps=(Step(f"It is {name} of whom “{_small(opening)}” is said, so {name} comes next."),),
        same=(p.row, p.who),
    )


def _is_clear(p: Params, q: Question, answer: str) -> bool:
    """The first word after the comma is the name, and not something the person owns."""
    after = answer.partition(", ")[2].split()
    return after[0] == q.stem.split()[0]


# --- parallel structure ---------------------------------------------------------------------------


def _series(p: Params) -> Question | None:
    if len({p.a, p.b, p.c}) < 3:
        return None
    name = PEOPLE[p.who].name
    a, b, c = (_ACTS[at] for at in (p.a, p.b, p.c))
    wrong = {
        "last_to": (f"{name} likes {a[1]}, {b[1]}, and to {c[0]}.", f"to {c[0]}"),
        "middle_to": (f"{name} likes {a[1]}, to {b[0]}, and {c[1]}.", f"to {b[0]}"),
        "first_to": (f"{name} likes to {a[0]}, {b[1]}, and {c[1]}.", f"to {a[0]}"),
        "last_ing": (f"{name} likes to {a[0]}, to {b[0]}, and {c[1]}.", c[1]),
        "middle_ing": (f"{name} likes to {a[0]}, {b[1]}, and to {c[0]}.", b[1]),
        "last_bare": (f"{name} likes {a[1]}, {b[1]}, and {c[0]}.", c[0]),
        "middle_bare": (f"{name} likes {a[1]}, {b[0]}, and {c[1]}.", b[0]),
        "clause": (f"{name} likes {a[1]}, {b[1]}, and likes to {c[0]}.", f"likes to {c[0]}"),
        "also": (f"{name} likes to {a[0]}, to {b[0]}, and also likes {c[1]}.", f"likes {c[1]}"),
    }
    return Question(
        stem=f"Which sentence is parallel? It is about three things to do: {a[0]}, {b[0]}, {c[0]}.",
        key=f"{name} likes {a[1]}, {b[1]}, and {c[1]}.",
        wrong={
            slip: Slip(text, f"“{odd}” does not have the same form as the other two things.")
            for slip, (text, odd) in wrong.items()
        },
        hints=(
            "There are three things in the list. Look at the form of each.",
            "Take the form of the first thing and check the other two against it.",
        ),
        steps=(Step("All three have the same form."),),
        same=(p.who, frozenset((p.a, p.b, p.c))),
    )


def _is_parallel(p: Params, q: Question, answer: str) -> bool:
    """Cut the list at its commas: either every part has -ing in its first word, or none has."""
    told = answer.split(" likes ", 1)[1].removesuffix(".").replace(", and ", ", ").split(", ")
    heads = [part.removeprefix("to ").split()[0].endswith("ing") for part in told]
    marked = [part.startswith("to ") for part in told]
    return len(set(heads)) == 1 and marked[1:] == [False, False] and marked[0] != heads[0]


def _family(name: str, skill: str, grade: int, params: dict[str, Any], **rest: Any) -> Asking:
    return Asking(
        id=f"reading.{name}",
        skill=f"reading.{skill}",
        grade=grade,
        time_s=40,
        params={"who": _WHO, **params},
        **rest,
    )


FAMILIES = (
    asking(
        _family(
            "transitions.fit",
            "transitions",
            6,
            {"row": range(len(_LINKS)), "draw": range(60)},
            make=_link,
            slips=tuple(_KINDS),
            checker=_is_link,
        )
    ),
    asking(
        _family(
            "combining.join",
            "combining",
            7,
            {"row": range(len(_JOINS)), "order": (0, 1)},
            make=_joined,
            slips=(
                "comma_splice",
                "run_on",
                "wrong_link",
                "wrong_way",
                "fragment",
                "double_link",
            ),
            checker=_is_joined,
        )
    ),
    asking(
        _family(
            "modifiers.opening",
            "modifiers",
            8,
            {"row": range(len(_DANGLERS))},
            make=_dangler,
            slips=("thing", "thing_first", "owned", "owned_thing", "it", "there"),
            checker=_is_clear,
        )
    ),
    asking(
        _family(
            "parallel.list",
            "parallel",
            9,
            {
                "a": range(len(_ACTS)),
                "b": range(len(_ACTS)),
                "c": range(len(_ACTS)),
            },
            make=_series,
            slips=(
                "last_to",
                "middle_to",
                "first_to",
                "last_ing",
                "middle_ing",
                "last_bare",
                "middle_bare",
                "clause",
                "also",
            ),
            checker=_is_parallel,
        )
    ),
)
