"""Everything somebody has: decks, what is due, the forecast, and each card of a deck."""

from collections import Counter
from datetime import date, timedelta
from uuid import UUID

from sqlmodel import col, func, select

from vel_tutor import content
from vel_tutor.content import TermSet
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading
from vel_tutor.core.errors import NotFound
from vel_tutor.domain import incentives
from vel_tutor.domain.flashcards import completing, faces, memory, rules, table
from vel_tutor.domain.flashcards.queries import (
    KEPT,
    MASTERED,
    Day,
    day_of,
    days_since,
    is_there,
    limits_of,
    memory_of,
    queue_of,
)
from vel_tutor.domain.flashcards.views import (
    BrowseView,
    CardView,
    DeckView,
    DueView,
    ForecastView,
    LibraryView,
)
from vel_tutor.media import maths
from vel_tutor.media.share_card import ShareCardFacts
from vel_tutor.models.flashcards import CardDeck, Flashcard
from vel_tutor.vocabulary import STUDENTS, CardSource, CardStage, DeckKind

FORECAST_DAYS = 14


def library(actor: Actor) -> LibraryView:
    """All decks of the actor, and the term sets they have not begun."""
    actor.must_be(*STUDENTS)
    with reading() as tx:
        mine = _mine(tx, actor)
        begun = {deck.slug for deck in mine}
        forecast = _forecast(tx, actor)
        return LibraryView(
            mine=mine,
            sets=tuple(_offered(one) for one in _by_nearness(actor.grade) if one.id not in begun),
            due=_due(tx, actor),
            forecast=forecast,
            limits=limits_of(tx, actor.user_id),
            has_reviews=any(day.count for day in forecast),
        )


def due(actor: Actor) -> DueView:
    """What waits for the actor right now, over all decks, within the limits of the day."""
    actor.must_be(*STUDENTS)
    with reading() as tx:
        return _due(tx, actor)


def _due(tx: Transaction, actor: Actor) -> DueView:
    queue = queue_of(tx, actor, day_of(tx, actor), None)
    due = len(queue.learning) + queue.review
    return DueView(due, queue.new, _due_words(due, queue.new))


def _due_words(due: int, new: int) -> str:
    if not due:
        return f"{new} new {'card' if new == 1 else 'cards'}" if new else ""
    words = f"{due} {'card' if due == 1 else 'cards'} due"
    return f"{words}, {new} new" if new else words


def _mine(tx: Transaction, actor: Actor) -> tuple[DeckView, ...]:
    decks = tx.session.exec(
        select(CardDeck)
        .where(CardDeck.owner_id == actor.user_id, col(CardDeck.deleted_at).is_(None))
        .order_by(col(CardDeck.created_at).desc())
    ).all()
    live = [Flashcard.owner_id == actor.user_id, col(Flashcard.deleted_at).is_(None)]
    waits = func.count().filter(
        col(Flashcard.due_at) <= tx.now, col(Flashcard.suspended_at).is_(None)
    )
    counted = tx.session.exec(
        select(
            Flashcard.deck_id,
            func.count(),
            func.count().filter(col(Flashcard.reviews) == 0),
            waits,
        )
        .where(*live)
        .group_by(col(Flashcard.deck_id))
    )
    mastered = dict(
        tx.session.exec(
            select(Flashcard.deck_id, func.count())
            .where(*live, MASTERED)
            .group_by(col(Flashcard.deck_id))
        ).all()
    )
    tallies = {deck_id: (cards, new, due) for deck_id, cards, new, due in counted}
    views = [
        _begun(deck, tallies.get(deck.id, (0, 0, 0)), mastered.get(deck.id, 0)) for deck in decks
    ]
    return tuple(sorted(views, key=lambda deck: -deck.due))


def _begun(deck: CardDeck, tally: tuple[int, int, int], mastered: int) -> DeckView:
    cards, new, due = tally
    return DeckView(
        slug=table.slug(deck),
        deck_id=str(deck.id),
        title=faces.title(deck),
        subject=deck.subject,
        kind=deck.kind,
        skill=faces.skill_name(deck),
        grade=deck.grade,
        cards=cards,
        new=new,
        due=due,
        mastered=mastered,
        percent=100 * mastered // cards if cards else 0,
        is_begun=True,
    )


def _by_nearness(grade: int | None) -> list[TermSet]:
    """Every term set, the ones near the learner's grade first."""
    near = 5 if grade is None else grade
    return sorted(content.term_sets(), key=lambda one: (abs(one.grade - near), one.title))


def _offered(terms: TermSet) -> DeckView:
    return DeckView(
        slug=terms.id,
        title=terms.title,
        subject=terms.subject,
        kind=DeckKind.TERMS,
        skill=content.skill(terms.skill).name,
        grade=terms.grade,
        cards=len(terms.cards),
        new=len(terms.cards),
    )


