"""Digits on the keyboard pick an answer, as a finger on its tile does."""

from typing import Any, cast

import reflex as rx
from reflex.vars import FunctionStringVar, StringVar

_find = FunctionStringVar.create("document.querySelector")
_escaped = FunctionStringVar.create("CSS.escape")


def _on_tile(key: StringVar, deed: str) -> rx.event.EventSpec:
    """Do `deed` on the answer whose key was pressed, if the page shows one still open."""
    tile = _find.call("[data-key='" + _escaped.call(key).to(str) + "']:not(:disabled)")
    return rx.run_script(rx.Var(f"{tile!s}?.{deed}()"))


def _pick(key: StringVar, _modifiers: Any) -> list[rx.event.EventSpec]:
    """Pick, then take the focus there, so that Enter sends the answer."""
    return [_on_tile(key, "click"), _on_tile(key, "focus")]


def pick_by_key() -> rx.Component:
    """Listen for the keys written on the answers, as long as this is on the page."""
    return rx.window_event_listener(on_key_down=cast(Any, _pick))
