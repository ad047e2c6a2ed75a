"""The browser's own share sheet, and how to know whether it has one."""

from typing import Any

import reflex as rx
from reflex.vars import FunctionStringVar, StringVar

CAN_SHARE = rx.Var("(typeof navigator !== 'undefined' && 'share' in navigator)").to(bool)
"""False while a page is prerendered: use it only where the page is drawn in the browser."""

_share = FunctionStringVar.create("navigator.share")
_encoded = FunctionStringVar.create("encodeURIComponent")


def open_share_sheet(
    title: str | rx.Var[str],
    words: str | rx.Var[str],
    url: str | rx.Var[str],
    *,
    on_sent: Any = None,
) -> rx.event.EventSpec:
    """Offer `words` and `url` to the apps on this device.

    `on_sent` happens when the person has picked an app, and not when they have thought again.
    """
    sheet = _share.call({"title": title, "text": words, "url": url})
    return rx.run_script(sheet, callback=on_sent) if on_sent else rx.run_script(sheet)


def in_address(words: str | rx.Var[str]) -> StringVar:
    """`words` made safe inside an address."""
    return _encoded.call(words).to(str)
