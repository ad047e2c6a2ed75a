"""Cards from gaps: questions of weak skills, and the slips somebody's own answers have shown.

A card of a question is made only where marking, which checks by another route than the key was
worked out, agrees with the key.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from random import Random
from uuid import UUID, uuid4, uuid5

from sqlmodel import col, func, select

from vel_tutor import content
from vel_tutor.content import Item
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, transaction
from vel_tutor.core.errors import Conflict
from vel_tutor.domain import mastery, practice
from vel_tutor.domain.flashcards import decks
from vel_tutor.domain.flashcards.queries import one_at_a_time
from vel_tutor.domain.practice import Slip
from vel_tutor.models.flashcards import CardDeck, Flashcard
from vel_tutor.vocabulary import STUDENTS, CardSource, DeckKind, ItemFormat, Subject

SLIPS_LOOKED_AT = timedelta(days=60)
MOST_SLIPS = 12
CARDS_A_FAMILY = 2
MOST_A_SKILL = 6
MOST_SKILLS = 6
MOST_CARDS = 120
"""In one deck of gaps."""
WEAK_UNDER = 0.65
"""Of the questions of a skill one would get right (0..1): under this it is not strong yet."""
LONGEST_STEM = 320
"""Characters: longer questions are for practice, not for a card."""
FORMATS = frozenset(
    {ItemFormat.CHOICE, ItemFormat.NUMERIC, ItemFormat.FRACTION, ItemFormat.EXPRESSION}
)
_TRIES = 8


class NoGaps(Conflict):
    words = "We have not seen a gap yet. Practise a little, then we can make cards for you."
    code = "no_gaps"


def deck_from_gaps(actor: Actor, skills: Sequence[str] = ()) -> tuple[UUID, ...]:
    """Make cards of `skills` and of the actor's slips, in one deck a subject.

    Doing it again adds what is new and changes nothing else.

    Args:
        skills: the weak ones a diagnostic found; none: those that went badly so far.

    Returns:
        The decks, the one with most new cards first.

    Raises:
        NotAllowed: the actor is not a student.
        NoGaps: there is nothing to make cards of.
    """
    actor.must_be(*STUDENTS)
    with transaction() as tx:
        one_at_a_time(tx, actor)
        asked = skills or _weak_skills(tx, actor.user_id)
        weak = [one for one in asked if _is_skill(one)]
        slips = practice.slips(tx, actor.user_id, tx.now - SLIPS_LOOKED_AT, MOST_SLIPS)
        made: dict[UUID, int] = {}
        for subject in Subject:
            deck = _deck_of(tx, actor, subject, weak[:MOST_SKILLS], slips)
            made |= deck
        if not made:
            raise NoGaps
        return tuple(sorted(made, key=lambda deck_id: -made[deck_id]))


def _deck_of(
    tx: Transaction, actor: Actor, subject: Subject, skills: Sequence[str], slips: Sequence[Slip]
) -> dict[UUID, int]:
    """The actor's gap deck of a subject with its number of new cards; nothing without a card."""
    mine = [one for one in skills if content.skill(one).subject is subject]
    theirs = [one for one in slips if _subject_of(one) is subject]
    cards = [*_slip_cards(theirs), *_question_cards(actor.user_id, mine)]
    if not cards:
        return {}
    deck = decks.the_one(
        tx,
        CardDeck(
            owner_id=actor.user_id,
            kind=DeckKind.GAPS,
            subject=subject,
            grade=actor.grade or 0,
            created_at=tx.now,
        ),
    )
    there, last = tx.session.exec(
        select(func.count(), func.coalesce(func.max(Flashcard.position), -1)).where(
            Flashcard.deck_id == deck.id, col(Flashcard.deleted_at).is_(None)
        )
    ).one()
    for place, card in enumerate(cards, last + 1):
        card.deck_id, card.owner_id = deck.id, actor.user_id
        card.note_id = uuid5(deck.id, card.family)
        card.position, card.added_at = place, tx.now
    return {deck.id: decks.add(tx, deck, cards[: max(0, MOST_CARDS - there)])}


def _weak_skills(tx: Transaction, user_id: UUID) -> list[str]:
    """Skills that went badly in tests and practice, the weakest of each subject first."""
    weak = [
        (one.share, one.skill)
        for subject in Subject
        for one in mastery.of(tx, user_id, subject)
        if one.answers and one.share < WEAK_UNDER
    ]
    tried = practice.weak_skills(tx, user_id, WEAK_UNDER)
    return list(dict.fromkeys([*(skill for _, skill in sorted(weak)), *tried]))


def _is_skill(skill: str) -> bool:
    return any(one.id == skill for one in content.skills())


def _subject_of(slip: Slip) -> Subject | None:
    try:
        return content.skill(content.family(slip.family).skill).subject
    except KeyError:
        return None


def _slip_cards(slips: Sequence[Slip]) -> Iterator[Flashcard]:
    for slip in slips:
        item = content.instance(slip.family, slip.seed)
        went = content.check(item, slip.answer)
        if fits(item) and went.counted and not went.right and went.misconception:
            yield _card(item, CardSource.SLIP, slip.misconception, slip.answer)


def _question_cards(user_id: UUID, skills: Sequence[str]) -> Iterator[Flashcard]:
    """A few instances of each family of each skill, always the same for one person."""
    for skill in skills:
        made = 0
        for family in content.families():
            if family.skill != skill or made >= MOST_A_SKILL:
                continue
            for item in _instances(family.id, Random(f"{user_id}/{family.id}")):  # noqa: S311
                made += 1
                yield _card(item, CardSource.QUESTION)


def _instances(family: str, rng: Random) -> Iterator[Item]:
    stems: set[str] = set()
    for _ in range(_TRIES):
        item = content.instance(family, rng.randrange(2**31))
        if len(stems) < CARDS_A_FAMILY and item.stem not in stems and fits(item):
            stems.add(item.stem)
            yield item


def fits(item: Item) -> bool:
    """Whether a question can be asked on a card, and its key stands up to marking."""
    if item.format not in FORMATS or item.passage or len(item.stem) > LONGEST_STEM:
        return False
    right = next((str(at) for at, one in enumerate(item.choices) if one.right), item.key)
    return content.check(item, right).right


def _card(item: Item, source: CardSource, slip: str = "", answer: str = "") -> Flashcard:
    """A card without a deck yet."""
    return Flashcard(
        deck_id=uuid4(),
        owner_id=uuid4(),
        note_id=uuid4(),
        position=0,
        source=source,
        key=f"{item.family}/{item.seed}{f'/{slip}' if slip else ''}",
        family=item.family,
        seed=item.seed,
        slip=slip,
        answer=answer,
    )
