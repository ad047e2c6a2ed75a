"""A finger drawn over an area to one side."""

from typing import Any

import reflex as rx
from reflex.vars import FunctionStringVar
from reflex_base.utils.imports import ImportVar

LIBRARY = "react-swipeable@7.0.2"
SHORTEST_PX = 60
_NAMES = {"on_swiped_left": "onSwipedLeft", "on_swiped_right": "onSwipedRight"}


class SwipeArea(rx.el.Div):
    """A `div` that hears swipes to the left and to the right; scrolling stays what it is."""

    on_swiped_left: rx.EventHandler[rx.event.no_args_event_spec]
    on_swiped_right: rx.EventHandler[rx.event.no_args_event_spec]

    def add_imports(self) -> dict[str, Any]:
        return {LIBRARY: ImportVar(tag="useSwipeable")}

    def add_hooks(self) -> list[str | rx.Var[Any]]:
        heard = {
            theirs: rx.Var.create(self.event_triggers[ours])
            for ours, theirs in _NAMES.items()
            if ours in self.event_triggers
        }
        call = FunctionStringVar.create("useSwipeable").call({**heard, "delta": SHORTEST_PX})
        return [rx.Var(f"const swipeHandlers = {call!s}", _var_data=call._get_all_var_data())]

    def _exclude_props(self) -> list[str]:
        return list(_NAMES)


def swipe_area(*children: Any, **props: Any) -> rx.Component:
    """An area with `on_swiped_left` and `on_swiped_right`; one on a page."""
    area = SwipeArea.create(*children, **props)
    area.special_props = [*area.special_props, rx.Var("swipeHandlers")]
    return area
