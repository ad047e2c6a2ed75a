"""Challenging a friend, playing against a score, and rewarding both sides once."""

from dataclasses import dataclass
from random import SystemRandom
from uuid import UUID, uuid5

from sqlalchemy import update
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, func, select

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, transaction
from vel_tutor.core.errors import Conflict, NotAllowed, NotFound, TooMany
from vel_tutor.domain import accounts, attribution, incentives, practice, safety, social
from vel_tutor.domain.attribution import LinkView
from vel_tutor.domain.loops import queries, rules, views
from vel_tutor.domain.loops.events import (
    ChallengeAnswered,
    ChallengeCompleted,
    ChallengeCreated,
    ChallengeFriendJoined,
    ChallengeOpened,
    RewardGranted,
)
from vel_tutor.domain.loops.friend import Friend
from vel_tutor.domain.loops.queries import LinkOver
from vel_tutor.domain.loops.views import GameView, SentView
from vel_tutor.domain.practice import Player
from vel_tutor.domain.practice.views import AnswerView, ScoreView
from vel_tutor.models.loops import Challenge, ChallengePlay, InviteAttempt
from vel_tutor.vocabulary import (
    Channel,
    FeedKind,
    GameStage,
    Hold,
    LoopKind,
    ShieldReason,
)

_LOOP = LoopKind.BUDDY_CHALLENGE
_SEEDS = SystemRandom()


class InvitesSpent(TooMany):
    words = "You have sent all the challenges you can for today. Tomorrow there are more."
    code = "invites_spent"


class OwnChallenge(Conflict):
    words = "This is your own challenge. Send it to a friend."
    code = "own_challenge"


class GuestPlaysSpent(TooMany):
    words = "You have played a few games here. Sign up to go on, your answers stay yours."
    code = "guest_plays_spent"


class GameOver(NotFound):
    words = "This game was open for a day. Sign up to play it again."
    code = "game_over"


def challenge_from(actor: Actor, session_id: UUID) -> SentView:
    """Make the actor's finished session a score to beat; the same session, the same challenge.

    Raises:
        NotAllowed: not somebody who may invite; children are never offered it.
        NotFound: no such session, or it belongs to someone else.
        StillOpen: the session has unanswered questions.
        InvitesSpent: enough for one day, by the age of the account.
    """
    if not (actor.is_student and accounts.may_invite(actor)):
        raise NotAllowed
    with transaction() as tx:
        score = practice.score_for(tx, Player.of(actor), session_id)
        if not score.completed:
            raise practice.StillOpen
        _one_invite_at_a_time(tx, actor.user_id)
        challenge = tx.session.exec(
            select(Challenge).where(Challenge.session_id == session_id)
        ).one_or_none()
        if challenge is None and _may_try(tx, actor.user_id):
            challenge = _challenge(tx, actor, score)
        view = queries.sent_view(tx, actor, challenge) if challenge else None
    if view is None:
        raise InvitesSpent
    return view


def _one_invite_at_a_time(tx: Transaction, user_id: UUID) -> None:
    key = func.hashtextextended(f"invite:{user_id}", 0)
    tx.session.exec(select(func.pg_advisory_xact_lock(key)))


def _may_try(tx: Transaction, user_id: UUID) -> bool:
    """Write the try down, and say whether it is within the cap."""
    age = tx.now - accounts.person(tx, user_id).joined_at
    allowed = select(func.count()).where(
        InviteAttempt.user_id == user_id,
        InviteAttempt.at > tx.now - rules.INVITE_WINDOW,
        col(InviteAttempt.was_refused).is_(False),
    )
    refused = tx.session.exec(allowed).one() >= rules.invites_a_day(age)
    tx.session.add(InviteAttempt(user_id=user_id, loop=_LOOP, was_refused=refused, at=tx.now))
    return not refused


def _challenge(tx: Transaction, actor: Actor, score: ScoreView) -> Challenge:
    challenge_id = UUID(int=_SEEDS.getrandbits(128), version=4)
    link = attribution.create_link(
        tx,
        actor.user_id,
        _LOOP,
        campaign=rules.campaign(tx.now),
        target_id=challenge_id,
        lifetime=rules.CHALLENGE_LIFE,
    )
    challenge = Challenge(
        id=challenge_id,
        sender_id=actor.user_id,
        session_id=score.session_id,
        link_id=link.id,
        title=score.title,
        subject=score.subject,
        percent=score.percent,
        correct=score.correct,
        size=score.size,
        seed=_SEEDS.randrange(2**31),
        created_at=tx.now,
    )
    tx.session.add(challenge)
    tx.session.flush()
    tx.publish(ChallengeCreated(challenge_id=challenge_id, sender_id=actor.user_id))
    return challenge


