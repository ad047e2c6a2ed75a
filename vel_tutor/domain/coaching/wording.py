"""The words of the guided tutor: one turn, from what it refers to, and in full sentences."""

from dataclasses import dataclass

from vel_tutor import content
from vel_tutor.domain.coaching import telling
from vel_tutor.domain.coaching.picking import Card
from vel_tutor.domain.coaching.views import StepLineView
from vel_tutor.media import maths, passages
from vel_tutor.vocabulary import CoachMove, CoachTurn

CARE = (
    "Thank you for telling me. That sounds really hard, and you do not have to carry it alone. "
    "Please talk to an adult you trust right now: a parent, a teacher, a school nurse. If you are "
    "in danger, call your emergency number. In the US you can call or text 988 at any hour; "
    "elsewhere, findahelpline.com lists people who listen. I am only a practice tutor, and they "
    "can really help."
)
_FIXED = {
    CoachTurn.POSE: "Let us work on this one together. What is your answer?",
    CoachTurn.MISS: "Not yet. Let us look at it together.",
    CoachTurn.BACK: "That is how it goes. Now back to your question: try the same way there.",
    CoachTurn.NO_EXAMPLE: "I have no second question of this kind, so let us look closer at yours.",
    CoachTurn.NO_EASIER: "This is the first of its kind, so we take it in small steps.",
    CoachTurn.CHECK: "One more, to see whether it sticks.",
    CoachTurn.TRY: (
        "Have a go, even if you are not sure. If it is not right yet, I can tell what is off."
    ),
    CoachTurn.REDIRECT: (
        "I can only help with the question above. Try an answer, or press “I'm stuck”."
    ),
    CoachTurn.CARE: CARE,
    CoachTurn.TIME_UP: "Your minutes are used up. Finish this turn in peace: it costs nothing.",
    CoachTurn.FILLED: "Yes, that is what it comes to.",
    CoachTurn.UNFILLED: "Not yet. Work out just this one line.",
    CoachTurn.SOLUTION: "Let us look at how it goes.",
    CoachTurn.WHY_RIGHT: "This is why it is right.",
}
_LEARNER = {
    CoachMove.STUCK: "I'm stuck",
    CoachMove.WHY: "Why?",
    CoachMove.EXAMPLE: "Show me an example",
    CoachMove.EASIER: "Easier please",
    CoachMove.NEXT: "Next",
    CoachMove.END: "That's enough for now",
}
BUTTONS = {
    CoachMove.STUCK: ("I'm stuck", "s"),
    CoachMove.WHY: ("Why?", "w"),
    CoachMove.EXAMPLE: ("Show me an example", "x"),
    CoachMove.EASIER: ("Easier please", "e"),
    CoachMove.NEXT: ("Next", "n"),
    CoachMove.END: ("That's enough", "q"),
}
"""Each move as a button, and the key that presses it."""


@dataclass(frozen=True)
class Words:
    """What is shown of one turn; see `TurnView`."""

    text: str
    """With maths as LaTeX."""
    claim: str = ""
    passage: str = ""
    figure: str = ""
    steps: tuple[StepLineView, ...] = ()


def of_tutor(kind: CoachTurn, card: Card, place: int = 0, answer: str = "") -> Words:
    """What the tutor says in one turn.

    Args:
        answer: what it is about, where it names a slip.
    """
    item = card.item
    if kind in (CoachTurn.SLIP, CoachTurn.UNREAD, CoachTurn.RECALL):
        return Words(_about_answer(kind, item, answer))
    if kind is CoachTurn.EXAMPLE:
        return Words(
            f"Here is one like it, step by step. {item.stem}",
            passage=passages.to_html(item.passage),
            figure=item.figure,
        )
    if kind in (CoachTurn.STEP, CoachTurn.FILL, CoachTurn.FILLED):
        return _step(kind, item, place)
    if kind in (CoachTurn.SOLUTION, CoachTurn.WHY_RIGHT):
        return Words(f"{_FIXED[kind]} The answer is {_in_line(item.key)}.", steps=solution(item))
    return Words(_plain_words(kind, item, place))


def _plain_words(kind: CoachTurn, item: content.Item, place: int) -> str:
    skill = content.skill(item.skill)
    if kind is CoachTurn.HINT:
        return f"{'One more hint' if place else 'A hint'}: {item.hints[place]}"
    if kind is CoachTurn.WHY:
        return skill.about
    if kind is CoachTurn.RIGHT:
        return (
            "Right again: it sticks. Another one, or is that enough?"
            if place
            else "Yes, that is right! Shall we see whether it sticks with one more?"
        )
    if kind is CoachTurn.EASIER:
        return f"Let us step back to what it builds on: {skill.name}. What is your answer to this?"
    return _FIXED[kind]


def _about_answer(kind: CoachTurn, item: content.Item, answer: str) -> str:
    went = content.check(item, answer) if answer else None
    told = went.feedback if went else "Let us look at it once more."
    if kind is CoachTurn.SLIP:
        return f"Not quite. {told}"
    if kind is CoachTurn.RECALL:
        return f"You have met this one. {told}"
    return f"{told} That did not count."


def _step(kind: CoachTurn, item: content.Item, place: int) -> Words:
    step = item.steps[place]
    if kind is CoachTurn.STEP:
        return Words(step.sentence, passages.claim(item.passage, step.lhs, step.rhs))
    if kind is CoachTurn.FILLED:
        return Words(_FIXED[kind], passages.claim(item.passage, step.lhs, step.rhs))
    return Words(f"{step.sentence} This step is yours: what does it come to?", asked(item, place))


def asked(item: content.Item, place: int) -> str:
    """The step the learner works out, as a formula with a gap."""
    return maths.equation(item.steps[place].lhs, "?")


def solution(item: content.Item) -> tuple[StepLineView, ...]:
    """The whole way, line by line."""
    return tuple(
        StepLineView(maths.to_html(step.sentence), passages.claim(item.passage, step.lhs, step.rhs))
        for step in item.steps
    )


def _in_line(key: str) -> str:
    return key.rstrip(".")


def of_learner(move: CoachMove | None, card: Card | None, sealed: str) -> str:
    """What the learner said, as HTML."""
    if move is CoachMove.ANSWER and card is not None and (card.item.choices or card.item.parts):
        return maths.to_html(content.in_words(card.item, sealed))
    if move in (CoachMove.ANSWER, CoachMove.SAY):
        return maths.plain(sealed)
    return maths.plain(_LEARNER.get(move, "")) if move else ""


def as_typed(words: Words) -> str:
    """A turn as a line of signs, for whoever words it anew."""
    return telling.plain(words.text)
