"""All badges: what is earned, what is not yet, and how."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import badges as parts
from vel_tutor.components import kit
from vel_tutor.components.share import share_dialog, share_ways
from vel_tutor.pages import frame
from vel_tutor.state.badges import BadgesState
from vel_tutor.state.share import ShareState


def badges() -> rx.Component:
    return frame.student(
        rx.el.h1("Your badges"),
        kit.ready(
            BadgesState.loaded,
            parts.collection(
                BadgesState.collection,
                BadgesState.family,
                on_filter=BadgesState.choose_family,
                on_open=BadgesState.open_badge,
            ),
            kit.skeleton("title"),
            kit.skeleton("tile", 6),
        ),
        parts.closer(
            BadgesState.badge,
            is_open=BadgesState.is_open,
            may_share=BadgesState.may_share,
            on_change=BadgesState.close_badge,
            on_share=BadgesState.share,
        ),
        share_dialog(
            share_ways(ShareState.share, has_qr=ShareState.has_qr, on_share=ShareState.shared),
            is_open=ShareState.is_open,
            on_change=ShareState.close,
            page=None,
            opener="",
        ),
        here=routes.SETTINGS,
    )


PAGES = (
    frame.Page(
        draw=badges,
        route=routes.BADGES,
        title="Badges - vel_tutor",
        on_load=(*frame.ARRIVING, ShareState.offer, BadgesState.begin, BadgesState.unfold),
    ),
)
