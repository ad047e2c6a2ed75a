"""Settings: who one is, where one is signed in, and the password."""

import asyncio
from typing import Any
from uuid import UUID

import reflex as rx

from vel_tutor.domain import accounts
from vel_tutor.domain.accounts import FieldRefusal, ProblemView, ProfileView, SignInView
from vel_tutor.state import typed
from vel_tutor.state.guard import Guarded
from vel_tutor.state.notices import NoticeState


class SettingsState(Guarded, rx.State):
    """One person's own account."""

    profile: rx.Field[ProfileView] = rx.field(default_factory=ProfileView)
    sign_ins: rx.Field[list[SignInView]] = rx.field(default_factory=list)
    profile_problem: rx.Field[ProblemView] = rx.field(default_factory=ProblemView)
    password_problem: rx.Field[ProblemView] = rx.field(default_factory=ProblemView)
    has_new_password: rx.Field[bool] = rx.field(False)
    is_loaded: rx.Field[bool] = rx.field(False)

    @rx.event
    async def arrive(self):
        """Read the account again."""
        actor = await self._actor()
        opened = await asyncio.to_thread(accounts.settings_of, actor)
        self.profile, self.sign_ins = opened.profile, list(opened.sign_ins)
        self.profile_problem = ProblemView()
        self.password_problem = typed.problem(self.router)
        self.has_new_password = typed.asked(self.router, "done") == "password"
        self.is_loaded = True

    @rx.event
    async def save(self, form: dict[str, Any]):
        """Keep a changed name, time zone or grade."""
        actor = await self._actor()
        try:
            self.profile = await asyncio.to_thread(
                accounts.change_profile,
                actor,
                str(form.get("first_name", "")),
                str(form.get("time_zone", "")),
                str(form.get("grade", "")),
            )
        except FieldRefusal as refusal:
            self.profile_problem = accounts.problem(refusal.code)
            return None
        self.profile_problem = ProblemView()
        return NoticeState.show("Saved.", "success")

    @rx.event
    async def end(self, sign_in_id: UUID):
        """Sign out on another device."""
        actor = await self._actor()
        left = await asyncio.to_thread(accounts.end_sign_in, actor, sign_in_id)
        self.sign_ins = list(left)
        return NoticeState.show("That device is signed out.", "success")
