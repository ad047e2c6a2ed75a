"""The policy names everything one can call, and nothing that is not there."""

from collections import Counter

import pytest

from vel_tutor import policy
from vel_tutor.state import gate
from vel_tutor.state.policy_report import our_handlers, our_routes, policy_report
from vel_tutor.vel_tutor import app
from vel_tutor.vocabulary import EVERYONE

pytestmark = pytest.mark.skipif(app is None, reason="the app is what registers the handlers")


def ours() -> dict:
    return {
        name: registered
        for name, registered in our_handlers()
        if registered.handler.fn.__module__.startswith("vel_tutor.")
    }


def test_everything_one_can_call_is_listed_and_asks_who_is_acting():
    report = policy_report()

    assert [name for name in report.unlisted if not name.startswith("Stage.")] == []
    assert report.unguarded == ()


def test_the_policy_lists_nothing_that_is_gone():
    there = {*ours(), *our_routes()}
    listed = {name for name in policy.HANDLERS if not name.startswith("Stage.")} | {*policy.ROUTES}

    assert listed - there == set()


def test_no_two_states_share_a_name():
    states = {
        (registered.states[0].__name__, registered.states[0].__module__)
        for registered in ours().values()
    }

    assert [name for name, n in Counter(name for name, _ in states).items() if n > 1] == []


def test_every_door_of_the_framework_that_stands_open_exists():
    from reflex_base.registry import RegistrationContext

    theirs = {gate.title(one) for one in RegistrationContext.get().event_handlers.values()}

    assert theirs >= gate.FRAMEWORK


def test_nobody_may_set_a_var_by_name():
    from reflex_base.registry import RegistrationContext

    setters = [name for name in RegistrationContext.get().event_handlers if name.endswith("setvar")]

    assert setters
    assert [name for name in setters if gate.rule_for(name) is not None] == []


def test_a_handler_for_some_needs_one_who_asks():
    assert policy.HANDLERS["NoticeState.show"] == EVERYONE
