"""The tutor in a model's words, where there is a model and it may be asked.

A model words what our own tutor has decided to say. Every turn of it is judged by code before
anybody sees it; whatever will not do leaves our own turn where it is.
"""

import re
from fractions import Fraction
from typing import Literal

from vel_tutor import content
from vel_tutor.agents import desk, provider
from vel_tutor.agents.brains import tutor_turn
from vel_tutor.agents.brains.tutor_turn import Question, Turn
from vel_tutor.core.actor import Actor
from vel_tutor.core.settings import settings
from vel_tutor.domain.coaching import scrubbing, telling
from vel_tutor.vocabulary import GRADES, CoachTurn, ConsentScope, Standing

Went = Literal["right", "wrong", "none"]
WITHIN_MS = 3000
"""Then our own turn is said. It is there already: nobody waits for nothing."""
REWORDED = frozenset(
    {
        CoachTurn.SLIP,
        CoachTurn.MISS,
        CoachTurn.HINT,
        CoachTurn.WHY,
        CoachTurn.RIGHT,
        CoachTurn.TRY,
        CoachTurn.REDIRECT,
        CoachTurn.NO_EXAMPLE,
        CoachTurn.NO_EASIER,
    }
)
"""What a model may put into words; questions, steps and solutions are facts, and care is fixed."""
_SMALL = frozenset(map(Fraction, range(4)))
"""Said in passing everywhere: one more, two ways."""
_SPELLED = re.compile(
    r"\b(four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|"
    r"seventy|eighty|ninety|hundred|thousand|million|dozen|half|third|quarter)\b",
    re.IGNORECASE,
)
_FORBIDDEN = re.compile(
    r"https?:|www\.|@|[<>{}\[\]#_`|\\]|\*\*|\.(com|org|net|io)\b|&\w+;", re.IGNORECASE
)
_WHICH = re.compile(
    r"\b(?:option|choice|tile|letter)\s+(?:is\s+)?(?:[a-f]|[1-6])\b|"
    r"\banswer\s+(?:is\s+)?(?-i:[A-F])\b|"
    r"\b(?:first|second|third|fourth|last|top|bottom)\s+(?:option|choice|answer|tile|one)\b",
    re.IGNORECASE,
)
_SAYS_RIGHT = re.compile(
    r"\b(?:correct|you(?:'re| are) right|that(?:'s| is) right|exactly|well done|you got it|"
    r"perfect|spot on|nailed)\b",
    re.IGNORECASE,
)
_SAYS_WRONG = re.compile(
    r"\b(?:incorrect|wrong|not (?:quite|right|yet|correct)|mistake|try again)\b", re.IGNORECASE
)
_NOT_RIGHT = re.compile(r"\b(?:not|isn.t|almost|nearly)\s+\w*\s?(?:correct|right|exactly)")


def may_ask(actor: Actor) -> bool:
    """Whether a model may hear what the actor says: never of a child, unless it keeps nothing."""
    keeps_nothing = settings().ai_zdr_confirmed or actor.standing is not Standing.CHILD
    return provider.is_configured() and ConsentScope.AI in actor.scopes and keeps_nothing


def worded(question: Question, item: content.Item) -> str:
    """The turn in a model's words; empty where it gave none in time, or none that will do."""
    turn = desk.ask(tutor_turn.by_model, question, within_ms=WITHIN_MS, otherwise=None)
    return "" if turn is None or complaints(question, item, turn) else turn.text


def complaints(question: Question, item: content.Item, turn: Turn) -> list[str]:
    """What is wrong with a turn; empty if it may be shown."""
    text = turn.text
    found = [
        (not text.isprintable() or len(text) > tutor_turn.LONGEST, "signs or length"),
        (bool(_FORBIDDEN.search(text)), "an address or formatting"),
        (not text.isascii() and _is_foreign(text), "another script"),
        (scrubbing.unfit(text) or scrubbing.in_danger(text), "words that have no place here"),
        (not question.may_tell and telling.tells(item, text), "the answer, too early"),
        (bool(_WHICH.search(text)), "which choice"),
        (_wrong_verdict(question, turn), "another verdict than ours"),
        (telling.true_sums(text) is False, "a sum that is not true"),
        (not _known(question, text), "a figure nobody gave"),
        (_another_answer(item, text), "another answer than the right one"),
    ]
    return [words for is_wrong, words in found if is_wrong]


def _is_foreign(text: str) -> bool:
    strange = sum(char.isalpha() and ord(char) > 0x24F for char in text)
    return strange > 3


def _wrong_verdict(question: Question, turn: Turn) -> bool:
    """Whether it says right of what is wrong, or wrong of what is right."""
    if question.went == "right":
        return bool(_SAYS_WRONG.search(turn.text))
    plain = _NOT_RIGHT.sub("", turn.text)
    return turn.manner == "praise" or bool(_SAYS_RIGHT.search(plain))


def _known(question: Question, text: str) -> bool:
    """Whether every figure was given, or stands in a sum that holds."""
    given = telling.numbers(" ".join((question.stem, question.plan, *question.choices)))
    spelled = {word.casefold() for word in _SPELLED.findall(text)}
    named = {word.casefold() for word in _SPELLED.findall(f"{question.stem} {question.plan}")}
    is_shown = bool(telling.true_sums(text)) or telling.numbers(text) <= given | _SMALL
    return is_shown and spelled <= named


def _another_answer(item: content.Item, text: str) -> bool:
    """Whether it names a final answer that is not the right one."""
    return telling.names_answer(text) and not telling.tells(item, text)


def asked_of(
    item: content.Item, plan: str, learner: str, *, went: Went, may_tell: bool, name: str
) -> Question:
    """The question for a model about one turn, with everything about people taken out."""
    skill = content.skill(item.skill)
    stem = telling.plain(item.stem)
    return Question(
        skill=skill.name,
        grade=GRADES[item.grade],
        stem=stem,
        choices=tuple(telling.plain(choice.text) for choice in item.choices),
        plan=plan,
        learner=scrubbing.without_people(learner, known=stem, name=name),
        went=went,
        may_tell=may_tell,
    )
