"""Time that is left: the server says how much, the browser lets it run by style alone."""

from typing import Any, cast

import reflex as rx
from reflex.vars import ObjectVar

from vel_tutor.components import kit
from vel_tutor.components.react import ticker
from vel_tutor.domain.loops.rescue.views import TimeView

_LAST_MS, _SOON_MS = 5 * 60_000, 30 * 60_000


def hourglass(left: rx.Var[Any], *, until: str, on_minute: Any) -> rx.Component:
    """Hours, minutes and seconds that run down.

    Args:
        left: a `TimeView`.
        until: what happens then, to be read out behind the time: "left in this room".
        on_minute: called at each full minute and when the time is over; a clock set wrong on the
            device changes nothing, for nobody asks it.
    """
    time = cast("ObjectVar[TimeView]", left.to(TimeView))
    ms = time.left_ms.to(int)
    return rx.el.span(
        kit.icon("timer", size=18),
        kit.visually_hidden(time.words, " ", until),
        rx.el.span(class_name="hourglass-face", aria_hidden=True),
        ticker.every(60_000, on_minute, first_ms=ms % 60_000),
        ticker.after(ms + 1_200, on_minute),
        class_name="countdown tabular",
        data_left=ms,
        data_low=rx.cond(ms <= _LAST_MS, "last", rx.cond(ms <= _SOON_MS, "soon", "")),
        key=ms.to(str),
        custom_attrs={"style": {"--left": ms}},
    )
