"""The browser's own share sheet, and how to know whether it has one."""

import reflex as rx
from reflex.vars import FunctionStringVar, StringVar

CAN_SHARE = rx.Var("(typeof navigator !== 'undefined' && 'share' in navigator)").to(bool)
"""False while a page is prerendered: use it only where the page is drawn in the browser."""

_share = FunctionStringVar.create("navigator.share")
_encoded = FunctionStringVar.create("encodeURIComponent")


def open_share_sheet(
    title: str | rx.Var[str], words: str | rx.Var[str], url: str | rx.Var[str]
) -> rx.event.EventSpec:
    """Offer `words` and `url` to the apps on this device."""
    return rx.run_script(_share.call({"title": title, "text": words, "url": url}))


def in_address(words: str | rx.Var[str]) -> StringVar:
    """`words` made safe inside an address."""
    return _encoded.call(words).to(str)
