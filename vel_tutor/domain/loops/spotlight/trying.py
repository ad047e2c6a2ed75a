"""Trying what a badge takes, behind its link: five questions, then how far that brings one."""

from random import SystemRandom

from vel_tutor.core.db import Transaction
from vel_tutor.core.errors import Conflict
from vel_tutor.domain import practice
from vel_tutor.domain.loops.friend import Friend
from vel_tutor.domain.loops.link_deck import Dealt, LinkDeck, Turn
from vel_tutor.domain.loops.spotlight import inviting, rewarding, rules, showing
from vel_tutor.domain.loops.spotlight.inviting import Invitation
from vel_tutor.domain.loops.spotlight.views import TryView
from vel_tutor.domain.practice import DeckChoice
from vel_tutor.domain.practice.views import AnswerView
from vel_tutor.models.spotlight import SpotlightTry

_SEEDS = SystemRandom()


class OwnBadge(Conflict):
    words = "This is your own badge. Send it to a friend."
    code = "own_badge"


def _deal(tx: Transaction, friend: Friend, found: Invitation, wished: int | None) -> Dealt:
    chosen = showing.choice(found, friend, wished)
    cards = practice.deck_of(
        DeckChoice(
            subject=found.invite.subject,
            grade=chosen.grade,
            skill=chosen.skill,
            size=rules.TRY_SIZE,
        ),
        _SEEDS.randrange(2**31),
    )
    return Dealt(practice.open_deck_for(tx, friend.player, cards, found.invite.id), chosen.grade)


def _answered(tx: Transaction, turn: Turn[Invitation, SpotlightTry], went: AnswerView) -> None:
    row = turn.row
    if went.completed and row.completed_at is None:
        row.completed_at = tx.now
        tx.session.add(row)
    if went.answered >= rules.FIRST_VALUE_ANSWERS and row.first_value_at is None:
        rewarding.first_value(tx, turn.friend, turn.found, row)


_try: LinkDeck[Invitation, SpotlightTry, TryView] = LinkDeck(
    go=SpotlightTry,
    own=OwnBadge,
    behind=inviting.behind,
    showing=showing,
    deal=_deal,
    answered=_answered,
)

invitation, begin = _try.invitation, _try.begin
answer, reveal = _try.answer, _try.reveal
hint, next_question = _try.hint, _try.next_question
