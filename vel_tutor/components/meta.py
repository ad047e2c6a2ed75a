"""What stands in the head of every page."""

import reflex as rx


def head() -> list[rx.Component]:
    """Icons, the manifest, and the colour of the browser's own bar in both themes."""
    return [
        rx.el.link(rel="icon", href="/favicon.svg", type="image/svg+xml"),
        rx.el.link(rel="icon", href="/favicon.ico", sizes="32x32"),
        rx.el.link(rel="apple-touch-icon", href="/apple-touch-icon.png"),
        rx.el.link(rel="manifest", href="/manifest.webmanifest"),
        rx.el.meta(name="theme-color", content="#f7f7fc", media="(prefers-color-scheme: light)"),
        rx.el.meta(name="theme-color", content="#12142a", media="(prefers-color-scheme: dark)"),
    ]
