"""Challenge, rally, proud parent and streak rescue; prompts and their throttle."""

from vel_tutor.domain.loops.arriving import GuestPlaysSpent, begin, invitation
from vel_tutor.domain.loops.caps import InvitesSpent, invite_attempts, invites_left
from vel_tutor.domain.loops.doors import link_address, picture, preview
from vel_tutor.domain.loops.events import (
    ChallengeAnswered,
    ChallengeCompleted,
    ChallengeCreated,
    ChallengeFriendJoined,
    ChallengeOpened,
    RewardGranted,
)
from vel_tutor.domain.loops.friend import CookiesNeeded, Friend
from vel_tutor.domain.loops.game import GameOver, OwnChallenge
from vel_tutor.domain.loops.joining import claim_guest_play, listen_to_joining
from vel_tutor.domain.loops.playing import answer, hint, next_question, play_again, reveal
from vel_tutor.domain.loops.queries import (
    LinkOver,
    card,
    open_challenges,
    sent,
)
from vel_tutor.domain.loops.sending import challenge_from, challenge_with, look_at, study_with
from vel_tutor.domain.loops.sharing import note_share
from vel_tutor.domain.loops.sweeping import forget_unfinished_guests
from vel_tutor.domain.loops.views import FriendView, GameView, PreviewView, SentView, ShareView

__all__ = [
    "ChallengeAnswered",
    "ChallengeCompleted",
    "ChallengeCreated",
    "ChallengeFriendJoined",
    "ChallengeOpened",
    "CookiesNeeded",
    "Friend",
    "FriendView",
    "GameOver",
    "GameView",
    "GuestPlaysSpent",
    "InvitesSpent",
    "LinkOver",
    "OwnChallenge",
    "PreviewView",
    "RewardGranted",
    "SentView",
    "ShareView",
    "answer",
    "begin",
    "card",
    "challenge_from",
    "challenge_with",
    "claim_guest_play",
    "forget_unfinished_guests",
    "hint",
    "invitation",
    "invite_attempts",
    "invites_left",
    "link_address",
    "listen_to_joining",
    "look_at",
    "next_question",
    "note_share",
    "open_challenges",
    "picture",
    "play_again",
    "preview",
    "reveal",
    "sent",
    "study_with",
]
