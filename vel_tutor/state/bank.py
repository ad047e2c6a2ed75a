"""The item bank, for those on the staff who keep it."""

import asyncio

import reflex as rx

from vel_tutor import routes
from vel_tutor.core.actor import Actor
from vel_tutor.core.errors import Invalid, NotFound, Refusal
from vel_tutor.domain import bank
from vel_tutor.domain.bank.views import DetailView, PageView, PreviewView
from vel_tutor.state.guard import Guarded
from vel_tutor.state.incoming import words
from vel_tutor.state.typed import asked
from vel_tutor.vocabulary import GRADES, Misgiving, Standing, Subject

LONGEST = 80


class BankState(Guarded, rx.State):
    """A page of families behind the filters in the address, or one family of it.

    Empty until somebody who may look has been let in, for vars go to everybody.
    """

    loaded: rx.Field[bool] = rx.field(False)
    problem: rx.Field[str] = rx.field("")
    page: rx.Field[PageView] = rx.field(default_factory=PageView)
    subject: rx.Field[str] = rx.field("")
    grade: rx.Field[str] = rx.field("")
    find: rx.Field[str] = rx.field("")
    flagged: rx.Field[bool] = rx.field(False)
    is_first: rx.Field[bool] = rx.field(True)
    list_url: rx.Field[str] = rx.field("")
    """This page of the list, with its filters."""
    first_url: rx.Field[str] = rx.field("")
    next_url: rx.Field[str] = rx.field("")
    opened: rx.Field[DetailView] = rx.field(default_factory=DetailView)
    question: rx.Field[PreviewView] = rx.field(default_factory=PreviewView)
    asks: rx.Field[bool] = rx.field(False)
    """Whether the question is open if the family is really to be retired."""
    undo: rx.Field[str] = rx.field("")
    """A family that has just been retired, and can be brought back."""

    @rx.event
    async def begin(self):
        """Show what the address asks for."""
        actor = await self._actor(*bank.READERS)
        self.loaded, self.problem, self.asks, self.undo = False, "", False, ""
        self._read_address()
        yield
        try:
            await self._look(actor)
        except NotFound:
            yield rx.redirect(routes.NOT_FOUND, replace=True)
        except Refusal as refusal:
            self.problem = str(refusal)

    @rx.event
    async def look_for(self, form: dict[str, str]):
        """Lead to the families that pass the filters of a form."""
        await self._actor(*bank.READERS)
        return rx.redirect(
            routes.admin_bank(
                subject=_plain(words(form, "subject")),
                grade=_plain(words(form, "grade")),
                find=_plain(words(form, "find")),
                flagged="1" if words(form, "flagged") else "",
            )
        )

    @rx.event
    async def next_one(self):
        """Show the next question of the open family."""
        actor = await self._actor(*bank.READERS)
        family_id, seed = self.opened.family.family_id, self.question.seed + 1
        self.question = await asyncio.to_thread(bank.preview, actor, family_id, seed)

    @rx.event
    async def ask(self, is_open: bool = True):
        """Open or close the question if the family is really to be retired."""
        await self._actor(Standing.ADMIN)
        self.asks = is_open is True

    @rx.event
    async def retire(self, form: dict[str, str]):
        """Take a family out of the bank, for a reason."""
        actor = await self._actor(Standing.ADMIN)
        family_id, why = _plain(words(form, "family_id")), _misgiving(words(form, "why"))
        self.asks = False
        await asyncio.to_thread(bank.retire, actor, family_id, why)
        self.opened = await asyncio.to_thread(bank.family, actor, family_id)
        self.undo = family_id

    @rx.event
    async def bring_back(self, family_id: str):
        """Let tests draw from a family again."""
        actor = await self._actor(Standing.ADMIN)
        family_id = _plain(family_id)
        await asyncio.to_thread(bank.bring_back, actor, family_id)
        self.opened = await asyncio.to_thread(bank.family, actor, family_id)
        self.undo = ""

    def _read_address(self) -> None:
        """Take the filters from the address; what makes no sense there lets everything through."""
        subject, grade = asked(self.router, "subject"), asked(self.router, "grade")
        self.subject = subject if subject in set(Subject) else ""
        self.grade = grade if grade in set(map(str, GRADES)) else ""
        self.find = _plain(asked(self.router, "find"))
        self.flagged = asked(self.router, "flagged") == "1"

    async def _look(self, actor: Actor) -> None:
        family_id, after = _plain(asked(self.router, "family")), _plain(asked(self.router, "after"))
        self.list_url = self._url(after)
        if family_id:
            self.opened = await asyncio.to_thread(bank.family, actor, family_id)
            self.question = await self._first_question(actor, family_id)
        else:
            self.opened, self.question = DetailView(), PreviewView()
            self.page = await asyncio.to_thread(bank.browse, actor, self._query(), after)
            self.is_first, self.first_url = not after, self._url()
            self.next_url = self._url(self.page.after)
        self.loaded = True

    async def _first_question(self, actor: Actor, family_id: str) -> PreviewView:
        """Nothing where the family has left the content."""
        try:
            return await asyncio.to_thread(bank.preview, actor, family_id)
        except NotFound:
            return PreviewView()

    def _query(self) -> bank.BankQuery:
        return bank.BankQuery(
            subject=Subject(self.subject) if self.subject else None,
            grade=int(self.grade) if self.grade else None,
            text=self.find,
            only_flagged=self.flagged,
        )

    def _url(self, after: str = "") -> str:
        return routes.admin_bank(
            subject=self.subject,
            grade=self.grade,
            find=self.find,
            flagged="1" if self.flagged else "",
            after=after,
        )


def _plain(text: str) -> str:
    """What can be looked for: no signs that cannot be seen, and not too many."""
    return "".join(sign for sign in text if sign.isprintable())[:LONGEST].strip()


def _misgiving(word: str) -> Misgiving:
    try:
        return Misgiving(word)
    except ValueError:
        raise Invalid from None
