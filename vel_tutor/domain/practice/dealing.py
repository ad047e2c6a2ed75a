"""Dealing decks: what somebody chose to practise, or the cards of a challenge."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import SystemRandom
from uuid import UUID

from sqlmodel import col

from vel_tutor import content
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, transaction
from vel_tutor.core.errors import Invalid, NotFound
from vel_tutor.domain.practice import rules
from vel_tutor.domain.practice.actions import go_on
from vel_tutor.domain.practice.player import Player
from vel_tutor.domain.practice.queries import UNFINISHED, access, of, one_at_a_time, questions
from vel_tutor.domain.practice.rules import Card
from vel_tutor.domain.practice.views import PlayView
from vel_tutor.models.practice import PracticeQuestion, PracticeSession
from vel_tutor.vocabulary import STUDENTS, Subject

_SEEDS = SystemRandom()


@dataclass(frozen=True, kw_only=True)
class DeckChoice:
    """What somebody wants to practise; an empty `skill` is a mix of the whole grade."""

    subject: Subject
    grade: int
    skill: str = ""
    size: int = rules.LENGTHS[0]


def open_session(actor: Actor, choice: DeckChoice) -> PlayView:
    """Go on with the actor's unfinished deck of this choice, or deal a new one.

    Raises:
        NotAllowed: the actor is not a student.
        Invalid: there is nothing to practise under this choice.
    """
    actor.must_be(*STUDENTS)
    families = _offered(choice)
    player = Player.of(actor)
    with transaction() as tx:
        one_at_a_time(tx, player)
        session = tx.session.exec(
            of(player).where(
                PracticeSession.subject == choice.subject,
                PracticeSession.grade == choice.grade,
                PracticeSession.skill == choice.skill,
                PracticeSession.size == choice.size,
                col(PracticeSession.source_id).is_(None),
                *UNFINISHED,
            )
        ).one_or_none()
        if session is None:
            cards = rules.deal(families, choice.size, _SEEDS.randrange(2**31))
            session = _deal(tx, player, cards, choice)
        return go_on(tx, player, session)


def open_again(actor: Actor, session_id: UUID) -> PlayView:
    """Other questions of the same choice as the actor's deck `session_id`.

    Raises:
        NotFound: no such session, or it belongs to someone else.
        Invalid: there is nothing left to practise under that choice.
    """
    with transaction() as tx:
        played = access(tx, Player.of(actor), session_id)
        choice = DeckChoice(
            subject=played.subject, grade=played.grade, skill=played.skill, size=played.size
        )
    return open_session(actor, choice)


def _offered(choice: DeckChoice) -> tuple[str, ...]:
    families = rules.families_for(choice.subject, choice.grade, choice.skill)
    if not families or choice.size not in rules.LENGTHS:
        raise Invalid("There is nothing to practise under that choice. Please pick another.")
    return tuple(family.id for family in families)


def open_deck_for(tx: Transaction, player: Player, cards: Sequence[Card], source_id: UUID) -> UUID:
    """The player's deck of `cards` for one challenge: dealt at the first call, the same ever after.

    Returns:
        The id of the session, whether new, half played or finished.
    """
    one_at_a_time(tx, player)
    mine = of(player).where(PracticeSession.source_id == source_id)
    session = tx.session.exec(mine.order_by(col(PracticeSession.started_at))).first()
    if session is None:
        skills = {content.family(card.family).skill for card in cards}
        first = content.skill(content.family(cards[0].family).skill)
        choice = DeckChoice(
            subject=first.subject,
            grade=max(content.skill(skill).grade for skill in skills),
            skill=first.id if len(skills) == 1 else "",
            size=len(cards),
        )
        session = _deal(tx, player, cards, choice, source_id)
    return session.id


def deck_like(tx: Transaction, session_id: UUID, seed: int) -> tuple[Card, ...]:
    """Other questions of the same families in the same order, always the same for one seed.

    Raises:
        NotFound: no such session.
    """
    session = tx.session.get(PracticeSession, session_id)
    if session is None:
        raise NotFound
    cards = [Card(row.family, row.seed) for row in questions(tx, session)]
    return rules.deal_like([card.family for card in cards], cards, seed)


def deck_of(choice: DeckChoice, seed: int) -> tuple[Card, ...]:
    """Questions of a choice, always the same for one seed.

    Raises:
        Invalid: there is nothing to practise under this choice.
    """
    return rules.deal(_offered(choice), choice.size, seed)


def grades_of(subject: Subject, skill: str = "") -> tuple[int, ...]:
    """The grades there are questions for, of a subject or of one skill."""
    if skill:
        return (content.skill(skill).grade,)
    taught = {content.skill(family.skill) for family in content.families()}
    return tuple(sorted({known.grade for known in taught if known.subject is subject}))


def _deal(
    tx: Transaction,
    player: Player,
    cards: Sequence[Card],
    choice: DeckChoice,
    source_id: UUID | None = None,
) -> PracticeSession:
    session = PracticeSession(
        player_user_id=player.user_id,
        player_visitor_id=player.visitor_id,
        source_id=source_id,
        subject=choice.subject,
        grade=choice.grade,
        skill=choice.skill,
        size=len(cards),
        fingerprint=rules.fingerprint(cards),
        started_at=tx.now,
    )
    tx.session.add(session)
    tx.session.flush()
    tx.session.add_all(
        PracticeQuestion(
            session_id=session.id, position=position, family=card.family, seed=card.seed
        )
        for position, card in enumerate(cards)
    )
    tx.session.flush()
    return session