def note_share(actor: Actor, challenge_id: UUID, channel: Channel) -> None:
    """Note that the actor has just shared the challenge over `channel`.

    Raises:
        NotFound: no such challenge, or it belongs to someone else.
        LinkOver: its time is over.
    """
    with transaction() as tx:
        challenge = _access(tx, actor, challenge_id)
        found = queries.behind(tx, attribution.link_of(tx, challenge.link_id))
        if found is None:
            raise LinkOver
        attribution.invite_sent(tx, found[0], channel)


def look_at(actor: Actor, challenge_id: UUID) -> SentView:
    """The actor's challenge as it stands; an end they see for the first time comes with `cheer`.

    Raises:
        NotFound: no such challenge, or it belongs to someone else.
    """
    with transaction() as tx:
        challenge = _access(tx, actor, challenge_id)
        ended = (
            update(ChallengePlay)
            .where(
                col(ChallengePlay.challenge_id) == challenge.id,
                col(ChallengePlay.completed_at).is_not(None),
                col(ChallengePlay.sender_saw_at).is_(None),
            )
            .values(sender_saw_at=tx.now)
            .returning(col(ChallengePlay.id))
        )
        cheer = bool(tx.session.exec(ended).all())
        return views.cheering(queries.sent_view(tx, actor, challenge), cheer)


def _access(tx: Transaction, actor: Actor, challenge_id: UUID) -> Challenge:
    """The actor's own challenge, or `NotFound`."""
    challenge = tx.session.exec(
        select(Challenge).where(Challenge.id == challenge_id, Challenge.sender_id == actor.user_id)
    ).one_or_none()
    if challenge is None:
        raise NotFound
    return challenge


def invitation(friend: Friend, code: str) -> GameView:
    """What the page behind `code` shows to `friend`, who has just opened it: that is a click.

    Forged, expired, withdrawn and unknown links are all one closed page.

    Raises:
        NotAllowed: a child whose parent has not said yes.
        CookiesNeeded: a guest's browser that keeps no cookie of ours.
    """
    player = friend.player
    with transaction() as tx:
        found = queries.behind(tx, attribution.link_in(tx, code))
        if found is None:
            return views.closed(LinkOver.words)
        link, challenge = found
        if _is_sender(friend, challenge):
            return views.own(challenge)
        attribution.clicked(
            tx,
            link,
            visitor_id=friend.visitor_id,
            user_id=friend.member.user_id if friend.member else None,
            standing=friend.standing,
        )
        play = queries.play_of(tx, player, challenge.id)
        if play is None:
            return _invited(tx, friend, challenge)
        return _game(tx, friend, challenge, play)


def begin(friend: Friend, code: str) -> GameView:
    """Deal the friend's deck, or go on with it; the sender hears that somebody plays.

    Raises:
        LinkOver: the link opens nothing (any more).
        OwnChallenge: the sender cannot beat themselves.
        GuestPlaysSpent: enough games without an account on this device.
    """
    player = friend.player
    with transaction() as tx:
        _, challenge = _open(tx, friend, code)
        play = queries.play_of(tx, player, challenge.id)
        if play is None:
            if not _has_room(tx, friend):
                raise GuestPlaysSpent
            play = _begin(tx, player, challenge)
        return _game(tx, friend, challenge, play)


def _begin(tx: Transaction, player: Player, challenge: Challenge) -> ChallengePlay:
    session_id = _deal(tx, player, challenge, challenge.seed, challenge.id)
    new = ChallengePlay(
        challenge_id=challenge.id,
        player_user_id=player.user_id,
        player_visitor_id=player.visitor_id,
        session_id=session_id,
        started_at=tx.now,
    )
    added = (
        insert(ChallengePlay)
        .values(**new.model_dump())
        .on_conflict_do_nothing()
        .returning(col(ChallengePlay.id))
    )
    if tx.session.exec(added).first():
        tx.publish(ChallengeOpened(challenge_id=challenge.id, play_id=new.id))
    return _play(tx, player, challenge)


def _deal(
    tx: Transaction, player: Player, challenge: Challenge, seed: int, source_id: UUID
) -> UUID:
    """Other questions of the families the sender met."""
    cards = practice.deck_like(tx, challenge.session_id, seed)
    chosen = [cards[place] for place in rules.deck(len(cards))]
    return practice.open_deck_for(tx, player, chosen, source_id)


def answer(friend: Friend, code: str, position: int, given: str) -> GameView:
    """Mark the answer to question `position`, from 0, and show the verdict.

    Raises:
        LinkOver: the link opens nothing (any more).
        NotFound: the friend has not begun.
        GameOver: a guest began more than a day ago.
        NotOpenYet: an earlier question has no answer yet.
        Invalid: too long, or holding signs nobody can type.
    """
    with transaction() as tx:
        turn = _turn(tx, friend, code)
        went = practice.answer_for(tx, friend.player, turn.session_id, position, given)
        return _answered(tx, friend, turn, went)


