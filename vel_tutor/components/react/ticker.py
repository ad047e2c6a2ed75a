"""Moments the browser reports by itself: an animation that nobody sees comes round, or ends.

The figures stand in attributes as well as in the style, for Reflex does not look for vars in there.
"""

from typing import Any

import reflex as rx
from reflex_components_core.el.elements.inline import Span

Milliseconds = int | rx.Var[Any]


class _Ticking(Span):
    """A span that says when its animation comes round or ends."""

    on_animation_iteration: rx.EventHandler[rx.event.no_args_event_spec]
    on_animation_end: rx.EventHandler[rx.event.no_args_event_spec]


def every(ms: int, on_tick: Any, *, first_ms: Milliseconds | None = None) -> rx.Component:
    """Call `on_tick` every `ms` milliseconds; the first time after `first_ms`, if that is given."""
    first = ms if first_ms is None else first_ms
    return _Ticking.create(
        class_name="ticker",
        on_animation_iteration=on_tick,
        aria_hidden=True,
        data_first=first,
        custom_attrs={"style": {"--every": ms, "--first": first}},
    )


def after(ms: Milliseconds, on_over: Any) -> rx.Component:
    """Call `on_over` once, `ms` milliseconds from now."""
    return _Ticking.create(
        class_name="ticker ticker-once",
        on_animation_end=on_over,
        aria_hidden=True,
        data_after=ms,
        custom_attrs={"style": {"--every": ms}},
    )
