"""Does the policy name everything one can call, and does everything it guards ask who is acting?"""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from types import CodeType, FunctionType
from typing import Any

from reflex_base.registry import RegisteredEventHandler, RegistrationContext
from starlette.applications import Starlette
from starlette.routing import Route

from vel_tutor import policy
from vel_tutor.state.gate import is_ours, title
from vel_tutor.vocabulary import EVERYONE

ASKS = frozenset({"_actor", "_actor_or_none", "_friend", "_visitor"})


@dataclass(frozen=True)
class PolicyReport:
    """What `vt policy` prints. Both lists are empty in a house that is in order."""

    handlers: int
    routes: int
    unlisted: tuple[str, ...]
    """Can be called by name, but is in no list: refused to everybody."""
    unguarded: tuple[str, ...]
    """Open to some only, and yet never asks who is acting."""

    def as_dict(self) -> dict[str, Any]:
        """The report as JSON can hold it."""
        return {
            key: list(value) if isinstance(value, tuple) else value
            for key, value in asdict(self).items()
        }


def policy_report() -> PolicyReport:
    """The report on the app of this process, which has to be imported before."""
    ours = dict(our_handlers())
    ways = sorted(our_routes())
    listed = policy.HANDLERS.keys() | policy.ROUTES.keys()
    return PolicyReport(
        handlers=len(ours),
        routes=len(ways),
        unlisted=tuple(sorted({*ours, *ways} - listed)),
        unguarded=tuple(
            sorted(
                name
                for name, registered in ours.items()
                if policy.HANDLERS.get(name, EVERYONE) != EVERYONE and not _asks(registered)
            )
        ),
    )


def our_handlers() -> Iterator[tuple[str, RegisteredEventHandler]]:
    """Every handler of ours by its name in the policy; `setvar` is Reflex's, and shut anyway."""
    for registered in RegistrationContext.get().event_handlers.values():
        if is_ours(registered):
            yield title(registered), registered


def our_routes() -> Iterator[str]:
    """Every plain HTTP route of the app as "METHOD /path"; GET stands for HEAD as well."""
    transformers: Any = RegistrationContext.get().app.api_transformer or ()
    for part in transformers if isinstance(transformers, Iterable) else (transformers,):
        for route in part.routes if isinstance(part, Starlette) else ():
            if isinstance(route, Route):
                yield from (f"{method} {route.path}" for method in _methods(route))


def _methods(route: Route) -> set[str]:
    return (route.methods or {"GET"}) - {"HEAD"}


def _asks(registered: RegisteredEventHandler) -> bool:
    """Whether a handler calls one of `ASKS`, itself or through helpers of its state."""
    state = registered.states[0]
    seen: set[str] = set()
    ahead = list(_names(registered.handler.fn.__code__))
    while ahead:
        name = ahead.pop()
        if name in ASKS:
            return True
        helper = getattr(state, name, None) if name.startswith("_") else None
        if isinstance(helper, FunctionType) and name not in seen:
            seen.add(name)
            ahead.extend(_names(helper.__code__))
    return False


def _names(code: CodeType) -> Iterator[str]:
    """Every attribute name `code` touches, in nested functions too."""
    yield from code.co_names
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _names(constant)
