"""Keeps people on a page that works while there is no line to the next one."""

import reflex as rx
from reflex.vars import FunctionStringVar
from reflex_base.vars.function import ArgsFunctionOperation

LOST = "offline"
"""The class of the words that say so."""
_IS_LOST = f"(!navigator.onLine || document.querySelector('.{LOST}'))"
_LEADS_ON = "press.target.closest('a[href^=\"/\"]')"
_OPENS_AGAIN = "(!navigator.onLine && press.target.closest('a[href=\"\"]'))"
_STAY = "(press.preventDefault(), press.stopPropagation())"


def hold_links() -> rx.event.EventSpec:
    """Let links lead nowhere while there is no line.

    A page that cannot be fetched is asked for again by the browser itself, which then shows its own
    words instead of what stood there. Where only our line is gone, opening the same page again may
    help, so that stays possible.
    """
    held = rx.Var(f"{_IS_LOST} && ({_LEADS_ON} || {_OPENS_AGAIN}) && {_STAY}")
    hold = ArgsFunctionOperation.create(("press",), held)
    listen = FunctionStringVar.create("window.addEventListener")
    return rx.run_script(listen.call("click", hold, True))
