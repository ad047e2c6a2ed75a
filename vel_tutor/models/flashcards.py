"""Flashcards: decks, cards with what the scheduler knows of them, and every review."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Column, Identity, Index, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from vel_tutor.models.row import Row, moment, word
from vel_tutor.vocabulary import CardSource, CardStage, DeckKind, Subject


class CardDeck(Row, table=True):
    """The deck of one person: a term set they began, cards from their gaps, or their own cards."""

    __table_args__ = (
        Index(
            "card_deck_once",
            "owner_id",
            "kind",
            "terms",
            "subject",
            unique=True,
            postgresql_where=text("kind <> 'own'"),
        ),
    )

    owner_id: UUID = Field(foreign_key="user.id", index=True)
    kind: DeckKind = Field(sa_type=word(DeckKind))
    terms: str = Field(default="", description="id of the term set, for a deck made from one")
    subject: Subject = Field(sa_type=word(Subject))
    skill: str = Field(default="", description="id of the skill; empty for a mixed deck")
    grade: int = 0
    title: str = Field(default="", description="what the owner called it; only for own decks")
    created_at: datetime = moment()
    completed_at: datetime | None = moment(nullable=True)
    deleted_at: datetime | None = moment(nullable=True)


class Flashcard(Row, table=True):
    """One card of one person, and what the scheduler knows of it.

    Words of authored and generated cards are made anew from what they refer to; only own cards
    hold words. There is no status column: a card without `introduced_on` is new, `suspended_at`
    set means put aside, `postponed_until` in the future means resting.
    """

    __table_args__ = (
        UniqueConstraint("deck_id", "key", name="flashcard_once"),
        CheckConstraint(
            "(reviews = 0) = (introduced_on IS NULL)", name="flashcard_new_until_reviewed"
        ),
        CheckConstraint(
            "(reviews = 0) = (stability IS NULL)", name="flashcard_known_once_reviewed"
        ),
        CheckConstraint("(reviews = 0) = (due_at IS NULL)", name="flashcard_due_once_reviewed"),
        CheckConstraint("lapses BETWEEN 0 AND reviews", name="flashcard_lapses_le_reviews"),
        Index("flashcard_due", "owner_id", "due_at"),
        Index("flashcard_of_deck", "deck_id", "position"),
    )

    deck_id: UUID = Field(foreign_key="card_deck.id", ondelete="CASCADE")
    owner_id: UUID = Field(foreign_key="user.id")
    source: CardSource = Field(sa_type=word(CardSource))
    key: str = Field(description="what the card is known by in its deck")
    note_id: UUID = Field(description="cards of one note are siblings: one of them a day is enough")
    position: int = Field(ge=0, description="the order in which new cards come")
    family: str = ""
    seed: int = Field(default=0, sa_type=BigInteger)
    slip: str = Field(default="", description="id of the misconception the card is about")
    answer: str = Field(default="", description="the wrong answer the owner once gave")
    front: str = ""
    back: str = ""
    memo: str = Field(default="", description="the owner's own help for remembering")
    added_at: datetime = moment()
    deleted_at: datetime | None = moment(nullable=True)

    stage: CardStage = Field(default=CardStage.LEARNING, sa_type=word(CardStage))
    step: int | None = 0
    stability: float | None = Field(default=None, description="days until recall falls to 90 %")
    difficulty: float | None = Field(default=None, description="1..10")
    due_at: datetime | None = moment(nullable=True)
    reviewed_at: datetime | None = moment(nullable=True)
    reviewed_on: date | None = Field(default=None, description="the owner's local day of it")
    introduced_on: date | None = Field(default=None, description="local day of the first review")
    reviews: int = 0
    lapses: int = 0
    leech_since: datetime | None = moment(nullable=True)
    suspended_at: datetime | None = moment(nullable=True)
    postponed_until: date | None = None


class CardReview(Row, table=True):
    """One answer to one card. An undo takes the row away again."""

    __table_args__ = (
        CheckConstraint("rating BETWEEN 1 AND 4", name="card_review_rating_in_range"),
        Index("card_review_of_day", "user_id", "reviewed_on"),
        Index("card_review_of_card", "card_id", "reviewed_at"),
        Index("card_review_reviewed", "reviewed_at"),
    )

    user_id: UUID = Field(foreign_key="user.id")
    card_id: UUID = Field(foreign_key="flashcard.id", ondelete="CASCADE")
    rating: int
    stage: CardStage = Field(sa_type=word(CardStage), description="before the review")
    was_new: bool
    spent_ms: int = Field(ge=0)
    reviewed_at: datetime = moment()
    reviewed_on: date


class CardReceipt(Row, table=True):
    """That an answer has arrived, by the key it came with. It outlives an undo."""

    __table_args__ = (UniqueConstraint("user_id", "key", name="card_receipt_once"),)

    user_id: UUID = Field(foreign_key="user.id")
    key: UUID
    at: datetime = moment(index=True)


class CardUndo(Row, table=True):
    """A card as it was before one of the last deeds, the newest with the highest `seq`."""

    __table_args__ = (Index("card_undo_of_user", "user_id", "seq"),)

    seq: int | None = Field(
        default=None, sa_column=Column(BigInteger, Identity(), nullable=False, unique=True)
    )
    user_id: UUID = Field(foreign_key="user.id")
    card_id: UUID = Field(foreign_key="flashcard.id", ondelete="CASCADE")
    review_id: UUID | None = Field(default=None, foreign_key="card_review.id", ondelete="CASCADE")
    before: dict[str, Any] = Field(sa_column=Column(JSONB, nullable=False))


class CardLimits(Row, table=True):
    """How much somebody wants to do a day, where it is not the usual."""

    __table_args__ = (
        CheckConstraint("new_a_day BETWEEN 0 AND 50", name="card_limits_new_in_range"),
        CheckConstraint("reviews_a_day BETWEEN 10 AND 500", name="card_limits_reviews_in_range"),
    )

    user_id: UUID = Field(foreign_key="user.id", unique=True)
    new_a_day: int
    reviews_a_day: int


class CardWeights(Row, table=True):
    """Parameters of the memory model fitted to one person; in use from `adopted_at` on."""

    __table_args__ = (UniqueConstraint("user_id", "reviews", name="card_weights_once"),)

    user_id: UUID = Field(foreign_key="user.id")
    reviews: int = Field(description="reviews there were when this was fitted")
    weights: list[float] = Field(sa_column=Column(JSONB, nullable=False))
    held_out: int = Field(description="reviews it was judged by and had not seen")
    loss_before: float = Field(description="log-loss on them with what was in use")
    loss_after: float
    fitted_at: datetime = moment()
    adopted_at: datetime | None = moment(nullable=True)
