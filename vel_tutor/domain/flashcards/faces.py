"""The words of a card. Keys come from the content and nowhere else.

This is the one place where a card gets its wording: whatever words it better (an adviser of
`agents/`) may change the front, the example or add a memory aid here, and never the back.
"""

from dataclasses import dataclass

from vel_tutor import content
from vel_tutor.content import Item, Step
from vel_tutor.domain.flashcards.views import StepView
from vel_tutor.media import maths
from vel_tutor.models.flashcards import CardDeck, Flashcard
from vel_tutor.vocabulary import CardSource, DeckKind, Subject

SUBJECTS = {Subject.MATH: "Math", Subject.READING: "Reading", Subject.SCIENCE: "Science"}


@dataclass(frozen=True)
class Face:
    """Both sides of a card as HTML."""

    asks: str
    html: str
    back: str
    figure: str = ""
    alt: str = ""
    options: tuple[str, ...] = ()
    example: str = ""
    steps: tuple[StepView, ...] = ()


def face(card: Flashcard, deck: CardDeck) -> Face:
    """The two sides of `card`.

    Raises:
        LookupError: what it was made of is no longer part of the content.
    """
    match card.source:
        case CardSource.TERM:
            return _term(card, deck)
        case CardSource.QUESTION:
            return _question(content.instance(card.family, card.seed))
        case CardSource.SLIP:
            return _slip(content.instance(card.family, card.seed), card)
        case CardSource.OWN:
            return Face("Your card", maths.plain(card.front), maths.plain(card.back))


def _term(card: Flashcard, deck: CardDeck) -> Face:
    term = content.term_set(deck.terms).card(card.key)
    if term is None:
        raise LookupError(card.key)
    return Face(
        "What is it?",
        maths.to_html(term.front),
        maths.to_html(term.back),
        example=maths.to_html(term.example),
    )


def _question(item: Item) -> Face:
    return Face(
        "Work it out",
        maths.to_html(item.stem),
        maths.to_html(item.key),
        figure=item.figure,
        alt=item.alt,
        options=tuple(maths.to_html(choice.text) for choice in item.choices),
        steps=tuple(_step(step) for step in item.steps),
    )


def _slip(item: Item, card: Flashcard) -> Face:
    """Why an answer the learner once gave is tempting and wrong."""
    return Face(
        "Find the slip",
        f"Somebody answered <strong>{given(item, card.answer)}</strong> to this. "
        f"What went wrong?<br>{maths.to_html(item.stem)}",
        maths.to_html(content.check(item, card.answer).feedback),
        figure=item.figure,
        alt=item.alt,
        example=f"The right answer is {maths.to_html(item.key)}.",
    )


def given(item: Item, answer: str) -> str:
    """An answer as it was shown or typed."""
    place = int(answer) if item.choices and answer.isdecimal() else -1
    if 0 <= place < len(item.choices):
        return maths.to_html(item.choices[place].text)
    return maths.plain(answer)


def _step(step: Step) -> StepView:
    claim = maths.equation(step.lhs, step.rhs) if step.lhs else ""
    return StepView(maths.to_html(step.sentence), claim)


def title(deck: CardDeck) -> str:
    """What a deck is called."""
    if deck.kind is DeckKind.OWN:
        return deck.title
    if deck.kind is DeckKind.GAPS:
        return f"From my gaps: {SUBJECTS[deck.subject].lower()}"
    try:
        return content.term_set(deck.terms).title
    except KeyError:
        return "A set that is no longer offered"


def public_title(deck: CardDeck) -> str:
    """The same for a picture others see: never words of the owner."""
    return title(deck) if deck.kind is DeckKind.TERMS else SUBJECTS[deck.subject]


def skill_name(deck: CardDeck) -> str:
    """The skill a deck is about, in words."""
    try:
        return content.skill(deck.skill).name if deck.skill else ""
    except KeyError:
        return ""
