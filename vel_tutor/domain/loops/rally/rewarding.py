"""Rewarding both sides of a rally, once: when the quiz is done and the guest has joined."""

from uuid import UUID

from sqlalchemy import update
from sqlmodel import col, select

from vel_tutor import routes
from vel_tutor.core.db import Transaction
from vel_tutor.domain import attribution, feed, notifications
from vel_tutor.domain.attribution import ReferralView
from vel_tutor.domain.loops import settling
from vel_tutor.domain.loops.friend import Friend
from vel_tutor.domain.loops.rally import scoring
from vel_tutor.domain.loops.rally.events import RallyQuizCompleted, RallyRewarded
from vel_tutor.domain.loops.rally.inviting import LOOP, Invitation
from vel_tutor.domain.loops.rules import XP_FOR_JOINING
from vel_tutor.models.rally import RallyCohort, RallyInvite, RallyQuiz
from vel_tutor.vocabulary import FeedKind, NotificationKind


def quiz_done(tx: Transaction, friend: Friend, found: Invitation, quiz: RallyQuiz) -> None:
    """The friend has got something out of it: a member is rewarded now, a guest on joining."""
    user_id = friend.student.user_id if friend.student else None
    attribution.first_value(
        tx,
        found.link,
        visitor_id=None if user_id else friend.visitor_id,
        user_id=user_id,
        held=settling.hold(tx, friend, quiz.session_id),
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


def let_reward_go(tx: Transaction, invitee_id: UUID) -> None:
    """Somebody has looked: what is due is paid, and both sides hear that it has come."""
    settling.let_xp_go(tx, settle(tx, invitee_id))


def settle(tx: Transaction, invitee_id: UUID) -> ReferralView | None:
    """Give both sides their XP, if the invitee has joined and got something out of it.

    Returns:
        The referral, if this call paid it.
    """
    referral = settling.pay_both(tx, invitee_id, LOOP)
    if referral is None:
        return None
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
        data={"xp": XP_FOR_JOINING, "subject": cohort.subject.value},
    )
    return referral


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
