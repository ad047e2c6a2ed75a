"""Charts in our colours, light and dark; each stands above the table of the same figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import reflex as rx
from reflex.vars import ObjectVar

from vel_tutor.components.react.plot import plot
from vel_tutor.domain.insight.views import SeriesView


@dataclass(frozen=True)
class _Palette:
    """What Plotly has to be told; it does not read our style sheet. See `assets/app.css`."""

    ink: str
    line: str
    hues: tuple[str, str]


LIGHT = _Palette(ink="#565b7a", line="#e4e6f2", hues=("#6c4cf1", "#0f9d76"))
DARK = _Palette(ink="#a9aed0", line="#2c3054", hues=("#8f78ff", "#2fd3a3"))
_MARKS = ("circle", "diamond")
_DASHES = ("solid", "dash")
Series = Sequence[tuple[str, ObjectVar[SeriesView]]]


def lines(series: Series, *, y: str, label: rx.Var[str] | str) -> rx.Component:
    """Points joined by lines, with their intervals. `y` names the axis."""

    def drawn(palette: _Palette) -> rx.Component:
        data = [
            {
                "type": "scatter",
                "mode": "lines+markers",
                "name": name,
                "x": points.x,
                "y": points.y,
                "error_y": {
                    "type": "data",
                    "symmetric": False,
                    "array": points.above,
                    "arrayminus": points.below,
                    "thickness": 1.5,
                },
                "line": {"color": hue, "width": 3, "dash": dash},
                "marker": {"size": 9, "symbol": mark},
            }
            for (name, points), hue, mark, dash in zip(
                series, palette.hues, _MARKS, _DASHES, strict=False
            )
        ]
        return plot(data, _layout(palette, y))

    return _figure(drawn(LIGHT), drawn(DARK), label)


def bars(points: ObjectVar[SeriesView], *, y: str, label: rx.Var[str] | str) -> rx.Component:
    """One bar for each point. `y` names the axis."""

    def drawn(palette: _Palette) -> rx.Component:
        bar: dict[str, Any] = {
            "type": "bar",
            "x": points.x,
            "y": points.y,
            "text": points.y,
            "textposition": "outside",
            "cliponaxis": False,
            "marker": {"color": palette.hues[0]},
        }
        return plot([bar], _layout(palette, y))

    return _figure(drawn(LIGHT), drawn(DARK), label)


def _figure(light: rx.Component, dark: rx.Component, label: rx.Var[str] | str) -> rx.Component:
    return rx.el.div(
        rx.color_mode_cond(light, dark), role="img", aria_label=label, class_name="chart"
    )


def _layout(palette: _Palette, y: str) -> dict[str, Any]:
    axis = {
        "gridcolor": palette.line,
        "linecolor": palette.line,
        "zerolinecolor": palette.line,
        "automargin": True,
        "fixedrange": True,
    }
    return {
        "autosize": True,
        "height": 300,
        "margin": {"l": 48, "r": 16, "t": 16, "b": 48},
        "font": {"family": "Nunito Variable, sans-serif", "size": 13, "color": palette.ink},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "xaxis": {**axis, "type": "category"},
        "yaxis": {**axis, "title": {"text": y}, "rangemode": "tozero"},
        "legend": {"orientation": "h", "y": 1.15},
        "bargap": 0.3,
    }
