"""Every handler, called by everybody, with their own, somebody else's and missing ids.

Made from the policy, so that a new handler is in it from its first day. The verdict has to be the
policy's, an id of somebody else has to answer as a missing one does, and nothing of anybody else
may be in what comes back.
"""

import contextlib
import inspect
import json
import re
from dataclasses import dataclass, field, replace
from typing import Any, get_type_hints
from uuid import uuid4

import pytest
from socketio.exceptions import BadNamespaceError

from tests import decks, people, shelf
from tests.security.faces import SIGN_UP, cookie
from tests.serving import Server, Tab, serving, tab
from vel_tutor import policy, routes
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import reading
from vel_tutor.core.errors import NotAllowed
from vel_tutor.domain import accounts, bank, diagnostics, loops, practice
from vel_tutor.domain.accounts import SignedIn
from vel_tutor.state.failures import APOLOGY
from vel_tutor.vocabulary import STUDENTS, ConsentScope, Standing, Subject

ROUTER = "rx_router_"
"""Vars that only say back where the tab said it was, and whence it came."""
CUTS_OFF = ("BoardMenuState.come_back", "BoardMenuState.leave")
"""What changes what the caller themselves may do closes their lines, which are opened again."""
MOST_PAGES = 6
"""What stands on more pages than this belongs to their frame, and does not read the address."""
EVERY_WORD = ("session_id", "subject", "grade", "skill", "size", "position", "answer")


@dataclass(frozen=True)
class Answer:
    """What one call led to, without what differs from call to call anyway."""

    said: str
    moved_to: str

    @property
    def refused(self) -> bool:
        turned_away = self.moved_to.startswith((routes.SIGN_IN, routes.WAITING, routes.NOT_YOURS))
        return turned_away or self.said == NotAllowed.words


@pytest.fixture(scope="module")
def house(database: str, tmp_path_factory: pytest.TempPathFactory):
    """The app alone, patient enough for a thousand calls."""
    import vel_tutor.vel_tutor  # noqa: F401 (names the handlers)

    with serving(
        "vel_tutor.vel_tutor:app", tmp_path_factory.mktemp("house"), SOCKET_BURST="100000"
    ) as one:
        yield one


@pytest.fixture
def bob(clean_world: None) -> Actor:
    """The one whose things nobody may see: a teen with a deck and a test under way."""
    bank.fill(Subject.SCIENCE, per_family=2)
    return people.acting(people.student("Bobcanary"))


@dataclass(frozen=True)
class Things:
    """What a student has that others may ask for by its id."""

    deck: str = field(default_factory=lambda: str(uuid4()))
    finished: str = field(default_factory=lambda: str(uuid4()))
    challenge: str = field(default_factory=lambda: str(uuid4()))
    test: str = field(default_factory=lambda: str(uuid4()))
    cards: str = field(default_factory=lambda: str(uuid4()))

    @classmethod
    def of(cls, actor: Actor) -> "Things":
        """A deck under way, a finished one, one of cards, and a challenge where that is allowed."""
        finished = decks.finished(actor)
        choice = practice.DeckChoice(subject=Subject.MATH, grade=5)
        deck = str(practice.open_session(actor, choice).session_id)
        science = diagnostics.DiagnosticChoice(subject=Subject.SCIENCE, grade=8)
        test = diagnostics.open_test(actor, science)
        diagnostics.begin_part(actor, test, 1)
        theirs = cls(
            deck=deck, finished=str(finished), test=str(test), cards=shelf.own_deck(actor, 1)
        )
        if actor.standing in {Standing.TEEN, Standing.ADULT}:
            return replace(theirs, challenge=str(loops.challenge_from(actor, finished).id))
        return theirs

    def on(self, pattern: str) -> tuple[str, str]:
        """The address that `pattern` stands for, and the id in it."""
        if "[test]" in pattern:
            thing = self.test
        elif pattern.endswith("/results"):
            thing = self.finished
        else:
            theirs = {"[challenge]": self.challenge, "[deck]": self.cards}
            thing = next((one for name, one in theirs.items() if name in pattern), self.deck)
        return re.sub(r"\[\w+\]", thing, f"/{pattern}"), thing


def pages_of(state: str) -> list[str]:
    """The patterns of the pages with an id in their address that load `state`."""
    from vel_tutor.vel_tutor import app

    loaded: dict[str, list[Any]] = app._load_events
    found = [
        pattern
        for pattern, loads in loaded.items()
        if "[" in pattern and any(f"{state}." in load.fn.__qualname__ for load in loads)
    ] or ["practice/[session]"]
    return found if len(found) <= MOST_PAGES else found[:1]


def handlers() -> dict[str, inspect.Signature]:
    """Every handler the policy lists and the app has, with what it wants to be told."""
    from vel_tutor.state.policy_report import our_handlers

    return {
        name: inspect.signature(registered.handler.fn)
        for name, registered in our_handlers()
        if name in policy.HANDLERS
    }


