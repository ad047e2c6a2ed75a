"""Notifications: the list, and the choices about them."""

from collections.abc import Sequence

import reflex as rx
from reflex.vars import ArrayVar, ObjectVar

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.kit.words import Deed
from vel_tutor.components.react.push import ask_to_be_called, wake_worker
from vel_tutor.domain.notifications.views import ChoicesView, ChoiceView, NoticeView
from vel_tutor.vocabulary import NoticeWay, NotificationKind

SIGNS = (
    (NotificationKind.STREAK_AT_RISK, "flame"),
    (NotificationKind.FRIEND_JOINED, "user-plus"),
    (NotificationKind.RALLY_JOINED, "trophy"),
    (NotificationKind.LEAGUE_RESULT, "medal"),
    (NotificationKind.ROOM_INVITED, "door-open"),
    (NotificationKind.PARTY_BEGINS, "party-popper"),
    (NotificationKind.REWARD_CAME, "gift"),
    (NotificationKind.FAMILY_BEGAN, "users"),
    (NotificationKind.FAMILY_REWARDED, "ticket"),
    (NotificationKind.CLASS_CALLED_OFF, "calendar-x"),
    (NotificationKind.K_FACTOR, "chart-line"),
    (NotificationKind.REPORT_SEEN, "shield-check"),
    (NotificationKind.HOUSE_WARNING, "message-square-warning"),
    (NotificationKind.MEETING_STOPPED, "user-x"),
    (NotificationKind.CHILD_IN_NEED, "heart-handshake"),
)


def notices(
    listed: ArrayVar[Sequence[NoticeView]], more: rx.Var[str], *, on_open: Deed, on_more: Deed
) -> rx.Component:
    """The list, the latest first; `on_open(id)` goes where one leads."""
    return rx.cond(
        listed,
        rx.el.div(
            rx.el.ul(
                rx.foreach(
                    listed, lambda notice: rx.el.li(_notice(notice, on_open), key=notice.id)
                ),
                class_name="stack-tight plain-list",
            ),
            rx.cond(more, kit.button("Show older ones", kind="quiet", on_click=on_more)),
            class_name="stack",
        ),
        kit.empty_state(
            "Nothing new. Here you will find what happened while you were away.",
            kit.link_button("Go to Today", href=routes.TODAY, kind="quiet"),
        ),
    )


def _notice(notice: ObjectVar[NoticeView], on_open: Deed) -> rx.Component:
    return rx.el.button(
        rx.el.span(
            rx.match(
                notice.kind,
                *[(kind.value, kit.icon(sign, size=22)) for kind, sign in SIGNS],
                kit.icon("bell", size=22),
            ),
            class_name="tile-icon",
        ),
        rx.el.span(
            rx.el.strong(notice.title),
            rx.el.span(notice.words, class_name="soft small"),
            rx.el.span(notice.when, class_name="soft tiny"),
            class_name="tile-words",
        ),
        rx.cond(notice.is_new, rx.el.span(kit.visually_hidden("New"), class_name="new-dot")),
        type="button",
        on_click=on_open(notice.id),
        data_new=notice.is_new,
        class_name="card card-link tile",
    )


def choices(
    view: ObjectVar[ChoicesView],
    problem: rx.Var[str],
    *,
    on_choose: Deed,
    on_quiet: Deed,
    on_subscribed: Deed,
    on_unsubscribe: Deed,
) -> rx.Component:
    """The section of the settings: this browser, each kind and its ways, and quiet hours."""
    return kit.card(
        rx.el.h2("Notifications"),
        rx.el.p(
            "You find everything in the app, under the bell. Choose what else may reach you.",
            class_name="soft",
        ),
        _browsers(view, on_subscribed, on_unsubscribe),
        rx.el.ul(
            rx.foreach(view.choices, lambda one: _choice(one, on_choose)), class_name="plain-list"
        ),
        _quiet(view, problem, on_quiet),
        id="notifications",
        on_mount=wake_worker(),
    )


def _browsers(
    view: ObjectVar[ChoicesView], on_subscribed: Deed, on_unsubscribe: Deed
) -> rx.Component:
    return rx.cond(
        view.may_push & (view.push_key != ""),
        rx.el.div(
            kit.button(
                "Let this browser notify me",
                kind="quiet",
                icon="bell-ring",
                on_click=ask_to_be_called(view.push_key, on_subscribed),
            ),
            rx.cond(
                view.devices.to(int) > 0,
                rx.fragment(
                    rx.el.span(
                        view.devices,
                        rx.cond(view.devices == 1, " browser", " browsers"),
                        " may notify you.",
                        class_name="soft",
                    ),
                    kit.button("Stop all of them", kind="bare", on_click=on_unsubscribe),
                ),
            ),
            class_name="row",
        ),
        rx.el.p(
            "Notices beyond the app are off for you. A parent can switch them on.",
            class_name="soft",
        ),
    )


def _choice(choice: ObjectVar[ChoiceView], on_choose: Deed) -> rx.Component:
    return rx.el.li(
        rx.el.span(choice.words),
        rx.el.span(
            rx.cond(
                choice.may_push, _switch("Push", choice, NoticeWay.PUSH, choice.push, on_choose)
            ),
            rx.cond(
                choice.may_mail, _switch("Mail", choice, NoticeWay.MAIL, choice.mail, on_choose)
            ),
            class_name="row",
        ),
        class_name="row-spread notice-choice",
        key=choice.kind,
    )


def _switch(
    name: str,
    choice: ObjectVar[ChoiceView],
    way: NoticeWay,
    is_on: rx.Var[bool],
    on_choose: Deed,
) -> rx.Component:
    return rx.el.label(
        rx.el.input(
            type="checkbox",
            checked=is_on,
            on_change=on_choose(choice.kind, way.value, ~is_on),
            aria_label=f"{choice.words}: {name}",
            class_name="tick",
        ),
        name,
        class_name="tick-row",
    )


def _quiet(view: ObjectVar[ChoicesView], problem: rx.Var[str], on_quiet: Deed) -> rx.Component:
    return kit.form(
        rx.el.h3("Quiet hours"),
        rx.cond(
            view.is_minor,
            rx.el.p(
                "Nothing reaches you from 21:00 to 7:00, nor from 8:00 to 15:00 on school days, "
                "and never more than twice a day. You can add hours of your own.",
                class_name="soft",
            ),
            rx.el.p("Nothing reaches you in these hours.", class_name="soft"),
        ),
        kit.form_error(problem),
        rx.el.div(
            _time("From", "quiet_from", view.quiet_from),
            _time("Until", "quiet_until", view.quiet_until),
            class_name="grid-2",
        ),
        kit.button("Save quiet hours", submit=True, kind="quiet"),
        on_submit=on_quiet,
        key=f"{view.quiet_from}-{view.quiet_until}",
    )


def _time(label: str, name: str, value: rx.Var[str]) -> rx.Component:
    return kit.field(
        label,
        rx.el.input(
            type="time", id=f"field-{name}", name=name, default_value=value, class_name="input"
        ),
        name=name,
    )
