"""Apostrophes (who owns it, what is left out) and quotation marks (who says what)."""

from typing import Any

from vel_tutor.content.asking import Asking, Question, Slip, asking
from vel_tutor.content.facts import capital
from vel_tutor.content.family import Params, Step
from vel_tutor.content.tables import table
from vel_tutor.content.worlds.people import PEOPLE

_TABLE: dict[str, Any] = table("punctuation")
_NOUNS: list[list[str]] = _TABLE["owners"]["nouns"]
_THINGS: list[str] = _TABLE["owners"]["things"]
_SHORTS: list[dict[str, str]] = _TABLE["shorts"]
_SPEECHES: list[dict[str, str]] = _TABLE["speeches"]


# --- owners ---------------------------------------------------------------------------------------


def _owner(p: Params) -> Question:
    (one, many), thing = _NOUNS[p.noun], _THINGS[p.thing]
    key = f"{one}'s" if p.count == 1 else f"{one}s'"
    spelled = {
        "one_owner": (f"{one}'s", f"With 's there is just one {one}."),
        "several_owners": (f"{one}s'", f"With s' there is more than one {one}."),
        "no_mark": (f"{one}s", f"“{many}” is just more than one {one}. Who owns the {thing}?"),
        "two_marks": (f"{one}'s'", "One apostrophe is enough to show who owns it."),
        "before_the_word": (f"{one}s's", f"“{one}s's” has one s too many."),
        "no_s": (f"{one}'", f"“{one}'” is short of an s: one {one} needs 's."),
    }
    return Question(
        stem=f"The {thing} of {f'one {one}' if p.count == 1 else f'all the {many}'}"
        f" can be written as: the ___ {thing}. Which one fits?",
        key=key,
        wrong={
            slip: Slip(text, f"{why} Here there is {_many(p, one, many)}.")
            for slip, (text, why) in spelled.items()
            if text != key
        },
        hints=(
            "How many owners are there? Write that word first, without any mark.",
            "If the word for the owners ends in s, add only the mark. If not, add the mark and s.",
        ),
        steps=(Step(f"There is {_many(p, one, many)}, so it is: the {key} {thing}."),),
        same=(p.noun, p.thing, p.count),
    )


def _many(p: Params, one: str, many: str) -> str:
    return f"one {one}" if p.count == 1 else f"more than one owner: all the {many}"


def _owns(p: Params, q: Question, answer: str) -> bool:
    """Write the owners out, then add what their last letter asks for."""
    owners = q.stem.split(" of ")[1].split(" can be")[0].split()[-1]
    return answer == owners + ("'" if owners.endswith("s") else "'s")


# --- left-out letters -----------------------------------------------------------------------------


def _short(p: Params) -> Question:
    row = _SHORTS[p.row]
    short, line = row["short"], row["line"]
    bare, at = short.replace("'", ""), short.index("'")
    spelled = {
        "no_mark": (bare, f"“{bare}” does not show that letters of “{row['long']}” are left out."),
        "too_early": (
            f"{bare[: at - 1]}'{bare[at - 1 :]}",
            f"The mark stands one place too early: nothing of “{row['long']}” is missing there.",
        ),
        "too_late": (
            f"{bare}'",
            f"At the end of “{bare}” nothing is missing. Look inside “{row['long']}”.",
        ),
        "apart": (
            f"{short[:at]} '{short[at + 1 :]}",
            "A short form is one word: there is no gap in it.",
        ),
        "two_marks": (f"{short}'", "One mark is enough: letters are left out at one place only."),
        "nothing_left_out": (
            f"{row['long'][:2]}'{row['long'][2:].replace(' ', '')}",
            f"No letter of “{row['long']}” is left out there, so there is nothing to mark.",
        ),
        "gap_marked": (
            row["long"].replace(" ", " '"),
            f"That is still “{row['long']}”, only with a mark in it. Leave letters out.",
        ),
    }
    name = PEOPLE[p.who].name
    return Question(
        stem=f"{name} wrote: “{line.replace('___', row['long'])}” "
        f"How do you write “{row['long']}” in a short way?",
        key=short,
        wrong={slip: Slip(text, why) for slip, (text, why) in spelled.items() if text != short},
        hints=(
            f"Say “{row['long']}” fast. Which letters do you no longer hear?",
            "The mark stands in the very place where letters are left out.",
        ),
        steps=(Step(f"“{row['long']}” becomes “{short}”: the mark stands for what is left out."),),
        same=(p.row, name),
    )


def _shortened(p: Params, q: Question, answer: str) -> bool:
    """Both sides of the mark begin and end the long form; between them letters are missing."""
    long = q.stem.split("How do you write “")[1].split("”")[0]
    head, mark, tail = answer.partition("'")
    joined = long.replace(" ", "")
    return (
        mark == "'"
        and " " not in answer
        and bool(tail)
        and "'" not in tail
        and joined.startswith(head)
        and joined.endswith(tail)
        and joined in (head + "o" + tail, head + "no" + tail, head + "ha" + tail)
    ) or answer in _TWO_WORDS.get(long, ())


