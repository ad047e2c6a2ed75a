"""Today: what a student sees first."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.diagnostic_choosing import find_your_level
from vel_tutor.components.places import places
from vel_tutor.components.presence import friends_card, now_card
from vel_tutor.components.rescue import at_risk_card
from vel_tutor.components.spotlight import spotlight
from vel_tutor.components.today import (
    bones,
    cards_tile,
    challenge_hint,
    challenge_news,
    level_card,
    streak_card,
    subjects,
    unfinished_list,
    welcome,
)
from vel_tutor.pages import frame
from vel_tutor.state.company import FriendsNowState
from vel_tutor.state.learning import NowState
from vel_tutor.state.rescue import RiskState
from vel_tutor.state.spotlight import SpotlightState
from vel_tutor.state.today import TodayState


def today() -> rx.Component:
    return frame.student(
        kit.ready(TodayState.loaded, _day(), *bones()),
        here=routes.TODAY,
        aside=(
            rx.cond(
                TodayState.loaded,
                rx.fragment(now_card(NowState.now), level_card(TodayState.purse), challenge_hint()),
            ),
        ),
    )


def _day() -> rx.Component:
    return rx.el.div(
        rx.el.h1(TodayState.greeting),
        rx.cond(
            TodayState.is_new,
            welcome(),
            streak_card(TodayState.purse, TodayState.streak_words),
        ),
        at_risk_card(RiskState.risk, on_minute=RiskState.look),
        rx.cond(
            NowState.now.words != "",
            rx.el.div(now_card(NowState.now), class_name="narrow-only"),
        ),
        cards_tile(TodayState.cards),
        rx.cond(TodayState.unfinished, unfinished_list(TodayState.unfinished)),
        subjects(),
        spotlight(SpotlightState.spots, on_cheer=SpotlightState.cheer),
        friends_card(FriendsNowState.friends, on_join=FriendsNowState.join),
        rx.cond(TodayState.challenges, challenge_news(TodayState.challenges)),
        places(),
        find_your_level(),
        rx.el.div(
            level_card(TodayState.purse),
            rx.cond(TodayState.challenges, rx.fragment(), challenge_hint()),
            class_name="stack narrow-only",
        ),
        class_name="stack-day",
    )


PAGES = (
    frame.Page(
        draw=today,
        route=routes.TODAY,
        title="Today - vel_tutor",
        on_load=(
            *frame.ARRIVING,
            SpotlightState.begin,
            RiskState.begin,
            NowState.begin,
            FriendsNowState.begin,
            TodayState.load,  # last, for it takes the skeletons away: nothing comes in between
        ),
    ),
)
