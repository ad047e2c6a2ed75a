"""The browser's own share sheet, and how to know whether it has one."""

from typing import Any

import reflex as rx
from reflex.vars import FunctionStringVar, VarData
from reflex_base.utils.format import format_queue_events

CAN_SHARE = rx.Var("(typeof navigator !== 'undefined' && 'share' in navigator)").to(bool)
"""False while a page is prerendered: use it only where the page is drawn in the browser."""

_share = FunctionStringVar.create("navigator.share")


def open_share_sheet(
    title: str | rx.Var[str],
    words: str | rx.Var[str],
    url: str | rx.Var[str],
    *,
    on_sent: Any = None,
) -> rx.event.EventSpec:
    """Offer `words` and `url` to the apps on this device.

    `on_sent` happens when the person has picked an app, and not when they have thought again. It
    is chained to the promise, for what Reflex calls a callback is text for `eval`.
    """
    sheet = _share.call({"title": title, "text": words, "url": url})
    if on_sent is None:
        return rx.run_script(sheet)
    then, nothing = format_queue_events(on_sent), format_queue_events()
    both = VarData.merge(sheet._get_all_var_data(), then._get_all_var_data())
    return rx.run_script(rx.Var(f"{sheet!s}.then({then!s}, {nothing!s})", _var_data=both))
