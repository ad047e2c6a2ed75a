"""Signing in, and the way back for whoever forgot the password."""

import asyncio

import reflex as rx

from vel_tutor.domain import accounts
from vel_tutor.state import typed
from vel_tutor.state.guard import Guarded
from vel_tutor.state.sign_up import home_of


class SignInState(Guarded, rx.State):
    """The sign-in form."""

    name: str = ""
    problem: str = ""
    has_new_password: rx.Field[bool] = rx.field(False)
    onward: rx.Field[str] = rx.field("")
    is_loaded: rx.Field[bool] = rx.field(False)

    @rx.event
    async def arrive(self):
        """Show the form, with what was typed when it came back."""
        actor = await self._actor_or_none()
        if actor is not None:
            return rx.redirect(typed.onward(self.router) or home_of(actor.standing), replace=True)
        self.name = typed.again(self.router).get("name", "")
        self.problem = typed.problem(self.router).words
        self.has_new_password = typed.asked(self.router, "done") == "password"
        self.onward = typed.onward(self.router)
        self.is_loaded = True


class NewPasswordState(Guarded, rx.State):
    """Asking for a new password, and setting it by the mailed link."""

    problem: str = ""
    is_asked: rx.Field[bool] = rx.field(False)
    is_loaded: rx.Field[bool] = rx.field(False)
    is_open: rx.Field[bool] = rx.field(False)
    token: str = ""
    """From the address into the form, for the browser to post; it came from there."""

    @rx.event
    def arrive_to_ask(self):
        """Show the question, or that a mail is under way."""
        self.is_asked = typed.asked(self.router, "done") == "asked"
        self.problem = typed.problem(self.router).words

    @rx.event
    async def arrive_to_set(self):
        """Show the form for a new password, if the link still opens it."""
        self.is_loaded = False
        yield
        token = self._segment()
        self.is_open = await asyncio.to_thread(accounts.reset_is_open, token)
        self.token = token if self.is_open else ""
        self.problem = typed.problem(self.router).words
        self.is_loaded = True

    def _segment(self) -> str:
        return self.router.url.path.rstrip("/").rpartition("/")[2]
