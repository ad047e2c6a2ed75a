"""The policy names everything one can call, and nothing that is not there."""

import pkgutil
from collections import Counter
from importlib import import_module

from vel_tutor import policy, state
from vel_tutor.policy.company import COMPANY
from vel_tutor.policy.growth import GROWTH
from vel_tutor.policy.learning import LEARNING
from vel_tutor.policy.people import PEOPLE
from vel_tutor.state import gate
from vel_tutor.state.policy_report import our_handlers, our_routes, policy_report
from vel_tutor.vel_tutor import app

__all__ = ["app"]

for module in pkgutil.walk_packages(state.__path__, f"{state.__name__}."):
    import_module(module.name)


def test_everything_one_can_call_is_listed_and_asks_who_is_acting():
    report = policy_report()

    assert report.unlisted == ()
    assert report.unguarded == ()


def test_the_policy_lists_nothing_that_is_gone():
    there = {*dict(our_handlers()), *our_routes()}

    assert {*policy.HANDLERS, *policy.ROUTES} - there == set()


def test_no_handler_is_listed_twice():
    parts = (PEOPLE, LEARNING, GROWTH, COMPANY)

    assert len(policy.HANDLERS) == sum(map(len, parts))


def test_no_two_states_share_a_name():
    states = {
        (registered.states[0].__name__, registered.states[0].__module__)
        for _, registered in our_handlers()
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
