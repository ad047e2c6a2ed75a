"""One child for a linked parent: progress first, then what is shown to others, then the family."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import family as parts
from vel_tutor.components import friends, kin, kit
from vel_tutor.pages import frame
from vel_tutor.state.child_page import ChildState
from vel_tutor.state.friends import FriendWishState

CHILD = ChildState.child
PROGRESS = ChildState.progress


def family_child() -> rx.Component:
    return frame.student(
        rx.el.div(
            kit.link_button(
                "Family", href=routes.FAMILY, kind="bare", size="small", icon="arrow-left"
            ),
            class_name="way-back",
        ),
        kit.ready(
            CHILD.id != "",
            rx.el.div(
                _head(),
                friends.wishes(
                    FriendWishState.wishes, child=CHILD.name, on_answer=FriendWishState.answer
                ),
                parts.week(PROGRESS),
                parts.skills(PROGRESS, name=CHILD.name),
                parts.last_work(PROGRESS, name=CHILD.name),
                parts.switches(CHILD, on_viral=ChildState.viral, on_switch=ChildState.switch),
                _linked(),
                class_name="stack-wide",
            ),
            kit.skeleton("title"),
            kit.skeleton("tile", 4),
        ),
        _questions(),
        here=routes.FAMILY,
    )


def _head() -> rx.Component:
    return rx.el.header(
        rx.el.h1(CHILD.name),
        rx.el.p(
            CHILD.grade,
            rx.cond(CHILD.sign_in_name, rx.fragment(" · signs in as ", CHILD.sign_in_name)),
            class_name="soft",
        ),
        class_name="stack-tight",
    )


def _linked() -> rx.Component:
    return kit.card(
        rx.el.h2("Who is linked to ", CHILD.name),
        kin.linked_parents(CHILD.linked, on_part=ChildState.part),
        kin.open_questions(
            CHILD.invited, title="Invited, not here yet", on_take_back=ChildState.take_back
        ),
        kin.invite_form(
            problem=ChildState.problem,
            link=ChildState.link,
            on_invite=ChildState.invite,
            hint="The other parent sees and decides the same as you. Leave it empty for a link "
            "that you hand over yourself.",
        ),
        parts.history(CHILD),
    )


def _questions() -> rx.Component:
    is_viral = ChildState.asks == "viral"
    return rx.fragment(
        kin.sure(
            title="Turn everything viral off?",
            words="Invitations that are open stop working at once, and nothing shows your child to "
            "others. You can turn single things on again.",
            yes="Turn it off",
            is_open=is_viral,
            on_settle=ChildState.settle,
        ),
        kin.sure(
            title="End this link?",
            words="They do not see your child's page any more. Without any parent left, what was "
            "switched here is as usual for the age again.",
            yes="End it",
            is_open=(ChildState.asks != "") & ~is_viral,
            on_settle=ChildState.settle,
        ),
    )


PAGES = (
    frame.Page(
        draw=family_child,
        route=routes.FAMILY_CHILD,
        title="Your child - vel_tutor",
        on_load=(*frame.ARRIVING, ChildState.begin, FriendWishState.begin),
    ),
)
