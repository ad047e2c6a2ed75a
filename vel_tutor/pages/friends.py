"""Somebody's friends: who asks, who they are, and the code to hand out."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import friends as parts
from vel_tutor.components import kit, pairs
from vel_tutor.components.presence import friends_here
from vel_tutor.components.share import share_ways
from vel_tutor.pages import frame
from vel_tutor.state.company import FriendsNowState
from vel_tutor.state.friends import (
    FriendAskState,
    FriendCodeState,
    FriendDeedState,
    FriendsState,
)
from vel_tutor.state.met import MetState
from vel_tutor.state.pairs import PairsState

VIEW = FriendsState.view


def friends() -> rx.Component:
    return frame.student(
        rx.el.h1("Friends"),
        kit.ready(
            FriendsState.is_loaded,
            rx.cond(VIEW.is_on, _full(), parts.switched_off()),
            kit.skeleton("title"),
            kit.skeleton("tile", 3),
        ),
        _share(),
        parts.deeds(
            FriendDeedState.step,
            FriendDeedState.name,
            on_turn=FriendDeedState.turn,
            on_settle=FriendDeedState.settle,
            on_report=FriendDeedState.report,
        ),
        here=routes.FRIENDS,
    )


def _full() -> rx.Component:
    return rx.el.div(
        parts.parted(
            FriendDeedState.name,
            on_undo=FriendDeedState.undo,
            is_shown=FriendDeedState.gone != "",
        ),
        parts.questions(
            VIEW.asking,
            on_accept=FriendAskState.accept,
            on_decline=FriendAskState.decline,
            on_more=FriendDeedState.choose,
        ),
        friends_here(FriendsNowState.friends, on_join=FriendsNowState.join),
        pairs.streaks(PairsState.kept, on_agree=PairsState.agree, on_leave=PairsState.leave),
        rx.cond(
            VIEW.total.to(int) > 0,
            parts.friends(
                VIEW,
                find=FriendsState.find,
                on_find=FriendsState.look_for,
                on_more=FriendsState.show_more,
                on_choose=FriendDeedState.choose,
                beside=lambda friend: pairs.invitation(
                    PairsState.kept, friend.id, friend.name, on_propose=PairsState.propose
                ),
            ),
            parts.nobody_yet(),
        ),
        parts.met(MetState.met, on_ask=MetState.ask),
        rx.el.div(
            parts.own_code(VIEW.own, on_share=FriendCodeState.open, on_renew=FriendCodeState.renew),
            parts.code_form(problem=FriendAskState.problem, on_ask=FriendAskState.ask),
            class_name="grid-2",
        ),
        parts.sent(VIEW.asked, on_withdraw=FriendAskState.withdraw),
        parts.blocked(VIEW.blocked, on_unblock=FriendDeedState.unblock),
        class_name="stack-wide",
    )


def _share() -> rx.Component:
    return kit.dialog(
        share_ways(VIEW.own, has_qr=FriendCodeState.has_qr, on_share=FriendCodeState.shared),
        kit.button("Done", kind="bare", on_click=FriendCodeState.close(False)),
        title="Share your friend code",
        words="Send it to somebody you know. They see what it says here and a made-up name.",
        is_open=FriendCodeState.is_open,
        on_change=FriendCodeState.close,
        opener=parts.SHARE,
    )


PAGES = (
    frame.Page(
        draw=friends,
        route=routes.FRIENDS,
        title="Friends - vel_tutor",
        on_load=(
            *frame.ARRIVING,
            PairsState.begin,
            MetState.begin,
            FriendsNowState.begin,
            FriendsState.begin,  # last, for it takes the skeletons away: nothing comes in between
        ),
    ),
)
