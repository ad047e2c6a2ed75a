"""The feed: what friends and fellow learners achieve."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import feed as parts
from vel_tutor.components import kit
from vel_tutor.pages import frame
from vel_tutor.state.feed import FeedState
from vel_tutor.state.feed_line import FeedLineState

_READING = parts.Reading(
    stage=FeedState.stage,
    lines=FeedState.lines,
    after=FeedState.after,
    waiting=FeedState.waiting,
)
_DEEDS = parts.Deeds(
    react=FeedLineState.react,
    challenge=FeedLineState.challenge_me_too,
    ask=FeedLineState.ask,
    take_back=FeedLineState.take_back,
)


def feed() -> rx.Component:
    return frame.student(
        rx.el.div(
            rx.el.h1("Feed"),
            rx.el.nav(
                kit.link_button(
                    "Challenges", href=routes.CHALLENGES, kind="quiet", size="small", icon="swords"
                ),
                kit.link_button(
                    "Friends", href=routes.FRIENDS, kind="quiet", size="small", icon="users"
                ),
                class_name="row",
                aria_label="Beside the feed",
            ),
            class_name="row-spread",
        ),
        parts.feed_page(
            _READING,
            _DEEDS,
            on_more=FeedState.more,
            on_end=FeedState.reach_end,
            on_new=FeedState.show_new,
        ),
        parts.muted_people(FeedLineState.muted, on_unmute=FeedLineState.unmute),
        parts.line_deeds(
            FeedLineState.open_line,
            FeedLineState.is_own,
            on_put_away=FeedLineState.put_away,
            on_settle=FeedLineState.settle,
        ),
        here=routes.FEED,
    )


PAGES = (
    frame.Page(
        draw=feed,
        route=routes.FEED,
        title="Feed - vel_tutor",
        on_load=(*frame.ARRIVING, FeedState.begin, FeedLineState.begin),
    ),
)
