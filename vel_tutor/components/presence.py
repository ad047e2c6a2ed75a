"""Who is learning right now: numbers and faces for everybody, friends for friends."""

from collections.abc import Sequence
from typing import Any, cast

import reflex as rx
from reflex.vars import ArrayVar, ObjectVar

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.domain.loops.together.views import (
    FriendNowView,
    FriendsNowView,
    NowView,
    SubjectNowView,
)

Subjects = Sequence[SubjectNowView]
Friends = Sequence[FriendNowView]


def now_card(now: ObjectVar[NowView]) -> rx.Component:
    """How many practise right now, by subject; not there while nobody does."""
    return rx.cond(
        now.words != "",
        rx.el.section(
            rx.el.h2(rx.el.span(class_name="live-dot", aria_hidden=True), now.words),
            rx.el.ul(rx.foreach(now.subjects.to(Subjects), _subject), class_name="now-subjects"),
            class_name="card now",
            aria_label="Learning right now",
        ),
    )


def _subject(subject: ObjectVar[SubjectNowView]) -> rx.Component:
    has_faces = cast("ArrayVar[Sequence[str]]", subject.faces.to(Sequence[str])).length() > 0
    return rx.el.li(
        rx.el.span(_sign(subject.subject), class_name="tile-icon now-icon"),
        rx.el.span(
            rx.el.span(
                rx.cond(
                    has_faces,
                    rx.fragment(rx.el.strong(subject.count), " peers in ", subject.name, " now"),
                    rx.fragment(subject.name, ": ", subject.count),
                ),
                class_name="tabular",
            ),
            rx.cond(
                has_faces,
                rx.el.span(
                    rx.foreach(
                        subject.faces.to(Sequence[str]), lambda seed: kit.avatar(seed, size=28)
                    ),
                    class_name="faces",
                    aria_hidden=True,
                ),
            ),
            class_name="now-words",
        ),
        class_name="now-subject",
        data_subject=subject.subject,
    )


def _sign(subject: rx.Var[str]) -> rx.Component:
    return rx.fragment(
        rx.match(
            subject,
            ("reading", kit.icon("book-open", size=18)),
            ("science", kit.icon("flask-conical", size=18)),
            kit.icon("calculator", size=18),
        )
    )


def friends_card(view: ObjectVar[FriendsNowView], *, on_join: Any) -> rx.Component:
    """What friends are doing, and one press to join one of them.

    Args:
        on_join: event taking the id of the friend.
    """
    friends = cast("ArrayVar[Friends]", view.friends.to(Friends))
    return rx.cond(
        view.is_known,
        rx.fragment(
            rx.cond(view.deck != "", _way_back(view)),
            rx.cond(
                view.is_off,
                rx.fragment(),
                rx.el.section(
                    rx.el.div(
                        rx.el.h2("Friends"),
                        kit.link("All friends", href=routes.FRIENDS),
                        class_name="row-spread",
                    ),
                    rx.cond(
                        friends.length() > 0,
                        rx.el.ul(
                            rx.foreach(friends, lambda friend: _friend(friend, on_join)),
                            class_name="friends-now",
                        ),
                        _nobody(view),
                    ),
                    rx.cond(
                        view.more.to(int) > 0,
                        rx.el.p("and ", view.more, " more", class_name="soft small"),
                    ),
                    class_name="card friends-card",
                ),
            ),
        ),
    )


def friends_here(view: ObjectVar[FriendsNowView], *, on_join: Any) -> rx.Component:
    """The same on the page of all friends: nothing while none of them is here.

    Args:
        on_join: event taking the id of the friend.
    """
    friends = cast("ArrayVar[Friends]", view.friends.to(Friends))
    return rx.cond(
        friends.length() > 0,
        rx.el.section(
            rx.el.h2("Here right now"),
            rx.el.ul(
                rx.foreach(friends, lambda friend: _friend(friend, on_join)),
                class_name="friends-now",
            ),
            class_name="card friends-card",
        ),
    )


def _way_back(view: ObjectVar[FriendsNowView]) -> rx.Component:
    return kit.tile(
        "Go on with your friend's questions",
        view.deck_words,
        sign="users",
        href=view.deck,
    )


def _nobody(view: ObjectVar[FriendsNowView]) -> rx.Component:
    return rx.cond(
        view.has_friends,
        rx.el.p("None of your friends is practising right now.", class_name="soft"),
        rx.el.div(
            rx.el.p(
                "Practise with somebody you know: you see when they are here and can join them "
                "with one press.",
                class_name="soft",
            ),
            kit.link_button(
                "Find a friend", href=routes.FRIENDS, icon="users", kind="quiet", size="small"
            ),
            class_name="stack-tight",
        ),
    )


def _friend(friend: ObjectVar[FriendNowView], on_join: Any) -> rx.Component:
    return rx.el.li(
        rx.el.span(kit.avatar(friend.seed, size=40), class_name="face", data_away=friend.away),
        rx.el.span(
            rx.el.strong(friend.name),
            rx.el.span(
                friend.words,
                rx.cond(friend.away, rx.fragment(" · away")),
                class_name="soft small",
            ),
            class_name="friend-words",
        ),
        rx.cond(
            friend.can_join,
            kit.button(
                rx.el.span("Join", rx.el.span(" ", friend.name, class_name="join-name")),
                kind="mint",
                size="small",
                on_click=on_join(friend.friend_id),
            ),
        ),
        class_name="friend-now",
        key=friend.friend_id,
    )
