"""Figurative language: what a picture in words means, which kind it is, and idioms."""

from typing import Any

from vel_tutor.content.asking import Asking, Question, Slip, asking
from vel_tutor.content.facts import capital
from vel_tutor.content.family import Params, Step
from vel_tutor.content.tables import table
from vel_tutor.content.worlds.people import PEOPLE, rolls

_PICTURES: list[dict[str, Any]] = table("figures")["pictures"]
_IDIOMS: list[dict[str, Any]] = table("figures")["idioms"]
_KINDS = {
    "simile": "compares two things with “like” or “as”",
    "metaphor": "says that one thing is another",
    "personification": "lets a thing act as a person would",
    "exaggeration": "says far more than can be true",
    "sound word": "uses a word that sounds like what it names",
}
_WHO = range(len(PEOPLE))
_STRANGERS = tuple(f"stranger_{n}" for n in range(4))


def _a(kind: str) -> str:
    return f"{'an' if kind[0] in 'aei' else 'a'} {kind}"


def _told(text: str, p: Params) -> str:
    return text.format(name=PEOPLE[p.who].name)


def _strangers(rows: list[dict[str, Any]], p: Params, column: str) -> dict[str, Slip]:
    """What other rows mean: of the right kind, but not what is said here."""
    others = rolls(column, p.draw).sample([row for row in rows if row is not rows[p.row]], 4)
    return {
        slip: Slip(
            _told(row[column], p),
            f"“{_told(row[column], p)}” Nothing in the sentence points to that. Read it again.",
        )
        for slip, row in zip(_STRANGERS, others, strict=True)
    }


# --- what it means --------------------------------------------------------------------------------


def _picture(p: Params) -> Question:
    row = _PICTURES[p.row]
    text = _told(row["text"], p)
    return Question(
        stem=f"{text} What does this mean?",
        key=_told(row["plain"], p),
        wrong={
            "literal": Slip(
                _told(row["literal"], p),
                "That takes the picture word for word. What does it want to say?",
            ),
            "turned": Slip(
                _told(row["turned"], p), "That is just the opposite of what the picture shows."
            ),
            **_strangers(_PICTURES, p, "plain"),
        },
        hints=(
            "The words paint a picture. What do the two things have in common?",
            "Say it to a friend without the picture. What is left?",
        ),
        steps=(Step(f"It is {_a(row['kind'])}: it {_KINDS[row['kind']]}."),),
        same=(p.row, p.who),
    )


def _is_plain(rows: list[dict[str, Any]], column: str, p: Params, q: Question, answer: str) -> bool:
    """The sentence of the question, without its name, leads to the row that explains it."""
    said = q.stem.rsplit(" What does", 1)[0]
    return any(_told(row["text"], p) == said and _told(row[column], p) == answer for row in rows)


# --- which kind -----------------------------------------------------------------------------------


def _kind(p: Params) -> Question:
    row = _PICTURES[p.row]
    wrong = {
        kind.replace(" ", "_"): Slip(
            kind, f"{capital(_a(kind))} {does}. Does this sentence do that? {_told(row['text'], p)}"
        )
        for kind, does in (*_KINDS.items(), ("idiom", "is a fixed saying with its own meaning"))
        if kind != row["kind"]
    }
    return Question(
        stem=f"{_told(row['text'], p)} What kind of language is this?",
        key=row["kind"],
        wrong=wrong,
        hints=(
            "Is there a “like” or an “as”? Does a thing act like a person?",
            "Ask what the sentence does: compare, name, bring to life, overdo, or sound.",
        ),
        steps=(Step(f"It {_KINDS[row['kind']]}."), Step(f"So it is {_a(row['kind'])}.")),
        same=(p.row, p.who),
    )


def _is_kind(p: Params, q: Question, answer: str) -> bool:
    """By the group of the table in which the sentence stands."""
    said = q.stem.removesuffix(" What kind of language is this?")
    group = [row["text"] for row in _PICTURES if row["kind"] == answer]
    return any(_told(text, p) == said for text in group)


# --- idioms ---------------------------------------------------------------------------------------


def _idiom(p: Params) -> Question:
    row = _IDIOMS[p.row]
    text = _told(row["text"], p)
    return Question(
        stem=f"{text} What does this mean?",
        key=_told(row["says"], p),
        wrong={
            "literal": Slip(
                _told(row["literal"], p),
                "That takes the saying word for word. An idiom means something else.",
            ),
            "near": Slip(
                _told(row["near"], p),
                "That would fit the scene, but the saying does not mean it.",
            ),
            **_strangers(_IDIOMS, p, "says"),
        },
        hints=(
            "It is a fixed saying. Do not take it word for word.",
            "Where have you heard it before? What was going on at the time?",
        ),
        steps=(Step(f"The saying means: {_told(row['says'], p)}"),),
        same=(p.row, p.who),
    )


def _family(name: str, skill: str, grade: int, rows: list[dict[str, Any]], **rest: Any) -> Asking:
    return Asking(
        id=f"reading.{name}",
        skill=f"reading.{skill}",
        grade=grade,
        time_s=30,
        params={"row": range(len(rows)), "who": _WHO, "draw": range(100)},
        **rest,
    )


FAMILIES = (
    asking(
        _family(
            "figurative.meaning",
            "figurative",
            4,
            _PICTURES,
            make=_picture,
            slips=("literal", "turned", *_STRANGERS),
            checker=lambda p, q, answer: _is_plain(_PICTURES, "plain", p, q, answer),
        )
    ),
    asking(
        _family(
            "figurative.kind",
            "figurative",
            5,
            _PICTURES,
            make=_kind,
            slips=(*(kind.replace(" ", "_") for kind in _KINDS), "idiom"),
            checker=_is_kind,
        )
    ),
    asking(
        _family(
            "idioms.meaning",
            "idioms",
            5,
            _IDIOMS,
            make=_idiom,
            slips=("literal", "near", *_STRANGERS),
            checker=lambda p, q, answer: _is_plain(_IDIOMS, "says", p, q, answer),
        )
    ),
)
