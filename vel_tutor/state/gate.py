"""The gate before every handler: what the policy does not list never runs."""

import inspect
import logging
import time
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints
from uuid import UUID

import reflex as rx
from pydantic import ConfigDict, TypeAdapter, ValidationError
from reflex.app import App
from reflex.middleware.middleware import Middleware
from reflex.state import BaseState, StateUpdate
from reflex_base.event import Event, EventHandler
from reflex_base.registry import RegisteredEventHandler, RegistrationContext

from vel_tutor import routes
from vel_tutor.core.errors import ConsentNeeded, Invalid, NotAllowed, Refusal, SignInNeeded
from vel_tutor.core.log import say
from vel_tutor.policy import HANDLERS, Allowed
from vel_tutor.state import live, presence
from vel_tutor.state.failures import explain
from vel_tutor.state.guard import Bearer, bearer
from vel_tutor.vocabulary import EVERYONE, Standing

log = logging.getLogger(__name__)

FRAMEWORK = frozenset(
    {
        "State.hydrate",
        "State.hydrate_and_load",
        "State.set_is_hydrated",
        "OnLoadInternalState.on_load_internal",
        "OnLoadInternalState.set_is_hydrated",
        "UpdateVarsInternalState.update_vars_internal",
        "FrontendEventExceptionState.handle_frontend_exception",
    }
)
"""The handlers of Reflex itself that a page needs. Not `setvar`, and nothing Reflex may add."""

_PAGE_LOADS = "OnLoadInternalState.on_load_internal"
_SIMPLE = (str, int, float, bool, UUID)


def title(registered: RegisteredEventHandler) -> str:
    """The name the policy knows a handler by: "StateClass.method"."""
    return f"{registered.states[0].__name__}.{registered.handler.fn.__name__}"


def is_ours(registered: RegisteredEventHandler) -> bool:
    """Whether a handler is one of the app's own, not of the framework."""
    return not registered.handler.fn.__module__.startswith("reflex")


def rule_for(event_name: str) -> Allowed | None:
    """Who may call the handler registered as `event_name`; None for nobody."""
    registered = RegistrationContext.get().event_handlers.get(event_name)
    if registered is None:
        return None
    if is_ours(registered):
        return HANDLERS.get(title(registered))
    return EVERYONE if title(registered) in FRAMEWORK else None


class Gate(Middleware):
    """Asks who is acting, once per event, and lets through what the policy allows."""

    async def preprocess(self, app: App, state: BaseState, event: Event) -> StateUpdate | None:
        """None to let `event` run, or what to send instead."""
        registered = RegistrationContext.get().event_handlers[event.name]
        allowed = rule_for(event.name)
        if allowed is None:
            say(log, logging.WARNING, "an unlisted handler was refused", handler=title(registered))
            return StateUpdate()
        if not is_ours(registered):
            if title(registered) == _PAGE_LOADS:
                await live.leave(state.router.session.session_id)
                await presence.leave(state.router.session.session_id)
            return None
        live.began.set(time.monotonic())
        bearer.set(Bearer(state.router.headers.cookie))
        try:
            await _admit(bearer.get(), allowed)
            _check(registered.handler, event.payload)
        except Refusal as refusal:
            return _instead(app, state.router.url.path, event, refusal)
        return None


def _instead(app: App, path: str, event: Event, refusal: Refusal) -> StateUpdate:
    """What to send whoever may not do that on the page at `path`."""
    match refusal:
        case SignInNeeded():
            answer = rx.redirect(routes.sign_in(path))
        case ConsentNeeded():
            answer = explain(refusal)
        case NotAllowed() if _is_first_deed(app, path, event):
            answer = rx.redirect(routes.NOT_YOURS, replace=True)
        case _:
            answer = explain(refusal)
    return StateUpdate(events=Event.from_event_type(answer))


def _is_first_deed(app: App, path: str, event: Event) -> bool:
    """Whether the page at `path` does that by itself: a notice would leave it empty for ever."""
    return any(
        event.name == first.name for first in Event.from_event_type(app.get_load_events(path))
    )


async def _admit(bearer: Bearer, allowed: Allowed) -> None:
    if allowed == EVERYONE:
        return
    actor = await bearer.actor()
    if actor is not None:
        actor.must_be(*allowed)
    elif Standing.ANONYMOUS not in allowed:
        raise SignInNeeded


def _check(handler: EventHandler, payload: dict[str, Any]) -> None:
    """Raise `Invalid` unless `payload` fits the signature of `handler`.

    Reflex only warns when an argument is of another type than annotated, and calls the handler
    with it anyway.
    """
    signature, types = _shape(handler.fn)
    try:
        signature.bind(None, **payload)
        for name, value in payload.items():
            if name in types:
                types[name].validate_python(value)
    except (TypeError, ValidationError) as failure:
        raise Invalid from failure


@cache
def _shape(fn: Any) -> tuple[inspect.Signature, dict[str, TypeAdapter[Any]]]:
    """The signature of handler `fn`, and how to check each argument of a simple type."""
    hints = get_type_hints(fn)
    strict = ConfigDict(allow_inf_nan=False)
    return inspect.signature(fn), {
        name: TypeAdapter(hint, config=strict) for name, hint in hints.items() if _is_simple(hint)
    }


def _is_simple(hint: Any) -> bool:
    """Whether `hint` is built of strings, numbers and ids."""
    arguments = get_args(hint)
    if get_origin(hint) is dict:
        return False  # a form: it travels in an encoding of its own
    if arguments:
        return all(argument is type(None) or _is_simple(argument) for argument in arguments)
    return isinstance(hint, type) and issubclass(hint, _SIMPLE)
