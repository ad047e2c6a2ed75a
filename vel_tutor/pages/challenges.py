"""All challenges, sent and received, and one that was sent as it happens."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import challenge as parts
from vel_tutor.components import kit
from vel_tutor.components.share import card_preview, share_ways
from vel_tutor.pages import frame
from vel_tutor.state.sent import SentState
from vel_tutor.state.share import ShareState


def challenges() -> rx.Component:
    return frame.student(
        rx.el.h1("Challenges"),
        kit.segmented(
            (("all", "All"), ("sent", "Sent"), ("received", "Received")),
            name="side",
            legend="Which challenges",
            value=SentState.side,
            on_change=SentState.choose_side,
        ),
        kit.ready(
            SentState.has_list,
            parts.history(
                SentState.lines,
                kit.empty_state(
                    "Finish a practice, then send your score to a friend.",
                    kit.link_button("Practise", href=routes.PRACTICE),
                ),
                has_more=SentState.after != "",
                on_more=SentState.more,
            ),
            kit.skeleton("tile", 3),
        ),
        here=routes.FEED,
    )


def challenge_sent() -> rx.Component:
    sent = SentState.sent
    return frame.student(
        kit.ready(
            sent.id != "",
            rx.el.div(
                parts.sent_status(sent, SentState.cheer, on_rematch=SentState.rematch),
                rx.cond(
                    sent.share.link_id != "",
                    kit.card(
                        rx.el.h2("Send it to a friend"),
                        card_preview(sent.card),
                        share_ways(
                            sent.share,
                            has_qr=ShareState.has_qr,
                            on_share=ShareState.shared,
                        ),
                    ),
                ),
                class_name="stack-wide",
            ),
            kit.skeleton("title"),
            kit.skeleton("tile", 2),
        ),
        here=routes.FEED,
        is_busy=True,
    )


PAGES = (
    frame.Page(
        draw=challenges,
        route=routes.CHALLENGES,
        title="Challenges - vel_tutor",
        on_load=(*frame.ARRIVING, SentState.begin_list),
    ),
    frame.Page(
        draw=challenge_sent,
        route=routes.CHALLENGE_SENT,
        title="Challenge - vel_tutor",
        on_load=(*frame.ARRIVING, ShareState.offer, SentState.begin),
    ),
)
