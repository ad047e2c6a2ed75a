"""How a challenge looks: to its sender as friends come, to a friend as they play."""

from collections.abc import Sequence
from dataclasses import replace
from zoneinfo import ZoneInfo

from vel_tutor import routes
from vel_tutor.domain import accounts
from vel_tutor.domain.attribution import LinkView
from vel_tutor.domain.loops import invite, rules
from vel_tutor.domain.loops.friend import Friend
from vel_tutor.domain.loops.views import FriendView, GameView, GradeView, SentView, ShareView
from vel_tutor.domain.practice.views import PlayView
from vel_tutor.models.loops import Challenge, ChallengePlay
from vel_tutor.vocabulary import GRADES, GameStage, Outcome, SentStage

_SENT_HEADLINES = {
    SentStage.WAITING: "Waiting for your friend",
    SentStage.PLAYING: "Your friend is playing!",
    SentStage.COMPLETED: "Completed",
    SentStage.OVER: "Nobody came in time",
}


def stage(plays: Sequence[ChallengePlay], *, is_open: bool) -> SentStage:
    """How far the challenge has come, taking its furthest friend."""
    if any(play.completed_at for play in plays):
        return SentStage.COMPLETED
    if plays:
        return SentStage.PLAYING
    return SentStage.WAITING if is_open else SentStage.OVER


def sent(
    challenge: Challenge,
    link: LinkView | None,
    friends: Sequence[FriendView],
    plays: Sequence[ChallengePlay],
    time_zone: str,
) -> SentView:
    """A challenge for its sender; `link` is None once it is over."""
    at = stage(plays, is_open=link is not None)
    until = link.expires_at.astimezone(ZoneInfo(time_zone)).strftime("%-d %B") if link else ""
    return SentView(
        id=str(challenge.id),
        title=challenge.title,
        is_study=challenge.percent is None,
        percent=challenge.percent or 0,
        words=_sent_words(challenge),
        correct=challenge.correct,
        size=challenge.size,
        stage=at.value,
        headline=_SENT_HEADLINES[at],
        until=until,
        card=routes.card(challenge.id),
        friends=tuple(friends),
        share=invite.share(challenge, link) if link else ShareView(),
    )


def _sent_words(challenge: Challenge) -> str:
    if challenge.percent is None:
        return f"Practise {challenge.title} together"
    return f"You scored {challenge.percent}% in {challenge.title}"


def friend(play: ChallengePlay, challenge: Challenge, name: str, reward: str) -> FriendView:
    """One friend's go, for the sender."""
    size = len(rules.deck(challenge.size))
    return FriendView(
        id=str(play.id),
        name=name,
        words=_friend_words(play, challenge, size),
        progress=rules.percent(play.answered, size),
        percent=play.percent or 0,
        completed=play.completed_at is not None,
        joined=play.joined_at is not None,
        reward=reward,
        may_replay=_may_replay(play, challenge),
    )


def _may_replay(play: ChallengePlay, challenge: Challenge) -> bool:
    is_over = play.completed_at is not None and challenge.percent is not None
    return is_over and play.player_user_id is not None


def _friend_words(play: ChallengePlay, challenge: Challenge, size: int) -> str:
    if play.percent is None:
        return f"Playing: {play.answered} of {size} answered"
    if challenge.percent is None:
        return f"Finished with {play.percent}% right"
    compared = {
        Outcome.WON: f"beat you with {play.percent}%",
        Outcome.TIE: f"drew level at {play.percent}%: you both win",
        Outcome.LOST: f"scored {play.percent}%, you stay ahead",
    }
    return f"Finished: {compared[rules.outcome(play.percent, challenge.percent)]}"


def cheering(view: SentView, cheer: bool) -> SentView:
    """The same, with confetti if something has just ended."""
    return replace(view, cheer=cheer)


def closed(words: str) -> GameView:
    """The one neutral page: there is nothing to play here."""
    return GameView(stage=GameStage.CLOSED.value, words=words)


def own(challenge: Challenge) -> GameView:
    """The sender opened their own link."""
    return GameView(stage=GameStage.OWN.value, challenge=routes.challenge_sent(challenge.id))


def game(challenge: Challenge, stage: GameStage, friend: Friend) -> GameView:
    """The challenge as the friend meets it."""
    return GameView(
        stage=stage.value,
        sender=accounts.pseudonym(challenge.sender_id),
        title=challenge.title,
        subject=challenge.subject.value,
        is_study=challenge.percent is None,
        to_beat=challenge.percent or 0,
        size=len(rules.deck(challenge.size)),
        is_guest=friend.student is None,
    )


def invited(
    challenge: Challenge, stage: GameStage, friend: Friend, grades: Sequence[int], grade: int
) -> GameView:
    """The challenge before the first question, with the levels to choose from."""
    return replace(
        game(challenge, stage, friend),
        grades=tuple(GradeView(str(one), GRADES[one]) for one in grades),
        grade=grade,
    )


def playing(
    challenge: Challenge, play: ChallengePlay, deck: PlayView, friend: Friend, feedback: str = ""
) -> GameView:
    """The friend is on a question or its verdict."""
    return replace(
        game(challenge, GameStage.PLAYING, friend),
        play=deck,
        feedback="" if deck.verdict.shown else feedback,
        for_fun=play.again_session_id is not None,
        worth_keeping=friend.student is None and play.first_value_at is not None,
    )


def done(
    challenge: Challenge,
    play: ChallengePlay,
    deck: PlayView,
    friend: Friend,
    *,
    reward: str,
    cheer: bool,
) -> GameView:
    """The comparison. Played again for fun, the result on show is that of the last go."""
    yours = rules.percent(deck.correct, deck.size)
    outcome = None if challenge.percent is None else rules.outcome(yours, challenge.percent)
    return replace(
        game(challenge, GameStage.DONE, friend),
        play=deck,
        yours=yours,
        outcome=outcome.value if outcome else "",
        headline=verdict(outcome, yours, challenge.percent or 0),
        reward=reward,
        cheer=cheer,
        for_fun=play.again_session_id is not None,
        worth_keeping=friend.student is None,
        results=routes.practice_results(deck.session_id) if friend.student else "",
        play_id=str(play.id) if friend.may_answer and _may_replay(play, challenge) else "",
    )


def verdict(outcome: Outcome | None, yours: int, to_beat: int) -> str:
    """How it ends, in kind words; without an outcome there was nothing to beat."""
    if outcome is None:
        return f"Done: {yours}% right. Practised together!"
    return {
        Outcome.WON: f"You did it: {yours}% beats {to_beat}%!",
        Outcome.TIE: f"A draw at {yours}%: you both win!",
        Outcome.LOST: f"{yours}% this time, {to_beat}% to beat. Every answer counts as practice.",
    }[outcome]
