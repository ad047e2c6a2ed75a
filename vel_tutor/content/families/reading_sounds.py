"""Sounds in words, for those who begin to read: rhymes, first sounds, and beats to clap."""

import re
from collections.abc import Callable

from vel_tutor.content.asking import Asking, Question, Slip, asking
from vel_tutor.content.family import Params, Step
from vel_tutor.content.tables import table
from vel_tutor.content.worlds.people import rolls

_TABLE = table("sounds")
_RHYMES: dict[str, list[str]] = _TABLE["rhymes"]
_ENDS = tuple(_RHYMES)
_SPOKEN = tuple((end, word) for end in _ENDS for word in _RHYMES[end])
_BEATS: dict[int, list[str]] = {int(count): words for count, words in _TABLE["beats"].items()}
_COUNTED = tuple((count, word) for count in (2, 3) for word in _BEATS[count])
_SOUNDS = {"c": "k", "kn": "n", "wh": "w"}
_HARD, _SILENT = re.compile("^c(?!h)"), re.compile("^kn")
_EAR = "Say each word out loud. Listen with your eyes closed."


def _onset(word: str) -> str:
    """The first sound as letters: `sh`, `k` for a hard c, `n` for kn."""
    letters = re.match(r"sh|ch|th|kn|wh|[a-z]", word)
    return _SOUNDS.get(letters[0], letters[0]) if letters else ""


# --- rhymes ---------------------------------------------------------------------------------------


def _rhyme(p: Params) -> Question:
    end, word = p.word
    rng = rolls("rhyme", p.draw)
    others = [one for one in _SPOKEN if one[0] != end]
    rng.shuffle(others)
    wrong = {
        "same_start": _first(others, lambda e, w: _onset(w) == _onset(word) and e[0] != end[0]),
        "same_vowel": _first(others, lambda e, _: e[0] == end[0] and e[-1] != end[-1]),
        "same_last_letter": _first(others, lambda e, _: e[-1] == end[-1] and e[0] != end[0]),
        **{f"other_{n}": others[n][1] for n in range(3)},
    }
    return Question(
        stem=f"Which word rhymes with {word}?",
        key=rng.choice([one for one in _RHYMES[end] if one != word]),
        wrong={
            slip: Slip(one, _why_no_rhyme(slip, word, one)) for slip, one in wrong.items() if one
        },
        hints=(
            f"{_EAR} Which one ends like {word}?",
            f"The end of {word} sounds like “{end}”. Which word ends that way?",
        ),
        steps=(Step(f"{word} ends in “{end}”. So does the right word."),),
        same=(word, end),
    )


def _first(words: list[tuple[str, str]], fits: Callable[[str, str], bool]) -> str:
    return next((word for end, word in words if fits(end, word)), "")


def _why_no_rhyme(slip: str, word: str, one: str) -> str:
    return {
        "same_start": f"{word} and {one} start alike. Words that rhyme end alike.",
        "same_vowel": f"The middle of {one} is right, but the end is not the end of {word}.",
        "same_last_letter": f"{one} has the same last letter, but the sound before it is not.",
    }.get(slip, f"Say {word}, {one}. The ends do not sound the same.")


def _rhymes_by_spelling(p: Params, q: Question, answer: str) -> bool:
    """From the first vowel on, both words are spelled alike; another word, of course."""
    tail = re.search(r"[aeiouy].*", p.word[1])
    return bool(tail) and answer.endswith(tail[0]) and _onset_rest(answer, tail[0])


def _onset_rest(word: str, tail: str) -> bool:
    return not re.search(r"[aeiou]", word.removesuffix(tail)) and word != tail


# --- first sounds ---------------------------------------------------------------------------------


