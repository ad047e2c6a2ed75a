"""What catches a page that falls: a lost connection, and an error in the browser itself."""

from collections.abc import Callable

import reflex as rx
from reflex_base.vars.function import ArgsFunctionOperation
from reflex_components_core.base.error_boundary import ErrorBoundary
from reflex_components_core.core.banner import has_connection_errors

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.mascot import vel
from vel_tutor.components.react.dialog import remember_focus
from vel_tutor.components.react.line import LOST, hold_links


def safety_net() -> dict[tuple[int, str], Callable[[bool], rx.Component | None]]:
    """What Reflex wraps around every page, outermost first; ours instead of its own."""
    return {
        (55, "ErrorBoundary"): lambda _: ErrorBoundary.create(fallback_render=_broken()),
        (5, "Overlay"): lambda is_live: _overlay() if is_live else None,
    }


def _broken() -> ArgsFunctionOperation:
    """Instead of a page that failed in the browser. It shows nothing of the error itself."""
    words = rx.el.main(
        vel("worried", size=148),
        rx.el.h1("This page broke"),
        rx.el.p(
            "It is not your fault, and every answer you have sent is safe. Please open it again.",
            class_name="blank-words soft",
        ),
        kit.link_button("Go to the start", href=routes.HOME, native=True),
        class_name="blank",
    )
    return ArgsFunctionOperation.create(("_failure",), rx.Var.create(words))


def _overlay() -> rx.Component:
    return rx.fragment(_connection_lost())


@rx.memo
def _connection_lost() -> rx.Component:
    """Says so when the connection is gone for more than a moment; the app keeps trying.

    The browser keeps what people do meanwhile and sends it once the line is back.
    """
    return rx.el.div(
        rx.cond(
            has_connection_errors,
            rx.el.p(
                kit.icon("wifi-off", size=20),
                "No connection. Stay on this page: what you do is sent when it is back.",
                class_name=LOST,
            ),
        ),
        role="status",
        on_mount=[hold_links(), remember_focus()],
    )
