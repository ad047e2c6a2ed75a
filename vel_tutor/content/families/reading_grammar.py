"""Grammar: agreement, tense, pronouns, commas and words that sound alike."""

from typing import Any

from vel_tutor.content.asking import Asking, Question, Slip, asking
from vel_tutor.content.family import Params, Step
from vel_tutor.content.tables import table
from vel_tutor.content.worlds.people import PEOPLE

_TABLE = table("grammar")
_FILL = "Which words fit? {}"


def _question(
    stem: str, key: str, wrong: dict[str, Slip], hints: tuple[str, str], why: str
) -> Question:
    return Question(stem, key, wrong, hints, (Step(why), Step(f"So it is “{key}”.")))


# --- subject and verb -----------------------------------------------------------------------------

_HEADS: list[tuple[str, bool]] = [tuple(row) for row in _TABLE["verbs"]["heads"]]
_TAILS: list[list[str]] = _TABLE["verbs"]["tails"]
_SHAPES = ("plain", "ing", "has", "was")


def _form(tail: list[str], shape: str, one: bool) -> str:
    base, with_s, ing, done, _ = tail
    return {
        "plain": with_s if one else base,
        "ing": f"{'is' if one else 'are'} {ing}",
        "has": f"{'has' if one else 'have'} {done}",
        "was": f"{'was' if one else 'were'} {ing}",
    }[shape]


def _agreement(p: Params) -> Question:
    (subject, one), tail = _HEADS[p.head], _TAILS[p.tail]
    head = subject.split(" of ")[0] if " of " in subject else " ".join(subject.split()[:2])
    many = f"“{head}” is {'one' if one else 'more than one'}, whatever stands after it"
    wrong = {
        f"other_{shape}": Slip(
            _form(tail, shape, not one),
            f"“{_form(tail, shape, not one)}” goes with {'many' if one else 'one'}. {many}.",
        )
        for shape in _SHAPES
    }
    wrong["no_helper"] = Slip(tail[2], f"“{tail[2]}” cannot stand alone: it needs a helper verb.")
    return _question(
        _FILL.format(f"{subject} ___ {tail[4]}."),
        _form(tail, p.shape, one),
        wrong,
        (
            "Find the word the sentence is really about. It stands before “of”, “in” or “from”.",
            f"Is “{head}” one thing or more than one?",
        ),
        f"{many}.",
    )


def _agrees(p: Params, q: Question, answer: str) -> bool:
    """By ear and ending: the helper or the ending shows the number of the first noun."""
    first = answer.split()[0]
    words = q.stem.removeprefix(_FILL.format("")).split()
    noun = words[1] if words[0] in ("The", "A") else words[0]
    plural = noun.endswith("s") and not noun.endswith("ss")
    if " " in answer:
        return first in (("are", "have", "were") if plural else ("is", "has", "was"))
    return not answer.endswith("ing") and answer.endswith("s") != plural


# --- tense ----------------------------------------------------------------------------------------

_VERBS: list[list[str]] = _TABLE["verbs"]["rows"]
_CUES = {
    "past": ("Yesterday {name} ___ {rest}.", "“Yesterday” asks for the past"),
    "habit": ("Every day {name} ___ {rest}.", "“Every day” asks for the simple present"),
    "future": ("Tomorrow {name} ___ {rest}.", "“Tomorrow” asks for “will”"),
    "now": ("Right now {name} ___ {rest}.", "“Right now” asks for “is” with “-ing”"),
    "since": ("By now {name} ___ {rest} many times.", "“By now many times” asks for “has”"),
}


def _tensed(verb: list[str], cue: str) -> str:
    base, with_s, past, done, ing, _ = verb
    return {
        "past": past,
        "habit": with_s,
        "future": f"will {base}",
        "now": f"is {ing}",
        "since": f"has {done}",
    }[cue]


def _tense(p: Params) -> Question:
    verb, name = _VERBS[p.verb], PEOPLE[p.who].name
    text, why = _CUES[p.cue]
    wrong = {
        f"fits_{cue}": Slip(
            _tensed(verb, cue), f"“{_tensed(verb, cue)}” belongs to another time. {why}."
        )
        for cue in _CUES
        if cue != p.cue
    }
    made_up = f"{verb[0].removesuffix('e')}ed"
    wrong["made_up"] = Slip(made_up, f"“{verb[0]}” does not take “-ed”: its past is another word.")
    return _question(
        _FILL.format(text.format(name=name, rest=verb[5])),
        _tensed(verb, p.cue),
        wrong,
        ("Which words tell you when it happens?", f"{why}. Which of the answers has that form?"),
        f"{why}.",
    )


_TENSE_SIGNS = {"Yesterday": 2, "Every": 1, "Tomorrow": 0, "Right": 4, "By": 3}
_HELPERS = {"Tomorrow": "will", "Right": "is", "By": "has"}


def _tense_checks(p: Params, q: Question, answer: str) -> bool:
    """From the first word of the sentence: which column of the verb table, with which helper."""
    cue = q.stem.removeprefix(_FILL.format("")).split()[0]
    helper, _, form = answer.rpartition(" ")
    return helper == _HELPERS.get(cue, "") and form == _VERBS[p.verb][_TENSE_SIGNS[cue]]