def _starts(p: Params) -> Question:
    end, word = p.word
    rng = rolls("starts", p.draw)
    pool = list(_SPOKEN)
    rng.shuffle(pool)
    alike = [w for e, w in pool if _onset(w) == _onset(word) and e != end]
    wrong = {
        "rhymes": _first(pool, lambda e, w: e == end and _onset(w) != _onset(word)),
        "ends_with_it": _first(pool, lambda _, w: w[-1] == word[0] and _onset(w) != _onset(word)),
        **{
            f"other_{n}": one
            for n, one in enumerate([w for e, w in pool if _onset(w) != _onset(word)][:4])
        },
    }
    feedback = {
        "rhymes": "{one} and {word} rhyme: they end alike. Listen to how they start.",
        "ends_with_it": "{one} has that sound at the end. Listen to how it starts.",
    }
    return Question(
        stem=f"Which word starts like {word}?",
        key=alike[0],
        wrong={
            slip: Slip(
                one,
                feedback.get(slip, "{one} starts with another sound. Say it slowly.").format(
                    one=one, word=word
                ),
            )
            for slip, one in wrong.items()
            if one
        },
        hints=(
            f"Say {word} and stop at once. What do you hear first?",
            "Now say the start of each of the four words.",
        ),
        steps=(Step(f"{word} and the right word start with the same sound."),),
        same=(word, _onset(word)),
    )


def _starts_alike(p: Params, q: Question, answer: str) -> bool:
    """By the letters: the same first letter, but sh, ch, th and hard c go their own way."""
    pairs = ("sh", "ch", "th")
    mine, theirs = p.word[1], answer
    if any((one in (mine[:2], theirs[:2])) for one in pairs):
        return mine[:2] == theirs[:2]
    first = [_SILENT.sub("n", _HARD.sub("k", word))[0] for word in (mine, theirs)]
    return first[0] == first[1]


# --- beats ----------------------------------------------------------------------------------------


def _clap(p: Params) -> Question:
    count, key = p.word
    rng = rolls("beats", p.draw)
    wrong = {
        **{f"fewer_{n}": w for n, w in enumerate(rng.sample(_BEATS[count - 1], 3))},
        **{f"more_{n}": w for n, w in enumerate(rng.sample(_BEATS[count + 1], 3))},
    }
    return Question(
        stem=f"Clap each word. Which one has {count} beats?",
        key=key,
        wrong={
            slip: Slip(
                one,
                f"You clap {one} {_times(slip, count)}. Clap once for each beat you can hear.",
            )
            for slip, one in wrong.items()
        },
        hints=(
            "Say the word slowly and clap once for each beat.",
            f"You want {count} claps. A long word can have few beats, so do not count letters.",
        ),
        steps=(Step(f"Clap and count: the right word has {count} beats."),),
        same=(key, tuple(sorted(wrong.values()))),
    )


def _times(slip: str, count: int) -> str:
    number = count - 1 if slip.startswith("fewer") else count + 1
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def _beats_by_vowels(p: Params, q: Question, answer: str) -> bool:
    """Each group of vowels is one beat, but for a silent e at the end."""
    groups = re.findall(r"[aeiouy]+", re.sub(r"(?<=[^aeioul])e$", "", answer))
    return len(groups) == p.word[0]


_SEEDS = range(200)
_WITH_ALIKE = tuple(
    (end, word)
    for end, word in _SPOKEN
    if sum(_onset(w) == _onset(word) and e != end for e, w in _SPOKEN) > 0
)
_OTHERS = ("other_0", "other_1", "other_2")

FAMILIES = (
    asking(
        Asking(
            id="reading.sounds.rhyme",
            skill="reading.sounds",
            grade=0,
            time_s=20,
            params={"word": _SPOKEN, "draw": _SEEDS},
            make=_rhyme,
            slips=("same_start", "same_vowel", "same_last_letter", *_OTHERS),
            checker=_rhymes_by_spelling,
        )
    ),
    asking(
        Asking(
            id="reading.sounds.first",
            skill="reading.sounds",
            grade=0,
            time_s=20,
            params={"word": _WITH_ALIKE, "draw": _SEEDS},
            make=_starts,
            slips=("rhymes", "ends_with_it", *_OTHERS, "other_3"),
            checker=_starts_alike,
        )
    ),
    asking(
        Asking(
            id="reading.sounds.beats",
            skill="reading.sounds",
            grade=0,
            time_s=25,
            params={"word": _COUNTED, "draw": _SEEDS},
            make=_clap,
            slips=tuple(f"{kind}_{n}" for kind in ("fewer", "more") for n in range(3)),
            checker=_beats_by_vowels,
        )
    ),
)
