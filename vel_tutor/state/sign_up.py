"""Signing up: the age gate, then the account."""

from dataclasses import replace

import reflex as rx

from vel_tutor import routes
from vel_tutor.core.settings import GATE_COOKIE
from vel_tutor.domain import accounts
from vel_tutor.domain.accounts import BirthdayView, ProblemView, SignUpView
from vel_tutor.state import typed
from vel_tutor.state.guard import Guarded, cookie
from vel_tutor.vocabulary import TIME_ZONES, AgeBand, Role, Standing


class GateState(Guarded, rx.State):
    """The first question: the date of birth, and nothing else."""

    birthday: rx.Field[BirthdayView] = rx.field(default_factory=BirthdayView)
    problem: str = ""
    onward: rx.Field[str] = rx.field("")
    is_loaded: rx.Field[bool] = rx.field(False)

    @rx.event
    async def arrive(self):
        """Show the question, unless it was answered here today."""
        actor = await self._actor_or_none()
        if actor is not None:
            return rx.redirect(home_of(actor.standing), replace=True)
        self.onward = typed.onward(self.router)
        self.problem = typed.problem(self.router).words
        passed = accounts.open_gate(cookie(self.router.headers.cookie, GATE_COOKIE))
        if passed and not self.problem and not typed.asked(self.router, "again"):
            return rx.redirect(with_next(routes.SIGN_UP_ACCOUNT, self.onward), replace=True)
        echo = typed.again(self.router)
        self.birthday = BirthdayView(
            day=echo.get("day", ""), month=echo.get("month", ""), year=echo.get("year", "")
        )
        self.is_loaded = True


class SignUpState(Guarded, rx.State):
    """The account: what is asked depends on the gate, so nothing shows before it was asked."""

    form: rx.Field[SignUpView] = rx.field(default_factory=SignUpView)
    problem: rx.Field[ProblemView] = rx.field(default_factory=ProblemView)
    onward: rx.Field[str] = rx.field("")

    @rx.event
    async def arrive(self):
        """Show the form, or the gate to whoever has not come through it."""
        actor = await self._actor_or_none()
        if actor is not None:
            return rx.redirect(home_of(actor.standing), replace=True)
        self.onward = typed.onward(self.router)
        gate = accounts.open_gate(cookie(self.router.headers.cookie, GATE_COOKIE))
        if gate is None:
            return rx.redirect(with_next(routes.SIGN_UP, self.onward), replace=True)
        self.problem = typed.problem(self.router)
        echo = typed.again(self.router)
        self.form = SignUpView(
            way="family" if gate.band is AgeBand.CHILD else "own",
            may_be_parent=gate.band is AgeBand.ADULT,
            role=self._role(echo.get("role", "")),
            first_name=echo.get("first_name", ""),
            email=echo.get("email", ""),
            parent_email=echo.get("parent_email", ""),
            time_zone=echo.get("time_zone", self.form.time_zone),
            grade=echo.get("grade", ""),
        )

    def _role(self, chosen: str) -> str:
        """As whom: what was chosen before, or a parent where the way leads on to their child."""
        usual = Role.PARENT if self.onward == routes.NEW_CHILD else Role.STUDENT
        return (chosen or usual) if chosen in {"", Role.PARENT, Role.STUDENT} else usual

    @rx.event
    def zone_seen(self, zone: str):
        """The browser's own time zone, as a first guess."""
        if not self.form.time_zone and zone in TIME_ZONES:
            self.form = replace(self.form, time_zone=zone)

    @rx.event
    def choose_role(self, role: str):
        """A grown-up learns, or looks after somebody who does."""
        self.form = replace(self.form, role="parent" if role == Role.PARENT else "student")


def home_of(standing: Standing) -> str:
    """Where somebody who is signed in belongs."""
    return routes.WAITING if standing is Standing.LOCKED_CHILD else routes.TODAY


def with_next(path: str, onward: str) -> str:
    """`path`, and where to go after it; `onward` has been checked to be ours."""
    return f"{path}?next={onward}" if onward and "?" not in onward else path
