"""Dealing decks: what somebody chose to practise, or the cards of a challenge."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import SystemRandom
from uuid import UUID

from sqlmodel import col, select

from vel_tutor import content
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, transaction
from vel_tutor.core.errors import Invalid, NotFound
from vel_tutor.domain import mastery
from vel_tutor.domain.practice import choosing, returning, rules
from vel_tutor.domain.practice.actions import go_on
from vel_tutor.domain.practice.choosing import Ask
from vel_tutor.domain.practice.player import Player
from vel_tutor.domain.practice.queries import UNFINISHED, access, of, one_at_a_time, questions
from vel_tutor.domain.practice.rules import Card
from vel_tutor.domain.practice.views import PlayView
from vel_tutor.models.practice import PracticeQuestion, PracticeSession
from vel_tutor.vocabulary import STUDENTS, Subject

_SEEDS = SystemRandom()
_REMEMBERED = 60


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
    _offered(choice)
    player = Player.of(actor)
    mastery.prepare(choice.subject)
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
            cards, back = _chosen_for(tx, actor.user_id, choice)
            session = _deal(tx, player, cards, choice, comes_back=back)
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


def _chosen_for(
    tx: Transaction, user_id: UUID, choice: DeckChoice
) -> tuple[tuple[Card, ...], frozenset[int]]:
    """A deck that suits the learner, and which of its places come back because of a miss."""
    standings = {one.skill: one for one in mastery.of(tx, user_id, choice.subject)}
    back = [one.skill for one in returning.due(tx, user_id, choice.subject)]
    seed = _SEEDS.randrange(2**31)
    if choice.skill:
        asks = choosing.one_skill(choice.skill, back, choice.size)
    else:
        families = rules.families_for(choice.subject, choice.grade, "")
        of_grade = sorted({family.skill for family in families})
        asks = choosing.mixed(of_grade, standings, back, choice.size, seed)
    cards = choosing.cards(asks, standings, _met_lately(tx, user_id, asks), seed)
    return cards, frozenset(place for place, ask in enumerate(asks) if ask.comes_back)


def _met_lately(tx: Transaction, user_id: UUID, asks: Sequence[Ask]) -> tuple[Card, ...]:
    """The questions of these skills the learner saw last: others are asked now."""
    families = [family.id for ask in asks for family in mastery.families_of()[ask.skill]]
    rows = tx.session.exec(
        select(PracticeQuestion)
        .join(PracticeSession, col(PracticeSession.id) == PracticeQuestion.session_id)
        .where(PracticeSession.player_user_id == user_id)
        .where(col(PracticeQuestion.family).in_(families))
        .where(col(PracticeQuestion.shown_at).is_not(None))
        .order_by(col(PracticeQuestion.shown_at).desc())
        .limit(_REMEMBERED)
    ).all()
    return tuple(Card(row.family, row.seed) for row in rows)


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


def same_deck(tx: Transaction, session_id: UUID) -> tuple[Card, ...]:
    """The very questions of a session, in the same order: for two who practise together.

    Raises:
        NotFound: no such session.
    """
    session = tx.session.get(PracticeSession, session_id)
    if session is None:
        raise NotFound
    return tuple(Card(row.family, row.seed) for row in questions(tx, session))


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
    *,
    comes_back: frozenset[int] = frozenset(),
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
            session_id=session.id,
            position=position,
            family=card.family,
            seed=card.seed,
            comes_back=position in comes_back,
        )
        for position, card in enumerate(cards)
    )
    tx.session.flush()
    return session
