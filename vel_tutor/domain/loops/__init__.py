"""Challenge, rally, proud parent and streak rescue; prompts and their throttle."""

from vel_tutor.domain.loops.answering import (
    RematchOver,
    challenge_back,
    rematch,
    send_rematch,
)
from vel_tutor.domain.loops.arriving import GuestPlaysSpent, begin, invitation
from vel_tutor.domain.loops.caps import InvitesSpent, invite_attempts, invites_left
from vel_tutor.domain.loops.doors import link_address, picture, preview
from vel_tutor.domain.loops.duels import Duel, duel, duels_of
from vel_tutor.domain.loops.events import (
    ChallengeAnswered,
    ChallengeCompleted,
    ChallengeCreated,
    ChallengeFriendJoined,
    ChallengeOpened,
    RewardGranted,
)
from vel_tutor.domain.loops.feeding import challenge_me_too, tell_answer, tell_sent, tell_won
from vel_tutor.domain.loops.friend import CookiesNeeded, Friend
from vel_tutor.domain.loops.game import GameOver, OwnChallenge
from vel_tutor.domain.loops.history import history
from vel_tutor.domain.loops.joining import claim_guest_play, listen_to_joining
from vel_tutor.domain.loops.playing import answer, hint, next_question, play_again, reveal
from vel_tutor.domain.loops.queries import (
    LinkOver,
    card,
    open_challenges,
    sent,
)
from vel_tutor.domain.loops.rewarding import let_reward_go
from vel_tutor.domain.loops.sending import challenge_from, challenge_with, look_at, study_with
from vel_tutor.domain.loops.sharing import note_share
from vel_tutor.domain.loops.sweeping import forget_unfinished_guests
from vel_tutor.domain.loops.views import (
    FriendView,
    GameView,
    HistoryView,
    PastView,
    PreviewView,
    SentView,
    ShareView,
)

__all__ = [
    "ChallengeAnswered",
    "ChallengeCompleted",
    "ChallengeCreated",
    "ChallengeFriendJoined",
    "ChallengeOpened",
    "CookiesNeeded",
    "Duel",
    "Friend",
    "FriendView",
    "GameOver",
    "GameView",
    "GuestPlaysSpent",
    "HistoryView",
    "InvitesSpent",
    "LinkOver",
    "OwnChallenge",
    "PastView",
    "PreviewView",
    "RematchOver",
    "RewardGranted",
    "SentView",
    "ShareView",
    "answer",
    "begin",
    "card",
    "challenge_back",
    "challenge_from",
    "challenge_me_too",
    "challenge_with",
    "claim_guest_play",
    "duel",
    "duels_of",
    "forget_unfinished_guests",
    "hint",
    "history",
    "invitation",
    "invite_attempts",
    "invites_left",
    "let_reward_go",
    "link_address",
    "listen_to_joining",
    "look_at",
    "next_question",
    "note_share",
    "open_challenges",
    "picture",
    "play_again",
    "preview",
    "rematch",
    "reveal",
    "send_rematch",
    "sent",
    "study_with",
    "tell_answer",
    "tell_sent",
    "tell_won",
]