_TWO_WORDS = {"she will": ("she'll",), "we are": ("we're",), "it is": ("it's",)}
"""Short forms that drop the first letters of the second word, by ear."""


# --- who says what --------------------------------------------------------------------------------


def _speech(p: Params) -> Question:
    row, name = _SPEECHES[p.row], PEOPLE[p.who].name
    said, verb = row["said"], row["verb"]
    big = capital(said)
    if p.order == "first":
        key = f"{name} {verb}, “{big}.”"
        spelled = {
            "no_comma": (f"{name} {verb} “{big}.”", f"After “{verb}” a comma is missing."),
            "two_stops": (f"{name} {verb}, “{big}.”.", "One end mark is enough, inside the marks."),
            "that": (f"{name} {verb} that, “{big}.”", "After “that” no exact words can follow."),
            "mark_outside": (f"{name} {verb}, “{big}”.", "The end mark belongs inside the marks."),
            "all_quoted": (f"“{name} {verb}, {big}.”", f"{name} does not say “{name} {verb}”."),
            "half_quoted": (f"{name} {verb}, “{big}.", "The marks are opened but never closed."),
            "no_marks": (f"{name} {verb}, {big}.", f"Nothing shows which words {name} speaks."),
        }
    else:
        key = f"“{big},” {verb} {name}."
        spelled = {
            "no_comma": (f"“{big}” {verb} {name}.", f"A comma must part the speech from “{verb}”."),
            "two_stops": (
                f"“{big}.,” {verb} {name}.",
                "A comma is enough before the closing mark.",
            ),
            "that": (f"That “{big},” {verb} {name}.", "“That” and exact words do not go together."),
            "mark_outside": (f"“{big}”, {verb} {name}.", "The comma belongs inside the marks."),
            "all_quoted": (f"“{big}, {verb} {name}.”", f"{name} does not say “{verb} {name}”."),
            "half_quoted": (f"{big},” {verb} {name}.", "The marks are closed but never opened."),
            "full_stop": (
                f"“{big}.” {capital(verb)} {name}.",
                f"“{capital(verb)} {name}” is cut off.",
            ),
        }
    return Question(
        stem=f"{name} speaks these words: {said}. Which sentence is written correctly?",
        key=key,
        wrong={slip: Slip(text, f"{why} Check it again.") for slip, (text, why) in spelled.items()},
        hints=(
            "The marks go around the spoken words, and around nothing else.",
            "Check three things: the capital letter, the comma, and what stands inside the marks.",
        ),
        steps=(Step("Marks around the speech, a capital letter, a comma before the rest."),),
        same=(p.row, name, p.order),
    )


def _is_written(p: Params, q: Question, answer: str) -> bool:
    """Take the sentence apart at its marks and look at each piece."""
    if answer.count("“") != 1 or answer.count("”") != 1:
        return False
    before, _, rest = answer.partition("“")
    spoken, _, after = rest.partition("”")
    name, row = PEOPLE[p.who].name, _SPEECHES[p.row]
    return spoken[:-1] == capital(row["said"]) and (
        (before == f"{name} {row['verb']}, " and spoken[-1] == "." and not after)
        or (not before and spoken[-1] == "," and after == f" {row['verb']} {name}.")
    )


def _family(name: str, skill: str, grade: int, **rest: Any) -> Asking:
    return Asking(id=f"reading.{name}", skill=f"reading.{skill}", grade=grade, time_s=35, **rest)


FAMILIES = (
    asking(
        _family(
            "apostrophes.owner",
            "apostrophes",
            4,
            params={"noun": range(len(_NOUNS)), "thing": range(len(_THINGS)), "count": (1, 2)},
            make=_owner,
            slips=(
                "one_owner",
                "several_owners",
                "no_mark",
                "two_marks",
                "before_the_word",
                "no_s",
            ),
            checker=_owns,
        )
    ),
    asking(
        _family(
            "apostrophes.short_form",
            "apostrophes",
            4,
            params={"row": range(len(_SHORTS)), "who": range(len(PEOPLE))},
            make=_short,
            slips=(
                "no_mark",
                "too_early",
                "too_late",
                "apart",
                "two_marks",
                "nothing_left_out",
                "gap_marked",
            ),
            checker=_shortened,
        )
    ),
    asking(
        _family(
            "quotation_marks.speech",
            "quotation_marks",
            5,
            params={
                "row": range(len(_SPEECHES)),
                "who": range(len(PEOPLE)),
                "order": ("first", "last"),
            },
            make=_speech,
            slips=(
                "no_comma",
                "two_stops",
                "that",
                "mark_outside",
                "all_quoted",
                "half_quoted",
                "no_marks",
                "full_stop",
            ),
            checker=_is_written,
        )
    ),
)
