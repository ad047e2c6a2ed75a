"""Keys on the keyboard pick and press what they are written on, as a finger does."""

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


_NOBODY_TYPES = "body:not(:has(:is(input, textarea, select):focus))"


def press(key: str, *, among: str, otherwise: str) -> rx.event.EventSpec:
    """Press what `key` is written on inside of what `among` finds, or else `otherwise` anywhere."""
    first, second = _button(f"{among} [data-key='{key}']"), _button(f"[data-key='{otherwise}']")
    return rx.run_script(rx.Var(f"({first!s} ?? {second!s})?.click()"))


def press_by_key() -> rx.Component:
    """Listen for the keys written on buttons, as long as this is on the page and nobody types.

    What has the focus hears the key by itself, and would be pressed twice.
    """
    return rx.window_event_listener(on_key_down=cast(Any, _press))


def _press(key: StringVar, _modifiers: Any) -> rx.event.EventSpec:
    named = f"{_NOBODY_TYPES} [data-key='" + _escaped.call(key).to(str) + "']:not(:focus)"
    return rx.run_script(rx.Var(f"{_button(named)!s}?.click()"))


def _button(found_by: str | StringVar) -> rx.Var[Any]:
    return _find.call(found_by + ":not(:disabled)")
