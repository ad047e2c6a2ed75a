"""Rewarding both sides of a rally, once: when the quiz is done and the guest has joined."""

from uuid import UUID

from sqlalchemy import update
from sqlmodel import col, select

from vel_tutor import routes
from vel_tutor.core.db import Transaction
from vel_tutor.core.errors import TooMany
from vel_tutor.domain import attribution, feed, incentives, notifications, practice, safety
from vel_tutor.domain.loops.friend import Friend
from vel_tutor.domain.loops.rally import rules, scoring
from vel_tutor.domain.loops.rally.events import RallyQuizCompleted, RallyRewarded
from vel_tutor.domain.loops.rally.inviting import LOOP, Invitation
from vel_tutor.domain.loops.rules import is_rapid
from vel_tutor.models.rally import RallyCohort, RallyInvite, RallyQuiz
from vel_tutor.vocabulary import FeedKind, Hold, NotificationKind, XpReason


def quiz_done(tx: Transaction, friend: Friend, found: Invitation, quiz: RallyQuiz) -> None:
    """The friend has got something out of it: a member is rewarded now, a guest on joining."""
    user_id = friend.student.user_id if friend.student else None
    attribution.first_value(
        tx,
        found.link,
        visitor_id=None if user_id else friend.visitor_id,
        user_id=user_id,
        held=_hold(tx, friend, quiz),
    )
    tx.publish(RallyQuizCompleted(quiz_id=quiz.id, invite_id=quiz.invite_id))
    if user_id:
        _welcome(tx, user_id, quiz)
        settle(tx, user_id)


def claim(tx: Transaction, user_id: UUID, visitor_id: str) -> None:
    """The quizzes a guest did become the new account's; what they promised is paid."""
    kept = (
        update(RallyQuiz)
        .where(col(RallyQuiz.player_visitor_id) == visitor_id)
        .values(player_visitor_id=None, player_user_id=user_id, joined_at=tx.now)
        .returning(col(RallyQuiz.id))
    )
    for quiz_id in tx.session.exec(kept).scalars().all():
        quiz = tx.session.exec(select(RallyQuiz).where(RallyQuiz.id == quiz_id)).one()
        if quiz.completed_at:
            _welcome(tx, user_id, quiz)
    settle(tx, user_id)


def settle(tx: Transaction, invitee_id: UUID) -> None:
    """Give both sides their XP, if the invitee has joined and got something out of it."""
    referral = attribution.take_payable(tx, invitee_id, LOOP)
    if referral is None:
        return
    for user_id in sorted({referral.referrer_id, invitee_id}):  # the same order everywhere
        incentives.award_xp(tx, user_id, rules.XP_FOR_JOINING, XpReason.INVITE, invitee_id)
    tx.publish(
        RallyRewarded(
            invite_id=referral.target_id, referrer_id=referral.referrer_id, invitee_id=invitee_id
        )
    )
    invited, cohort = _invitation(tx, referral.target_id)
    notifications.tell(
        tx,
        invited.sender_id,
        NotificationKind.RALLY_JOINED,
        source_id=invitee_id,
        path=routes.rally(cohort.subject),
        data={"xp": rules.XP_FOR_JOINING, "subject": cohort.subject.value},
    )


def words_for(tx: Transaction, user_id: UUID) -> str:
    """What became of the promise, for the invitee; nothing while it is still to come."""
    paid = incentives.xp_paid(tx, user_id, XpReason.INVITE, user_id)
    return f"You got {paid} XP for joining." if paid else ""


def _welcome(tx: Transaction, user_id: UUID, quiz: RallyQuiz) -> None:
    """A new challenger: on the board, and in the feed of whoever invited them."""
    invited, cohort = _invitation(tx, quiz.invite_id)
    scoring.count(tx, user_id, cohort.subject, was_invited=True)
    feed.tell(tx, invited.sender_id, FeedKind.RALLY_JOINED, quiz.id, user_id)


def _invitation(tx: Transaction, invite_id: UUID) -> tuple[RallyInvite, RallyCohort]:
    return tx.session.exec(
        select(RallyInvite, RallyCohort)
        .join(RallyCohort, col(RallyCohort.id) == RallyInvite.cohort_id)
        .where(RallyInvite.id == invite_id)
    ).one()


def _hold(tx: Transaction, friend: Friend, quiz: RallyQuiz) -> Hold | None:
    """Why the reward of this first-value moment has to wait, if it has to."""
    if is_rapid(practice.answer_times(tx, quiz.session_id)):
        return Hold.TOO_FAST
    if friend.student is None and friend.address:
        try:
            safety.spend(safety.FIRST_VALUE_ADDRESS, safety.network(friend.address))
        except TooMany:
            return Hold.ADDRESS_BURST
    return None
