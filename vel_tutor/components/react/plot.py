"""Charts by Plotly's basic bundle, fetched only by pages that draw one."""

from typing import Any

import reflex as rx
from reflex_base.utils.imports import ImportDict, ImportVar

_TAG = "PlotlyBasicChart"


class Plot(rx.NoSSRComponent):
    """One chart. The bundle runs without `eval`, so our content security policy holds."""

    library = "react-plotly.js@4.1.0"
    lib_dependencies: list[str] = ["plotly.js-basic-dist-min@3.7.0"]
    tag = _TAG

    data: rx.Var[list[Any]]
    layout: rx.Var[dict[str, Any]]
    config: rx.Var[dict[str, Any]]
    use_resize_handler: rx.Var[bool]

    def add_imports(self) -> ImportDict:
        """What makes a component of Plotly's bundle."""
        return {
            "react-plotly.js": [
                ImportVar(tag="createPlotlyComponent", is_default=True, package_path="/factory")
            ]
        }

    def _get_dynamic_imports(self) -> str:
        return (
            f"const {_TAG} = ClientSide(() => import('plotly.js-basic-dist-min')"
            f".then((plotly) => createPlotlyComponent(plotly)), '{_TAG}')"
        )


def plot(data: Any, layout: Any) -> rx.Component:
    """`data` drawn by `layout`, as wide as it may be, without a tool bar or a logo."""
    return Plot.create(
        data=data,
        layout=layout,
        config={"displayModeBar": False, "responsive": True},
        use_resize_handler=True,
        class_name="plot",
    )
