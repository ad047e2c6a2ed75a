"""What every table has in common."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import DateTime, String, TypeDecorator
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import declared_attr
from sqlmodel import Field, SQLModel


class Row(SQLModel):
    """A table row: random UUID key, table named after the class in snake_case."""

    id: UUID = Field(default_factory=uuid4, primary_key=True)

    @declared_attr.directive
    def __tablename__(cls) -> str:  # pyright: ignore[reportIncompatibleVariableOverride]
        return "".join(f"_{c.lower()}" if c.isupper() else c for c in cls.__name__).lstrip("_")


class _Word(TypeDecorator[StrEnum]):
    """A text column that holds the values of one enumeration, so that a new word needs no ALTER."""

    impl = String
    cache_ok = True

    def __init__(self, words: type[StrEnum]) -> None:
        super().__init__()
        self.words = words

    def process_bind_param(self, value: StrEnum | None, dialect: Dialect) -> str | None:
        return None if value is None else self.words(value).value

    def process_result_value(self, value: Any | None, dialect: Dialect) -> StrEnum | None:
        return None if value is None else self.words(value)


def word(words: type[StrEnum]) -> Any:
    """The column type for one of `words`."""
    return _Word(words)


def moment(*, default: datetime | None = None, nullable: bool = False, index: bool = False) -> Any:
    """A point in time, with its zone; required unless `nullable`."""
    if nullable:
        return Field(default=default, sa_type=DateTime(timezone=True), nullable=True, index=index)
    return Field(sa_type=DateTime(timezone=True), nullable=False, index=index)
