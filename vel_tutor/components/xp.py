"""XP as its owner reads it: the level, the last month, every cause, and the rules."""

import reflex as rx
from reflex.vars import ObjectVar

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.kit.words import Deed
from vel_tutor.domain.shop.views import BarView, DayLog, EntryView, LevelRow, XpView
from vel_tutor.vocabulary import XpReason

SIDES = (("all", "All"), ("earned", "Earned"), ("spent", "Spent"))
SIGNS = (
    (XpReason.PRACTICE_COMPLETED.value, "target"),
    (XpReason.PERFECT_SCORE.value, "star"),
    (XpReason.PRACTICE_DAY.value, "flame"),
    (XpReason.INVITE.value, "user-plus"),
    (XpReason.BADGE.value, "award"),
    (XpReason.SHOP.value, "shopping-bag"),
    (XpReason.SHOP_UNDONE.value, "undo-2"),
)
RULES = (
    "A finished practice deck brings 10 XP; hints and shown solutions take a little off.",
    "All right in a deck of 8 or more, without help, brings 20 more, for two decks a day.",
    "The first 5 decks of a day count whole, the next 5 half. After that you still learn, and your "
    "skills still count it, but there is no more XP until tomorrow.",
    "The same questions again within a day bring nothing, and neither do answers faster than "
    "anybody can read.",
    "Your first practice of the day brings 5 XP, a badge 100, and a friend who joins 50.",
    "What you earned in all makes your level. Spending in the shop never lowers it.",
)
_STEP, _WIDTH, _HEIGHT = 10, 7, 80
"""Of the chart, in its own units."""


def summary(xp: ObjectVar[XpView]) -> rx.Component:
    """The level and how far it is to the next, and what there is to spend."""
    return kit.card(
        rx.el.div(
            rx.el.p(rx.el.strong("Level ", xp.level, class_name="xp-level"), class_name="tabular"),
            kit.pill(
                kit.xp_icon(size=18),
                rx.el.span(xp.lifetime, " XP in all", class_name="tabular"),
                tone="honey",
            ),
            class_name="row-spread",
        ),
        kit.progress(xp.percent, label="Way to the next level"),
        rx.el.p(
            rx.el.strong(xp.to_next, " XP"), " to level ", xp.level.to(int) + 1, class_name="soft"
        ),
        rx.el.div(
            rx.el.p(rx.el.strong(xp.spendable, " XP", class_name="tabular"), " to spend"),
            kit.link_button("To the shop", href=routes.SHOP, kind="quiet", icon="shopping-bag"),
            class_name="row-spread",
        ),
    )


def chart(xp: ObjectVar[XpView]) -> rx.Component:
    """What each of the last 30 days brought."""
    days = xp.bars.to(list[BarView])
    return kit.card(
        rx.el.div(
            rx.el.h2("The last 30 days"),
            rx.el.p(rx.el.strong(xp.total, " XP"), " earned", class_name="tabular"),
            class_name="row-spread",
        ),
        rx.el.svg(
            rx.foreach(days, _bar),
            view_box=f"0 0 {30 * _STEP} {_HEIGHT + 4}",
            class_name="xp-chart",
            custom_attrs={
                "role": "img",
                "aria-label": "XP earned on each of the last 30 days; the list below has each day",
                "preserveAspectRatio": "none",
            },
        ),
        rx.el.p(
            rx.el.span("30 days ago"),
            rx.el.span("Today"),
            class_name="row-spread soft small",
            aria_hidden=True,
        ),
    )


def _bar(day: ObjectVar[BarView]) -> rx.Component:
    high = (day.height.to(int) * _HEIGHT / 100).to(int)
    return rx.el.rect(
        rx.el.title(day.words),
        x=(day.at.to(int) * _STEP + 1).to(int),
        y=(_HEIGHT - high + 1).to(int),
        width=_WIDTH,
        height=(high + 2).to(int),
        rx=2,
        class_name="xp-bar",
        custom_attrs={"data-empty": rx.cond(day.height.to(int) == 0, "", None)},
    )


def history(
    days: rx.Var[tuple[DayLog, ...]],
    side: rx.Var[str],
    older: rx.Var[str],
    *,
    on_choose: Deed,
    on_more: Deed,
) -> rx.Component:
    """Every change with its cause, day by day."""
    return rx.el.section(
        rx.el.h2("Where it came from", id="xp-history"),
        kit.segmented(SIDES, name="side", legend="What to show", value=side, on_change=on_choose),
        rx.cond(
            days,
            rx.fragment(
                rx.foreach(days.to(list[DayLog]), _day),
                rx.cond(older, kit.button("Show more", kind="quiet", on_click=on_more)),
            ),
            kit.empty_state(
                rx.cond(
                    side == "spent",
                    "Nothing spent yet. Have a look at what there is.",
                    "No XP yet. Your first finished deck brings 10.",
                ),
                rx.cond(
                    side == "spent",
                    kit.link_button("To the shop", href=routes.SHOP, icon="shopping-bag"),
                    kit.link_button("Practise", href=routes.PRACTICE, icon="target"),
                ),
            ),
        ),
        class_name="stack",
        aria_labelledby="xp-history",
    )


def _day(day: ObjectVar[DayLog]) -> rx.Component:
    return kit.card(
        rx.el.div(
            rx.el.h3(day.day),
            rx.el.span(day.sums, class_name="soft small tabular"),
            class_name="row-spread",
        ),
        rx.el.ul(rx.foreach(day.lines.to(list[EntryView]), _entry), class_name="xp-log"),
        key=day.date,
    )


def _entry(entry: ObjectVar[EntryView]) -> rx.Component:
    return rx.el.li(
        rx.el.span(
            rx.match(
                entry.sign,
                *[(reason, kit.icon(sign, size=18)) for reason, sign in SIGNS],
                kit.icon("circle", size=18),
            ),
            class_name="xp-sign",
            data_kind=entry.sign,
            aria_hidden=True,
        ),
        kit.link(entry.words, href=entry.href),
        rx.el.strong(entry.amount, class_name="tabular", data_kind=entry.sign),
        key=entry.id,
    )


def levels(xp: ObjectVar[XpView]) -> rx.Component:
    """When each level begins, around the own one."""
    return kit.card(
        rx.el.h2("Levels"),
        kit.table(
            ("Level", "Begins at", ""),
            rx.foreach(xp.levels.to(list[LevelRow]), _level),
            caption="Levels and the XP in all at which they begin",
        ),
    )


def _level(row: ObjectVar[LevelRow]) -> rx.Component:
    return rx.el.tr(
        rx.el.td(row.level, class_name="tabular"),
        rx.el.td(row.xp, " XP", class_name="tabular"),
        rx.el.td(
            rx.match(
                row.state,
                ("done", rx.fragment(kit.icon("check", size=18), kit.visually_hidden("reached"))),
                ("here", kit.pill("You are here", tone="grape")),
                rx.fragment(),
            )
        ),
    )


def how_it_works() -> rx.Component:
    """The rules, in the learner's words."""
    return rx.el.details(
        rx.el.summary(rx.el.h2("How XP works")),
        rx.el.ul(*[rx.el.li(rule) for rule in RULES], class_name="rules"),
        class_name="card",
    )


def bones() -> tuple[rx.Component, ...]:
    """The shape of the page while it is on its way."""
    return kit.skeleton("title"), kit.skeleton("tile", 3)
