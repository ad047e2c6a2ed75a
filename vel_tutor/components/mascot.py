"""Vel, a small boat with a sail for a body, in four moods."""

from typing import Literal

import reflex as rx

Mood = Literal["idle", "cheer", "think", "worried"]

SAIL = "#6C4CF1"
SAIL_LIT = "#8F78FF"
SEAM = "#5636D6"
HULL = "#FFC857"
HULL_SHADE = "#E9A92B"
PENNANT = "#FF7A5F"
CHEEK = "#FF9FB0"
INK = "#1B1F3B"
WHITE = "#FFFFFF"
WATER = "#58B7FF"

MARK = (
    (
        "M20 2.5c.7-1.5 2.6-1.5 3.3.1 5.6 10 9.9 20.2 11.4 30.2.3 2-.9 3.2-2.8 3.2"
        "h-25.7c-2 0-3-1.6-2.2-3.3 4.8-9.7 11.4-19.7 16-30.2z",
        SAIL,
    ),
    ("M22.5 2c5.8 10 10.6 20.4 12.2 30.8.3 2-.9 3.2-2.8 3.2h-9.4z", SAIL_LIT),
    ("M4 38.5h31.5c-1.3 4.6-4.9 7-9.7 7h-12.1c-4.8 0-8.4-2.4-9.7-7z", HULL),
)
"""The app's sign as outlines on a field of 40 x 48: M, c, h and z, so that any pen can draw it."""


def vel(mood: Mood = "idle", *, size: int = 120, label: str = "") -> rx.Component:
    """Vel, `size` pixels high. Decoration unless `label` says what the picture tells."""
    named = {"role": "img", "aria-label": label} if label else {"aria-hidden": "true"}
    return rx.el.svg(
        rx.el.g(*_boat(), *_FACES[mood](), class_name="vel-bob"),
        *_water(),
        view_box="0 0 120 132",
        height=size,
        width=round(size * 120 / 132),
        class_name="vel",
        custom_attrs={**named, "focusable": "false"},
    )


def vel_mark() -> rx.Component:
    """Only the sail: the sign of the app, beside its name."""
    return rx.el.svg(
        *[_shape(outline, colour) for outline, colour in MARK],
        view_box="0 0 40 48",
        custom_attrs={"aria-hidden": "true", "focusable": "false"},
    )


def _shape(d: str, fill: str) -> rx.Component:
    return rx.el.path(d=d, custom_attrs={"fill": fill})


def _stroke(d: str, colour: str = INK, width: float = 3.2) -> rx.Component:
    return rx.el.path(
        d=d,
        custom_attrs={
            "fill": "none",
            "stroke": colour,
            "strokeWidth": width,
            "strokeLinecap": "round",
            "strokeLinejoin": "round",
        },
    )


def _oval(cx: float, cy: float, rx_: float, ry: float, fill: str) -> rx.Component:
    return rx.el.ellipse(
        cx=str(cx), cy=str(cy), rx=str(rx_), ry=str(ry), custom_attrs={"fill": fill}
    )


def _dot(cx: float, cy: float, r: float, fill: str) -> rx.Component:
    return rx.el.circle(cx=str(cx), cy=str(cy), r=str(r), custom_attrs={"fill": fill})


def _boat() -> tuple[rx.Component, ...]:
    return (
        _shape("M63 11V1.5c6 .2 9 3.3 15 2.6l-3.6 4.1 3.6 4c-6 .6-9-1.8-15-1.2z", PENNANT),
        _stroke("M62 2.5V14", INK, 2.6),
        _shape(
            "M57.5 14c1.6-3.6 6.8-3.7 8.7 0 14.6 25.5 25.6 50.5 29.6 77 .9 5.6-2.4 9-7.8 9H27"
            "c-6 0-9-4.6-6.6-9.6C32.6 66 46.5 40.5 57.5 14z",
            SAIL,
        ),
        _shape(
            "M62 11.3c1.7 0 3.3.9 4.2 2.7 14.6 25.5 25.6 50.5 29.6 77 .9 5.6-2.4 9-7.8 9H76"
            "C80 68 74.5 37 62 11.3z",
            SAIL_LIT,
        ),
        _stroke("M45.5 40.5c9 4.5 23.5 5 34.5 1", SEAM, 2),
        _shape("M14 105h94c-3.4 13.5-13.5 20-27 20H41c-13.5 0-23.6-6.5-27-20z", HULL),
        _shape("M19.5 115h83c-5 6.7-12.5 10-21.5 10H41c-9 0-16.5-3.3-21.5-10z", HULL_SHADE),
        _dot(46, 110.5, 2, INK),
        _dot(61, 110.5, 2, INK),
        _dot(76, 110.5, 2, INK),
    )