def reveal(friend: Friend, code: str, position: int) -> GameView:
    """Show the solution of question `position` instead of an answer; it counts as not right.

    Raises: as `answer`.
    """
    with transaction() as tx:
        turn = _turn(tx, friend, code)
        went = practice.reveal_for(tx, friend.player, turn.session_id, position)
        return _answered(tx, friend, turn, went)


def hint(friend: Friend, code: str, position: int, number: int) -> GameView:
    """Show a hint of the question on show; see `practice.hint` for what it costs.

    Raises: as `answer`.
    """
    with transaction() as tx:
        turn = _turn(tx, friend, code)
        deck = practice.hint_for(tx, friend.player, turn.session_id, position, number)
        return views.playing(turn.challenge, turn.play, deck, friend)


def next_question(friend: Friend, code: str, position: int) -> GameView:
    """Leave the verdict on `position` behind; after the last one comes the comparison.

    Raises: as `answer`.
    """
    with transaction() as tx:
        turn = _turn(tx, friend, code)
        practice.next_question_for(tx, friend.player, turn.session_id, position)
        return _game(tx, friend, turn.challenge, turn.play)


def play_again(friend: Friend, code: str) -> GameView:
    """Deal the deck anew, for fun: the first result stands and nothing else comes of it.

    Raises: as `answer`; Conflict: the first go is not over.
    """
    with transaction() as tx:
        turn = _turn(tx, friend, code)
        challenge, play = turn.challenge, turn.play
        if play.completed_at is None:
            raise Conflict("Finish this game first.")
        play.agains += 1
        source_id = uuid5(play.id, f"again-{play.agains}")
        seed = challenge.seed + play.agains
        play.again_session_id = _deal(tx, friend.player, challenge, seed, source_id)
        tx.session.add(play)
        return _game(tx, friend, challenge, play)


def claim_guest_play(tx: Transaction, user_id: UUID, visitor_id: str) -> None:
    """Everything a guest did becomes the new account's, in the transaction of their joining.

    For a child that is the parent's first yes; until then nothing is known of them here.
    """
    if not visitor_id:
        return
    attribution.account_created(tx, user_id, visitor_id)
    practice.claim(tx, visitor_id, user_id)
    kept = (
        update(ChallengePlay)
        .where(col(ChallengePlay.player_visitor_id) == visitor_id)
        .values(player_visitor_id=None, player_user_id=user_id, joined_at=tx.now)
        .returning(col(ChallengePlay.id))
    )
    for play_id in tx.session.exec(kept).scalars().all():
        play = tx.session.exec(select(ChallengePlay).where(ChallengePlay.id == play_id)).one()
        tx.publish(ChallengeFriendJoined(challenge_id=play.challenge_id, play_id=play.id))
        if play.first_value_at:
            _tell_sender(tx, play, user_id)
    _settle(tx, user_id)


def listen_to_joining() -> None:
    """Once per process: have every joining keep what was played before it."""
    accounts.on_joining(claim_guest_play)


def _open(tx: Transaction, friend: Friend, code: str) -> tuple[LinkView, Challenge]:
    """The challenge behind `code`, for somebody who may play it; a guest's deeds come in turn."""
    if friend.student is None:
        attribution.wait_for_visitor(tx, friend.visitor_id)
    found = queries.behind(tx, attribution.link_in(tx, code))
    if found is None:
        raise LinkOver
    if _is_sender(friend, found[1]):
        raise OwnChallenge
    return found


@dataclass(frozen=True)
class _Turn:
    """A friend at their game, everything fetched and locked."""

    link: LinkView
    challenge: Challenge
    play: ChallengePlay

    @property
    def session_id(self) -> UUID:
        """The deck on the table: the first go, or the last one for fun."""
        return self.play.again_session_id or self.play.session_id


def _turn(tx: Transaction, friend: Friend, code: str) -> _Turn:
    """The friend's own game, while it may be played on."""
    link, challenge = _open(tx, friend, code)
    play = _play(tx, friend.player, challenge)
    if friend.student is None and rules.is_over(play.started_at, tx.now):
        raise GameOver
    return _Turn(link, challenge, play)


def _answered(tx: Transaction, friend: Friend, turn: _Turn, went: AnswerView) -> GameView:
    """Count one more answer of the first go, and show how it went."""
    if went.answered > turn.play.answered and turn.session_id == turn.play.session_id:
        _progress(tx, friend, turn.link, turn.play, went)
    deck = practice.resume_for(tx, friend.player, turn.session_id)
    return views.playing(turn.challenge, turn.play, deck, friend, feedback=went.feedback)


def _is_sender(friend: Friend, challenge: Challenge) -> bool:
    return friend.member is not None and friend.member.user_id == challenge.sender_id