# --- pronouns -------------------------------------------------------------------------------------

_PRONOUNS = (
    ("I", "me", "my", "mine", "myself"),
    ("he", "him", "his", "his", "himself"),
    ("she", "her", "her", "hers", "herself"),
    ("we", "us", "our", "ours", "ourselves"),
    ("they", "them", "their", "theirs", "themselves"),
)
_CASES = {
    "does": ("{name} and ___ played chess after lunch.", "who does something"),
    "gets": ("The coach thanked {name} and ___ after lunch.", "who gets something done to them"),
    "owns": ("{name} borrowed ___ pencil after lunch.", "whose pencil it is, before the noun"),
    "alone": ("{name}'s coat is wet, and so is ___.", "whose it is, without a noun after it"),
}
_CASE_NAMES = ("does", "gets", "owns", "alone", "self")


def _pronoun(p: Params) -> Question | None:
    row, name = _PRONOUNS[p.set], PEOPLE[p.who].name
    text, why = _CASES[p.case]
    place = _CASE_NAMES.index(p.case)
    forms = dict(zip(_CASE_NAMES, row, strict=True))
    uses = {
        "does": "is for who does something",
        "gets": "is for who something is done to",
        "owns": "stands before the thing that is owned",
        "alone": "stands alone, in place of the thing",
        "self": "only points back to the same person",
    }
    wrong = {
        case: Slip(form, f"“{form}” {uses[case]}. Here you need {why}.")
        for case, form in forms.items()
        if form != row[place]
    }
    mixed = {"I": "mines", "he": "hisself", "she": "her's", "we": "our's", "they": "theirselves"}
    made_up = mixed[row[0]]
    wrong["made_up"] = Slip(made_up, f"“{made_up}” is not a word in standard English.")
    return _question(
        _FILL.format(text.format(name=name)),
        row[place],
        wrong,
        (
            "Leave out the other name and say the sentence again.",
            f"The gap shows {why}. Which form does that job?",
        ),
        f"The gap shows {why}.",
    )


_JOBS = {"played": 0, "thanked": 1, "borrowed": 2, "coat": 3}


def _pronoun_checks(p: Params, q: Question, answer: str) -> bool:
    """By the word beside the gap: its column in the table of pronouns."""
    column = next(place for word, place in _JOBS.items() if word in q.stem)
    return any(row[column] == answer and row[0] == _PRONOUNS[p.set][0] for row in _PRONOUNS)


# --- words that sound alike -----------------------------------------------------------------------

_SOUNDS: list[dict[str, Any]] = _TABLE["sounds"]
_SOUND_LINES = tuple(
    (place, line) for place, row in enumerate(_SOUNDS) for line in range(len(row["lines"]))
)


def _homophone(p: Params) -> Question:
    row = _SOUNDS[p.line[0]]
    key, text = row["lines"][p.line[1]]
    means = row["means"]
    wrong = {
        f"spelling_{place}": Slip(
            word,
            f"“{word}” means “{means[word]}”. That does not fit here."
            if word in means
            else f"“{word}” is not spelled that way in English.",
        )
        for place, word in enumerate(row["spellings"])
        if word != key
    }
    return _question(
        f"Which word fits? {text}",
        key,
        wrong,
        ("These words sound alike. Think of what the gap means.", f"The gap means: {means[key]}."),
        f"“{key}” means “{means[key]}”.",
    )


def _homophone_checks(p: Params, q: Question, answer: str) -> bool:
    """By the meaning given in the second hint."""
    means = _SOUNDS[p.line[0]]["means"]
    return answer in means and q.hints[1].endswith(f": {means[answer]}.")


_SLIPS = tuple(f"spelling_{place}" for place in range(4))


def _family(name: str, grade: int, make: Any, check: Any, **rest: Any) -> Asking:
    return Asking(
        id=f"reading.grammar.{name}",
        skill=f"reading.{rest['skill']}",
        grade=grade,
        time_s=30,
        params=rest["params"],
        make=make,
        slips=rest["slips"],
        checker=check,
    )


FAMILIES = (
    asking(
        _family(
            "agreement", 4, _agreement, _agrees, skill="agreement",
            params={"head": range(len(_HEADS)), "tail": range(len(_TAILS)), "shape": _SHAPES},
            slips=(*(f"other_{shape}" for shape in _SHAPES), "no_helper"),
        )
    ),
    asking(
        _family(
            "tense", 3, _tense, _tense_checks, skill="tense",
            params={"verb": range(len(_VERBS)), "cue": tuple(_CUES), "who": range(len(PEOPLE))},
            slips=(*(f"fits_{cue}" for cue in _CUES), "made_up"),
        )
    ),
    asking(
        _family(
            "pronouns", 5, _pronoun, _pronoun_checks, skill="pronouns",
            params={
                "set": range(len(_PRONOUNS)), "case": tuple(_CASES), "who": range(len(PEOPLE))
            },
            slips=(*_CASE_NAMES, "made_up"),
        )
    ),
    asking(
        _family(
            "sound_alikes", 3, _homophone, _homophone_checks, skill="sound_alikes",
            params={"line": _SOUND_LINES, "turn": range(40)}, slips=_SLIPS,
        )
    ),
)  # fmt: skip
