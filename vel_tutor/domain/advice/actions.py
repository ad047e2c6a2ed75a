"""Asking one of the six, and writing down what it said."""

from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import delete
from sqlmodel import col, select

from vel_tutor.agents.advisers import ADVISERS
from vel_tutor.agents.desk import Heard
from vel_tutor.core.db import Transaction, transaction
from vel_tutor.core.settings import settings
from vel_tutor.domain.advice import rules
from vel_tutor.models.advice import AdviceEntry
from vel_tutor.vocabulary import Agent

A = TypeVar("A")
_AT_A_TIME = 5000


def ask(
    tx: Transaction, agent: Agent, question: Any, otherwise: A, *, subject_id: UUID | None = None
) -> A:
    """What `agent` says to `question` within its deadline, else `otherwise`.

    The caller decides what becomes of it; the log keeps the answer in a word, its reason and its
    latency.

    Args:
        otherwise: an answer of the agent's own type.
        subject_id: the account it is about.

    Raises:
        TypeError: the question is for another adviser.
    """
    adviser = ADVISERS[agent]
    if not isinstance(question, adviser.asked):
        raise TypeError(f"{agent} cannot be asked that")
    heard: Heard[A] = adviser.hear(question, otherwise)
    _write_down(tx, agent, question, heard, subject_id)
    return heard.answer


def _write_down(
    tx: Transaction, agent: Agent, question: Any, heard: Heard[Any], subject_id: UUID | None
) -> None:
    key = settings().signing_keys[-1].encode()
    tx.session.add(
        AdviceEntry(
            at=tx.now,
            agent=agent,
            subject_id=subject_id,
            question_hash=rules.question_hash(question, key),
            answer=str(heard.answer.word)[: rules.LONGEST_WORD],
            reason=str(heard.answer.reason)[: rules.LONGEST_REASON],
            latency_ms=round(heard.latency_ms, 3),
            lapse=heard.lapse or "",
        )
    )


def forget_old() -> int:
    """Daily. Drop what was said longer ago than it is kept; returns how many rows."""
    dropped = 0
    while True:
        with transaction() as tx:
            old = (
                select(AdviceEntry.id).where(AdviceEntry.at < tx.now - rules.KEPT).limit(_AT_A_TIME)
            )
            gone = delete(AdviceEntry).where(col(AdviceEntry.id).in_(old))
            count = tx.session.exec(gone).rowcount
        dropped += count
        if count < _AT_A_TIME:
            return dropped
