"""The live bank: which questions tests may draw, what is known about them, who was shown them."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import BigInteger, CheckConstraint, Column, Identity, Index, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from vel_tutor.models.row import Row, moment, word
from vel_tutor.vocabulary import Retirement, Subject


class BankFamily(Row, table=True):
    """What answers have taught about one item family.

    `retired_at` set means that no test draws from it.
    """

    __table_args__ = (CheckConstraint("variance > 0", name="bank_family_variance_positive"),)

    family: str = Field(unique=True)
    subject: Subject = Field(sa_type=word(Subject), index=True)
    skill: str
    a: float = Field(description="slope, per logit")
    shift: float = Field(default=0.0, description="logits its items came out harder than expected")
    variance: float = Field(description="of the shift, in logits squared")
    answers: int = 0
    median_ms: int | None = Field(default=None, description="half of the answers took longer")
    is_anchor: bool = Field(default=False, description="its like hold the scale in place")
    is_seed: bool = Field(default=False, description="asked without counting, until it is known")
    facts: dict[str, Any] = Field(
        default_factory=dict,
        sa_column=Column(JSONB, nullable=False),
        description="how it fits the model",
    )
    flags: list[str] = Field(default_factory=list, sa_column=Column(JSONB, nullable=False))
    flagged_at: datetime | None = moment(nullable=True)
    retired_at: datetime | None = moment(nullable=True)
    retired_why: Retirement | None = Field(default=None, sa_type=word(Retirement))


class BankItem(Row, table=True):
    """One question tests may ask. `b` holds everything learned: prior, family shift, own offset."""

    __table_args__ = (
        UniqueConstraint("family", "seed", name="bank_item_once"),
        CheckConstraint("b_variance > 0", name="bank_item_variance_positive"),
        CheckConstraint("c >= 0 AND c < d AND d <= 1", name="bank_item_limits"),
        Index("bank_item_live", "subject", postgresql_where=text("retired_at IS NULL")),
    )

    family: str
    seed: int = Field(sa_type=BigInteger)
    subject: Subject = Field(sa_type=word(Subject))
    grade: int
    area: str
    skill: str
    fingerprint: str = Field(description="of the question as it is asked; see `bank.rules`")
    testlet: str = Field(default="", description="the passage it shares with others")
    a: float
    b: float = Field(description="difficulty in logits")
    c: float
    d: float
    b_variance: float = Field(description="of its own offset, in logits squared")
    answers: int = 0
    shown: int = Field(default=0, description="tests that asked it, ever")
    made_at: datetime = moment()
    retired_at: datetime | None = moment(nullable=True)
    retired_why: Retirement | None = Field(default=None, sa_type=word(Retirement))


class BankEdition(Row, table=True):
    """Renamed whenever the live pool of a subject changes, so that processes read it again."""

    subject: Subject = Field(sa_type=word(Subject), unique=True)
    name: UUID = Field(default_factory=uuid4)


class BankTest(Row, table=True):
    """Which items one test was given, as far as exposure is concerned. Its `id` is the test's.

    `forgotten_at` set means it has left the window in which exposure is counted.
    """

    __table_args__ = (Index("bank_test_window", "subject", "grade", "seq"),)

    seq: int | None = Field(
        default=None, sa_column=Column(BigInteger, Identity(), nullable=False, unique=True)
    )
    subject: Subject = Field(sa_type=word(Subject))
    grade: int
    items: list[str] = Field(default_factory=list, sa_column=Column(JSONB, nullable=False))
    forgotten_at: datetime | None = moment(nullable=True)


class BankExposure(Row, table=True):
    """How many of the latest tests of one grade were given an item."""

    __table_args__ = (
        UniqueConstraint("item_id", "grade", name="bank_exposure_once"),
        CheckConstraint("shown >= 0", name="bank_exposure_counts"),
        Index("bank_exposure_most", "subject", "grade", "shown"),
    )

    item_id: UUID = Field(foreign_key="bank_item.id", ondelete="CASCADE")
    subject: Subject = Field(sa_type=word(Subject))
    grade: int
    shown: int = 0
