"""What words mean: the same, the opposite, and which of two meanings is meant here."""

from typing import Any

from vel_tutor.content.asking import Asking, Question, Slip, asking
from vel_tutor.content.family import Params, Step
from vel_tutor.content.tables import table
from vel_tutor.content.worlds.people import rolls

_WORDS: list[dict[str, Any]] = table("synonyms")["words"]
_SENSES: list[dict[str, Any]] = table("senses")["words"]
_DRAWS = range(200)


# --- same and opposite ----------------------------------------------------------------------------


def _kin(p: Params, wanted: str, other: str) -> Question:
    row = _WORDS[p.row]
    rng = rolls(f"{wanted}/{p.row}", p.draw)
    means = {"same": "nearly the same as", "opposite": "the opposite of"}
    key = rng.choice(row[wanted])
    topics = rng.sample(row["topic"], 4)
    wrong = {
        f"turned_{n}": Slip(
            word, f"“{word}” means {means[other]} “{row['word']}”. Read the question once more."
        )
        for n, word in enumerate(row[other])
    }
    for n, word in enumerate(topics):
        wrong[f"topic_{n}"] = Slip(
            word, f"“{word}” has to do with “{row['word']}”, but does not mean {means[wanted]} it."
        )
    return Question(
        stem={
            "same": f"Which word means about the same as “{row['word']}”?",
            "opposite": f"Which word means the opposite of “{row['word']}”?",
        }[wanted],
        key=key,
        wrong=wrong,
        hints=(
            f"Think of a sentence with “{row['word']}” in it.",
            "Put each answer into your sentence. "
            + ("Does it still say the same?" if wanted == "same" else "Which one turns it around?"),
        ),
        steps=(Step(f"“{key}” means {means[wanted]} “{row['word']}”."),),
        same=(row["word"], wanted, key, tuple(sorted(topics[:2]))),
    )


def _is_kin(wanted: str, p: Params, q: Question, answer: str) -> bool:
    """Look the asked word up by the question, and see in which column the answer stands."""
    asked = q.stem.split("“")[1].split("”")[0]
    return any(row["word"] == asked and answer in row[wanted] for row in _WORDS)


# --- one word, two meanings -----------------------------------------------------------------------


def _sense(p: Params) -> Question:
    row = _SENSES[p.row]
    meaning, *sentences = row["senses"][p.sense]
    other = row["senses"][1 - p.sense][0]
    rng = rolls("senses", p.draw)
    strangers = rng.sample(
        [sense[0] for one in _SENSES if one["word"] != row["word"] for sense in one["senses"]], 4
    )
    text = sentences[p.sentence]
    wrong = {
        "other_sense": Slip(
            other, f"“{row['word']}” can mean that, but does it make sense here? {text}"
        ),
        **{
            f"stranger_{n}": Slip(
                one, f"“{row['word']}” never means “{one}”. Read it once more: {text}"
            )
            for n, one in enumerate(strangers)
        },
    }
    return Question(
        stem=f"{text} What does “{row['word']}” mean here?",
        key=meaning,
        wrong=wrong,
        hints=(
            f"The word “{row['word']}” can mean two things. Think of both.",
            "Put each meaning into the sentence. Which one makes sense?",
        ),
        steps=(Step(f"In “{text}” it means: {meaning}."),),
        same=(row["word"], p.sense, p.sentence, strangers[0]),
    )


def _is_sense(p: Params, q: Question, answer: str) -> bool:
    """Find the sentence of the question in the table and read what stands before it."""
    return any(
        answer == sense[0]
        for row in _SENSES
        for sense in row["senses"]
        if any(q.stem.startswith(sentence) for sentence in sense[1:])
    )


_SLIPS = ("turned_0", "turned_1", *(f"topic_{n}" for n in range(4)))

FAMILIES = (
    asking(
        Asking(
            id="reading.synonyms.same",
            skill="reading.synonyms",
            grade=3,
            time_s=25,
            params={"row": range(len(_WORDS)), "draw": _DRAWS},
            make=lambda p: _kin(p, "same", "opposite"),
            slips=_SLIPS,
            checker=lambda p, q, answer: _is_kin("same", p, q, answer),
        )
    ),
    asking(
        Asking(
            id="reading.synonyms.opposite",
            skill="reading.synonyms",
            grade=3,
            time_s=25,
            params={"row": range(len(_WORDS)), "draw": _DRAWS},
            make=lambda p: _kin(p, "opposite", "same"),
            slips=_SLIPS,
            checker=lambda p, q, answer: _is_kin("opposite", p, q, answer),
        )
    ),
    asking(
        Asking(
            id="reading.word_meaning.which_sense",
            skill="reading.word_meaning",
            grade=2,
            time_s=30,
            params={
                "row": range(len(_SENSES)),
                "sense": (0, 1),
                "sentence": (0, 1),
                "draw": _DRAWS,
            },
            make=_sense,
            slips=("other_sense", *(f"stranger_{n}" for n in range(4))),
            checker=_is_sense,
        )
    ),
)