def arguments(signature: inspect.Signature, identity: str, fn_hints: dict[str, Any]) -> dict:
    """Something of the right kind for each parameter; `identity` wherever an id could stand."""
    kinds = {int: 0, bool: True, str: identity, list: []}
    words = dict.fromkeys(EVERY_WORD, "0") | {
        "session_id": identity,
        "subject": "math",
        "card_id": identity,
    }
    return {
        name: kinds.get(fn_hints.get(name, str), words) for name in list(signature.parameters)[1:]
    }


@pytest.mark.parametrize("standing", list(Standing))
async def test_each_handler_answers_as_the_policy_says(house: Server, standing: Standing, bob):
    signed_in = SIGN_UP[standing]() if standing in SIGN_UP else None
    mine = signed_in and accounts.actor_for(signed_in.token)
    things = {"other's": Things.of(bob), "missing": Things()}
    if mine and mine.standing in STUDENTS:
        things["own"] = Things.of(mine)

    answers = {
        whose: await _call_everything(house, signed_in, theirs, bob)
        for whose, theirs in things.items()
    }

    assert len(answers["missing"]) > 20
    assert answers["other's"] == answers["missing"]
    assert answers.get("own") != answers["missing"]
    for call, answer in answers["missing"].items():
        name = call.partition(" on ")[0]
        allowed = standing in policy.HANDLERS[name]
        assert not allowed or not answer.moved_to.startswith(routes.SIGN_IN), name
        assert allowed or answer.refused, name
        assert answer.said != APOLOGY, name


async def _call_everything(
    house: Server, who: SignedIn | None, things: Things, bob: Actor
) -> dict[str, Answer]:
    from reflex_base.registry import RegistrationContext

    from vel_tutor.state.gate import title

    hints = {
        title(one): get_type_hints(one.handler.fn)
        for one in RegistrationContext.get().event_handlers.values()
    }
    answers: dict[str, Answer] = {}
    mine = who and accounts.actor_for(who.token)
    async with tab(house.url, cookie=cookie(who) if who else "") as caller:
        for name, signature in sorted(handlers().items()):
            if name.startswith("NoticeState."):
                continue
            for pattern in pages_of(name.partition(".")[0]):
                caller.path, thing = things.on(pattern)
                caller.updates.clear()
                before = _scopes(mine) if name in CUTS_OFF else None
                await caller.send(name, **arguments(signature, thing, hints[name]))
                was_cut_off = await _hear_all(caller)
                if name in CUTS_OFF and _scopes(mine) != before and not was_cut_off:
                    await caller.shut()
                    await caller.come_back()
                answers[f"{name} on {pattern}"] = _answer(caller, thing)
                _holds_nothing_of(bob, caller)
    return answers


def _scopes(somebody: Actor | None) -> frozenset[ConsentScope]:
    """What somebody has switched on right now."""
    with reading() as tx:
        return accounts.scopes_of(tx, somebody.user_id) if somebody else frozenset()


async def _hear_all(caller: Tab) -> bool:
    """Wait for everything the last call has set off: it comes before the second mark.

    No mark has the words of another, so that none is swallowed as no news.

    Returns:
        whether the line was closed meanwhile; it is open again.
    """
    was_cut_off = False
    for mark in (f"mark {uuid4()}", f"mark {uuid4()}"):
        while mark not in caller.said():
            if caller.closed.is_set():
                await caller.come_back()
                was_cut_off = True
            with contextlib.suppress(BadNamespaceError):  # closed just now; `closed` tells at once
                await caller.send("NoticeState.show", words=mark, tone="info")
            await caller.until(lambda mark=mark: mark in caller.said() or caller.closed.is_set())
    return was_cut_off


def _answer(caller: Tab, identity: str) -> Answer:
    said, moved = "", ""
    for update in caller.updates:
        for state, values in update.get("delta", {}).items():
            word = values.get("words_rx_state_", "") if "notice_state" in state else ""
            said = said or (word if not word.startswith("mark ") else "")
        for event in update.get("events", []):
            if event["name"] == "_redirect":
                moved = event["payload"]["path"].replace(identity, "ID")
    return Answer(said, moved)


def _holds_nothing_of(bob: Actor, caller: Tab) -> None:
    """No delta names bob."""
    text = json.dumps(
        [
            {name: value for name, value in values.items() if not name.startswith(ROUTER)}
            for update in caller.updates
            for values in update.get("delta", {}).values()
        ]
    )
    for canary in ("Bobcanary", "bobcanary@example.org", str(bob.user_id)):
        assert canary not in text


@pytest.mark.parametrize("standing", list(Standing))
async def test_the_first_thing_a_page_is_told_is_the_same_for_everybody(house, standing, everybody):
    async with tab(house.url, path="/404") as stranger:
        expected = _first_snapshot(stranger)

    async with tab(house.url, path="/404", cookie=everybody[standing]) as somebody:
        snapshot = _first_snapshot(somebody)

    assert snapshot == expected
    assert "cookie" not in json.dumps(somebody.updates).lower()


def _first_snapshot(screen: Tab) -> dict[str, Any]:
    """All vars of all states in the first delta, but for where the tab itself says it is."""
    return {
        f"{state}.{name}": value
        for state, values in screen.updates[0]["delta"].items()
        for name, value in values.items()
        if not name.startswith(ROUTER)
    }