def _water() -> tuple[rx.Component, ...]:
    return (
        _stroke(
            "M4 127c6-4.5 12-4.5 18 0s12 4.5 18 0 12-4.5 18 0 12 4.5 18 0 12-4.5 18 0 12 4.5 18 0",
            WATER,
            4,
        ),
    )


def _open_eyes(dx: float = 0, dy: float = 0) -> tuple[rx.Component, ...]:
    """Round eyes that look `dx`, `dy` off centre."""
    parts: list[rx.Component] = []
    for cx in (48.0, 75.0):
        parts += [
            _oval(cx, 66, 9, 10.5, WHITE),
            _dot(cx + 1 + dx, 67 + dy, 5.6, INK),
            _dot(cx + 3 + dx, 64.5 + dy, 1.9, WHITE),
        ]
    return tuple(parts)


def _cheeks() -> tuple[rx.Component, ...]:
    return tuple(_oval(cx, 80.5, 5.5, 3.6, CHEEK) for cx in (38, 85.5))


def _idle() -> tuple[rx.Component, ...]:
    return (*_open_eyes(), *_cheeks(), _stroke("M54 80.5c3.6 5.8 11.6 5.8 15.2 0", WHITE))


def _cheer() -> tuple[rx.Component, ...]:
    return (
        _stroke("M40 68.5c2.2-7.6 13-7.6 15.2 0", WHITE, 3.8),
        _stroke("M68 68.5c2.2-7.6 13-7.6 15.2 0", WHITE, 3.8),
        *_cheeks(),
        _shape("M51 77.5h21.5c0 7.5-4.6 12-10.7 12S51 85 51 77.5z", INK),
        _shape("M55 86c2-2.7 11.6-2.7 13.6 0-1.7 2.3-4.1 3.5-6.8 3.5S56.7 88.3 55 86z", PENNANT),
        _stroke("M22 82C14 78 9 70 8 61", SEAM, 5),
        _stroke("M97 82c8-4 13-12 14-21", SEAM, 5),
        _shape("m20 28 2.3 6.2 6.2 2.3-6.2 2.3L20 45l-2.3-6.2-6.2-2.3 6.2-2.3z", HULL),
        _shape("m101 22 1.9 5 5 1.9-5 1.9-1.9 5-1.9-5-5-1.9 5-1.9z", PENNANT),
        _dot(33, 17, 2.6, WATER),
        _dot(92, 48, 2.6, WATER),
    )


def _think() -> tuple[rx.Component, ...]:
    return (
        *_open_eyes(2, -3.5),
        *_cheeks(),
        _stroke("M68 51c4-3.4 10-3.4 14 .5", WHITE, 3),
        _stroke("M55 84.5c4-2.6 8.5-2.6 12.5-.5", WHITE),
        _dot(94, 42, 3, HULL),
        _dot(102, 31, 4.2, HULL),
        _dot(108, 16, 6, HULL),
    )


def _worried() -> tuple[rx.Component, ...]:
    return (
        *_open_eyes(-1, 1.5),
        _stroke("M40 54.5c4.5-.4 8.5-2.4 11.5-5.5", WHITE, 3),
        _stroke("M83.5 54.5c-4.5-.4-8.5-2.4-11.5-5.5", WHITE, 3),
        _stroke("M53 86.5c3-4.6 5.6-4.6 8.6-1.2s5.6 3.4 8.6-1.2", WHITE),
        _shape("M97 50c4 5.5 6 8.6 6 11.5a6 6 0 0 1-12 0c0-2.9 2-6 6-11.5z", WATER),
    )


_FACES = {"idle": _idle, "cheer": _cheer, "think": _think, "worried": _worried}
