"""The K-factor page below its headline: tables that can be taken away, and their charts."""

import reflex as rx
from reflex.vars import ArrayVar, ObjectVar

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.charts import bars, lines
from vel_tutor.domain.insight.views import KScreen, SeriesView, TableView


def sections(screen: ObjectVar[KScreen], query: rx.Var[str]) -> rx.Component:
    """Everything below the headline."""
    return rx.fragment(
        _section("By loop", screen.loops.to(TableView), query),
        _section(
            "By cohort",
            screen.cohorts.to(TableView),
            query,
            chart=lines(
                (
                    ("At sign-up", screen.k_signup_points.to(SeriesView)),
                    ("At first value", screen.k_value_points.to(SeriesView)),
                ),
                y="K",
                label=screen.cohorts.to(TableView).caption,
            ),
            words="People active in a week or month, and whom they brought within 14 days of the "
            "invitation. Recent cohorts still grow.",
        ),
        _section(
            "Coming back",
            screen.returns.to(TableView),
            query,
            chart=lines(
                (
                    ("Invited", screen.invited_points.to(SeriesView)),
                    ("By themselves", screen.organic_points.to(SeriesView)),
                ),
                y="% back",
                label=screen.returns.to(TableView).caption,
            ),
            words="Whoever joined too lately to be back by then is not counted. A lift of +10 % is "
            "relative to people who came by themselves.",
        ),
        _section(
            "From invitation to reward",
            screen.funnel.to(TableView),
            query,
            chart=bars(
                screen.funnel_points.to(SeriesView),
                y="people",
                label=screen.funnel.to(TableView).caption,
            ),
            words="Each person once, within 14 days of opening. Sent counts shares. Joining and "
            "first value come in either order.",
        ),
        _section(
            "Time to first value",
            screen.histogram.to(TableView),
            query,
            chart=bars(
                screen.wait_points.to(SeriesView),
                y="people",
                label=screen.histogram.to(TableView).caption,
            ),
        ),
        _section("How long it takes", screen.waits.to(TableView), query),
        _section("By who invites", screen.personas.to(TableView), query),
        _section("By channel", screen.channels.to(TableView), query),
    )


def _section(
    title: str,
    table: ObjectVar[TableView],
    query: rx.Var[str],
    *,
    chart: rx.Component | None = None,
    words: str = "",
) -> rx.Component:
    """A table with its chart above, and the way to take it along."""
    return kit.card(
        rx.el.div(
            rx.el.h2(title),
            kit.link_button(
                "CSV",
                href=rx.Var.create(f"{routes.K_FACTOR_CSV}?table={table.name}&{query}"),
                kind="quiet",
                size="small",
                icon="download",
                native=True,
                aria_label=f"{title} as CSV",
            ),
            class_name="row-spread",
        ),
        rx.el.p(words, class_name="soft") if words else rx.fragment(),
        chart or rx.fragment(),
        _table(table)
        if chart is None
        else rx.el.details(rx.el.summary("The figures as a table"), _table(table)),
        flat=True,
    )


def _table(table: ObjectVar[TableView]) -> rx.Component:
    return rx.el.div(
        rx.el.table(
            rx.el.caption(table.caption),
            rx.el.thead(
                rx.el.tr(rx.foreach(table.headers, lambda words: rx.el.th(words, scope="col")))
            ),
            rx.el.tbody(rx.foreach(table.rows, _row)),
            class_name="table",
        ),
        class_name="table-frame staff-narrow",
        role="region",
        aria_label=table.caption,
        tab_index=0,
    )


def _row(cells: ArrayVar[tuple[str, ...]]) -> rx.Component:
    return rx.el.tr(
        rx.foreach(
            cells,
            lambda cell, place: rx.cond(
                place == 0,
                rx.el.th(cell, scope="row"),
                rx.el.td(cell, class_name="tabular"),
            ),
        )
    )
