"""What one context tells the others: past tense, frozen, stored with the deed."""

import dataclasses
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar, Self, cast, get_args, get_origin, get_type_hints
from uuid import UUID

log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something that has happened.

    Fields are ids, words, numbers and moments, or tuples of one of them, never names.
    """

    kinds: ClassVar[dict[str, type["Event"]]] = {}
    """Every kind of event by the name it is stored under."""

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        Event.kinds[cls.__name__] = cls

    @property
    def topics(self) -> tuple[str, ...]:
        """Who may hear of it live; see `live/topics.py`."""
        return ()

    def payload(self) -> dict[str, Any]:
        """The fields as JSON can hold them."""
        return {field.name: _plain(getattr(self, field.name)) for field in dataclasses.fields(self)}

    @classmethod
    def from_payload(cls, payload: dict[str, Any]) -> Self:
        """The event that `payload()` came from."""
        hints = get_type_hints(cls)
        return cls(**{key: _revive(hints[key], value) for key, value in payload.items()})


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(one) for one in cast("tuple[object, ...]", value)]
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, date):  # a moment is one, too
        return value.isoformat()
    return value


def _revive(hint: Any, value: Any) -> Any:
    if value is None:
        return None
    if get_origin(hint) is tuple:
        return tuple(_revive(get_args(hint)[0], one) for one in value)
    kind = next((arg for arg in get_args(hint) if arg is not type(None)), hint)
    if kind in (datetime, date):
        return kind.fromisoformat(value)
    return kind(value)


Listener = Callable[[Sequence[Event]], None]
_listeners: list[Listener] = []


def listen(listener: Listener) -> None:
    """Call `listener` with the events of each commit; a process does this once, when it starts."""
    if listener not in _listeners:
        _listeners.append(listener)


def announce(events: Sequence[Event]) -> None:
    """Tell every listener; one that fails is logged, for the outbox still holds the events."""
    for listener in _listeners:
        try:
            listener(events)
        except Exception:
            log.exception("a listener failed")
