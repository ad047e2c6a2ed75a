"""Results Rally: boards of the week by subject and band of grades, and inviting to them."""

from vel_tutor.domain.loops.rally.boards import board, enter, place_of
from vel_tutor.domain.loops.rally.events import (
    RallyInvited,
    RallyJoined,
    RallyQuizCompleted,
    RallyRewarded,
    RallyScored,
)
from vel_tutor.domain.loops.rally.inviting import invite_to
from vel_tutor.domain.loops.rally.players import crowd, topic
from vel_tutor.domain.loops.rally.quiz import (
    OwnRally,
    answer,
    begin,
    hint,
    invitation,
    next_question,
    reveal,
)
from vel_tutor.domain.loops.rally.rewarding import let_reward_go
from vel_tutor.domain.loops.rally.scoring import count, leave, leave_if_hidden
from vel_tutor.domain.loops.rally.sweeping import forget_old_boards, forget_unfinished_quizzes
from vel_tutor.domain.loops.rally.views import BoardView, PlaceView, QuizView

__all__ = [
    "BoardView",
    "OwnRally",
    "PlaceView",
    "QuizView",
    "RallyInvited",
    "RallyJoined",
    "RallyQuizCompleted",
    "RallyRewarded",
    "RallyScored",
    "answer",
    "begin",
    "board",
    "count",
    "crowd",
    "enter",
    "forget_old_boards",
    "forget_unfinished_quizzes",
    "hint",
    "invitation",
    "invite_to",
    "leave",
    "leave_if_hidden",
    "let_reward_go",
    "next_question",
    "place_of",
    "reveal",
    "topic",
]
