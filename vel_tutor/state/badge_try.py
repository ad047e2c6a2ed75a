"""The page behind the link of a badge: five questions, then how far that brings one."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.domain.loops import spotlight
from vel_tutor.domain.loops.spotlight.views import TryView
from vel_tutor.state import typed
from vel_tutor.state.playing import Loop, Playing


class BadgeTryState(Playing, rx.State):
    """One friend at one badge."""

    game: rx.Field[TryView] = rx.field(default_factory=TryView)

    def _loop(self) -> Loop:
        return spotlight

    def _code(self) -> str:
        """The address names the badge; the link goes along."""
        return typed.asked(self.router, routes.REF)