def _play(tx: Transaction, player: Player, challenge: Challenge) -> ChallengePlay:
    """The player's own go, locked, or `NotFound`."""
    play = queries.play_of(tx, player, challenge.id, lock=True)
    if play is None:
        raise NotFound
    return play


def _has_room(tx: Transaction, friend: Friend) -> bool:
    if friend.student:
        return True
    return queries.guest_plays(tx, friend.visitor_id) < rules.GUEST_PLAYS


def _invited(tx: Transaction, friend: Friend, challenge: Challenge) -> GameView:
    stage = GameStage.INVITED if _has_room(tx, friend) else GameStage.FULL
    return views.game(challenge, stage, friend)


def _game(tx: Transaction, friend: Friend, challenge: Challenge, play: ChallengePlay) -> GameView:
    """Where the friend stands: on a question, at the comparison, or too late."""
    session_id = play.again_session_id or play.session_id
    deck = practice.resume_for(tx, friend.player, session_id)
    if not deck.completed:
        if friend.student is None and rules.is_over(play.started_at, tx.now):
            return views.closed(GameOver.words)
        return views.playing(challenge, play, deck, friend)
    reward = ""
    if friend.student:
        user_id = friend.student.user_id
        reward = queries.shield_words(tx, user_id, ShieldReason.CHALLENGE_PLAYED, user_id)
    cheer = _cheer(tx, play, rewarded=bool(reward))
    return views.done(challenge, play, deck, friend, reward=reward, cheer=cheer)


def _cheer(tx: Transaction, play: ChallengePlay, *, rewarded: bool) -> bool:
    """Whether this is the first time the friend sees that it is over, or that it paid."""
    cheer = play.friend_saw_at is None or (rewarded and not play.friend_saw_reward)
    play.friend_saw_at = play.friend_saw_at or tx.now
    play.friend_saw_reward = play.friend_saw_reward or rewarded
    tx.session.add(play)
    return cheer


def _progress(
    tx: Transaction, friend: Friend, link: LinkView, play: ChallengePlay, went: AnswerView
) -> None:
    """One more answer in the friend's first go."""
    play.answered = went.answered
    tx.publish(
        ChallengeAnswered(challenge_id=play.challenge_id, play_id=play.id, count=play.answered)
    )
    if play.answered >= rules.FIRST_VALUE_ANSWERS and play.first_value_at is None:
        _first_value(tx, friend, link, play)
    if went.completed:
        play.completed_at = tx.now
        play.percent = rules.percent(went.correct, went.size)
        tx.publish(
            ChallengeCompleted(
                challenge_id=play.challenge_id,
                play_id=play.id,
                sender_id=link.referrer_id,
                percent=play.percent,
            )
        )
    tx.session.add(play)


def _first_value(tx: Transaction, friend: Friend, link: LinkView, play: ChallengePlay) -> None:
    play.first_value_at = tx.now
    user_id = friend.student.user_id if friend.student else None
    attribution.first_value(
        tx,
        link,
        visitor_id=None if user_id else friend.visitor_id,
        user_id=user_id,
        held=_hold(tx, friend, play),
    )
    if user_id:
        _tell_sender(tx, play, user_id)
        _settle(tx, user_id)


def _hold(tx: Transaction, friend: Friend, play: ChallengePlay) -> Hold | None:
    """Why the reward of this first-value moment has to wait, if it has to."""
    if rules.is_rapid(practice.answer_times(tx, play.session_id)):
        return Hold.TOO_FAST
    if friend.student is None and friend.address:
        try:
            safety.spend(safety.FIRST_VALUE_ADDRESS, safety.network(friend.address))
        except TooMany:
            return Hold.ADDRESS_BURST
    return None


def _tell_sender(tx: Transaction, play: ChallengePlay, friend_id: UUID) -> None:
    """A line in the sender's feed: their friend accepted."""
    challenge = tx.session.exec(select(Challenge).where(Challenge.id == play.challenge_id)).one()
    social.tell(tx, challenge.sender_id, FeedKind.CHALLENGE_ACCEPTED, play.id, friend_id)


def _settle(tx: Transaction, invitee_id: UUID) -> None:
    """Give both sides their shield, if the invitee has joined and got something out of it."""
    referral = attribution.take_payable(tx, invitee_id, _LOOP)
    if referral is None:
        return
    sides = (
        (referral.referrer_id, ShieldReason.CHALLENGE_SENT),
        (invitee_id, ShieldReason.CHALLENGE_PLAYED),
    )
    for user_id, reason in sorted(sides):  # the same order everywhere: nobody waits in a circle
        incentives.grant_shield(tx, user_id, reason, invitee_id)
    tx.publish(
        RewardGranted(
            challenge_id=referral.target_id,
            referrer_id=referral.referrer_id,
            invitee_id=invitee_id,
        )
    )