def _forecast(tx: Transaction, actor: Actor) -> tuple[ForecastView, ...]:
    """Cards that come back on each of the next days; what is overdue counts as today's."""
    today = incentives.local_day(tx.now, actor.time_zone)
    end = incentives.day_begins(today + timedelta(days=FORECAST_DAYS), actor.time_zone)
    coming = tx.session.exec(
        select(Flashcard.due_at)
        .join(CardDeck, col(CardDeck.id) == col(Flashcard.deck_id))
        .where(Flashcard.owner_id == actor.user_id, col(Flashcard.due_at) < end, *KEPT)
        .where(col(Flashcard.suspended_at).is_(None))
    )
    on = Counter(
        max(today, incentives.local_day(at, actor.time_zone)) for at in coming if at is not None
    )
    most = max(on.values(), default=0)
    return tuple(
        ForecastView(
            day=_day_words(day, today),
            name=f"{day:%a}"[:2],
            count=on[day],
            percent=round(100 * on[day] / most) if most else 0,
        )
        for day in (today + timedelta(days=n) for n in range(FORECAST_DAYS))
    )


def _day_words(day: date, today: date) -> str:
    if day == today:
        return "Today"
    if day == today + timedelta(days=1):
        return "Tomorrow"
    return f"{day:%A, %B} {day.day}"


def browse(actor: Actor, slug: str) -> BrowseView:
    """Every card of deck `slug`; a term set that has not been begun shows what is in it.

    Raises:
        NotAllowed: the actor is not a student.
        NotFound: no such deck, or it belongs to someone else.
    """
    actor.must_be(*STUDENTS)
    with reading() as tx:
        deck = _deck(tx, actor, slug)
        if deck is None:
            return _unbegun(slug)
        day = day_of(tx, actor)
        cards = tx.session.exec(
            select(Flashcard)
            .where(Flashcard.deck_id == deck.id, col(Flashcard.deleted_at).is_(None))
            .order_by(col(Flashcard.position), col(Flashcard.id))
        ).all()
        tile = next(one for one in _mine(tx, actor) if one.slug == table.slug(deck))
        return BrowseView(
            deck=tile,
            cards=tuple(
                _card(card, deck, actor, day) for card in cards if is_there(card, deck.terms)
            ),
            about=tile.skill,
            is_own=deck.kind is DeckKind.OWN,
            spotlight=completing.spotlight(tx, actor, deck),
        )


def _deck(tx: Transaction, actor: Actor, slug: str) -> CardDeck | None:
    """The actor's deck, or None for a term set they have not begun."""
    mine = select(CardDeck).where(
        CardDeck.owner_id == actor.user_id, col(CardDeck.deleted_at).is_(None)
    )
    try:
        deck = tx.session.exec(mine.where(CardDeck.id == UUID(slug))).one_or_none()
    except ValueError:
        _terms(slug)
        return tx.session.exec(mine.where(CardDeck.terms == slug)).one_or_none()
    if deck is None:
        raise NotFound
    return deck


def _terms(slug: str) -> TermSet:
    try:
        return content.term_set(slug)
    except KeyError:
        raise NotFound from None


def _unbegun(slug: str) -> BrowseView:
    terms = _terms(slug)
    cards = tuple(
        CardView(
            card_id=term.key,
            html=maths.to_html(term.front),
            back=maths.to_html(term.back),
            state="New",
            tone="plain",
        )
        for term in terms.cards
    )
    return BrowseView(deck=_offered(terms), cards=cards, about=content.skill(terms.skill).name)


def _card(card: Flashcard, deck: CardDeck, actor: Actor, day: Day) -> CardView:
    made = faces.face(card, deck)
    state, tone = _state(card, day.today)
    is_own = card.source is CardSource.OWN
    return CardView(
        card_id=str(card.id),
        html=made.html,
        back=made.back,
        front_words=card.front if is_own else "",
        back_words=card.back if is_own else "",
        memo=card.memo,
        state=state,
        tone=tone,
        comes=_comes(card, actor, day),
        is_leech=card.leech_since is not None,
        is_aside=tone == "honey",
        is_own=is_own,
    )


def _state(card: Flashcard, today: date) -> tuple[str, str]:
    """Where a card stands, in words and a tone."""
    if card.suspended_at:
        return "Put aside", "honey"
    if card.postponed_until and card.postponed_until > today:
        return f"Resting until {card.postponed_until:%B} {card.postponed_until.day}", "honey"
    if card.reviews == 0:
        return "New", "plain"
    if rules.is_mastered(card.stage, card.stability, card.introduced_on, card.reviewed_on):
        return "Mastered", "mint"
    return ("Known", "sky") if card.stage is CardStage.REVIEW else ("Learning", "grape")


def _comes(card: Flashcard, actor: Actor, day: Day) -> str:
    """When it comes back, and how well it is known by now."""
    if card.due_at is None or card.suspended_at:
        return ""
    days = (incentives.local_day(card.due_at, actor.time_zone) - day.today).days
    when = "due now" if days <= 0 else "due tomorrow" if days == 1 else f"due in {days} days"
    if card.stage is not CardStage.REVIEW:
        return when
    chance = memory.recall(memory_of(card), days_since(card, day.today), day.weights)
    return f"{when}, {round(100 * chance)}% likely to be known"


def share_facts(actor: Actor, deck_id: UUID) -> ShareCardFacts | None:
    """What the picture of the actor's completed deck says; None when there is nothing to say."""
    with reading() as tx:
        return completing.share_facts(tx, actor, deck_id)
