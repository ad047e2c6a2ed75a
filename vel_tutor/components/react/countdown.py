"""Clocks that tick in the browser. The server keeps the time that counts."""

import reflex as rx
from reflex.vars import FunctionVar
from reflex_base.vars.function import ArgsFunctionOperation


class Countdown(rx.NoSSRComponent):
    """Ticks once a second towards `date`, or away from it when `overtime` is set."""

    library = "react-countdown@2.3.6"
    tag = "Countdown"
    is_default = True

    date: rx.Var[int]
    overtime: rx.Var[bool]
    renderer: rx.Var[object]
    on_complete: rx.EventHandler[rx.event.no_args_event_spec]


_TICK = rx.Var("tick").to(dict)
_SHOWN = _TICK["formatted"].to(dict[str, str])


def _clock_face() -> FunctionVar:
    """Minutes and seconds, and hours once there are any: "4:05", "1:04:05"."""
    short = _TICK["minutes"].to(str) + ":" + _SHOWN["seconds"]
    whole = _TICK["hours"].to(str) + ":" + _SHOWN["minutes"] + ":" + _SHOWN["seconds"]
    return ArgsFunctionOperation.create(
        ("tick",), rx.cond(_TICK["hours"].to(int) > 0, whole, short)
    )


def _minutes_only() -> FunctionVar:
    """Only the minutes, so that a live region speaks once a minute."""
    return ArgsFunctionOperation.create(("tick",), _TICK["minutes"].to(str) + " min")


def ticking(
    date_ms: rx.Var[int], *, is_up: bool, on_end: rx.event.EventType[()] | None
) -> rx.Component:
    """The visible clock: up from `date_ms`, or down to it."""
    ends = {"on_complete": on_end} if on_end is not None else {}
    return Countdown.create(
        date=date_ms, overtime=is_up, renderer=_clock_face(), key=date_ms.to(str), **ends
    )


def spoken_minutes(date_ms: rx.Var[int], *, is_up: bool) -> rx.Component:
    """The same clock for a live region, in steps of a minute."""
    return Countdown.create(
        date=date_ms, overtime=is_up, renderer=_minutes_only(), key=date_ms.to(str)
    )
