"""The page behind a rally link: six questions, then where one would stand."""

import reflex as rx

from vel_tutor.domain.loops import rally
from vel_tutor.domain.loops.rally.views import QuizView
from vel_tutor.state.playing import Loop, Playing


class RallyQuizState(Playing, rx.State):
    """One friend at one placement quiz."""

    game: rx.Field[QuizView] = rx.field(default_factory=QuizView)

    def _loop(self) -> Loop:
        return rally
