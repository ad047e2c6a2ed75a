"""Sending a challenge. What it says, and the reward it tells of, come from the server."""

from typing import Any, cast

import reflex as rx
from reflex.vars import ObjectVar

from vel_tutor.components import kit
from vel_tutor.components.kit.words import Deed, Words
from vel_tutor.components.react.share import CAN_SHARE, open_share_sheet
from vel_tutor.domain.diagnostics.views import NextStepView, ResultsView
from vel_tutor.domain.loops.views import ShareView
from vel_tutor.vocabulary import Channel

OPENER = "challenge-a-friend"


def share_ways(
    invitation: rx.Var[Any],
    *,
    has_qr: rx.Var[bool],
    on_share: Any,
    with_facebook: bool = False,
) -> rx.Component:
    """The device's share sheet where there is one, then each way by itself, then a QR code.

    Args:
        invitation: a `ShareView`.
        on_share: event taking the id of the link and a `Channel`: told when a way has been taken.
    """
    share = cast("ObjectVar[ShareView]", invitation.to(ShareView))

    def told(channel: Channel) -> Any:
        return on_share(share.link_id, channel.value)

    return rx.el.div(
        rx.el.blockquote(share.text, class_name="card-flat small"),
        rx.cond(
            CAN_SHARE,
            kit.button(
                "Share",
                icon="share-2",
                size="wide",
                on_click=open_share_sheet(
                    share.subject,
                    share.text,
                    share.native_url,
                    on_sent=told(Channel.NATIVE),
                ),
            ),
        ),
        rx.el.div(
            _way("WhatsApp", "message-circle", share.whatsapp, told(Channel.WHATSAPP)),
            _way("Text", "message-square", share.sms, told(Channel.SMS)),
            _way("E-mail", "mail", share.email, told(Channel.EMAIL)),
            _way("Facebook", "thumbs-up", share.facebook, told(Channel.SOCIAL))
            if with_facebook
            else rx.fragment(),
            kit.button(
                "Copy link",
                kind="quiet",
                size="small",
                icon="copy",
                on_click=[rx.set_clipboard(share.copy_text), told(Channel.COPY)],
            ),
            kit.button(
                "QR code",
                kind="quiet",
                size="small",
                icon="qr-code",
                aria_expanded=has_qr,
                on_click=told(Channel.QR),
            ),
            class_name="grid-share",
        ),
        rx.cond(
            has_qr,
            rx.el.img(
                src=share.qr,
                alt="QR code: your friend points a camera at it",
                class_name="qr",
                custom_attrs={"width": 200, "height": 200},
            ),
        ),
        class_name="stack",
    )


def _way(words: str, sign: str, href: Words, told: Deed) -> rx.Component:
    return kit.link_button(
        words,
        href=href,
        native=True,
        kind="quiet",
        size="small",
        icon=sign,
        target="_blank",
        rel="noopener noreferrer",
        on_click=told,
    )


def challenge_prompt(
    percent: rx.Var[int], *, is_offered: rx.Var[bool], on_challenge: Deed, card: rx.Component
) -> rx.Component:
    """The main call after a finished deck; for children it is not there at all."""
    return rx.cond(
        is_offered,
        kit.card(
            rx.el.h2(
                rx.cond(
                    percent.to(int) >= 50,
                    "You scored " + percent.to(str) + "%! Think your friend can beat it?",
                    "Play these with a friend: who gets more right?",
                )
            ),
            card,
            kit.button(
                "Challenge a friend",
                icon="swords",
                size="wide",
                id=OPENER,
                on_click=on_challenge,
            ),
            rx.el.p(
                "Five questions, no account needed. If your friend joins, you both get a streak "
                "shield.",
                class_name="soft small",
            ),
        ),
    )


def test_prompt(
    results: rx.Var[Any],
    *,
    is_offered: rx.Var[bool],
    on_challenge: Deed,
    on_study: Any,
    card: rx.Component,
) -> rx.Component:
    """After a test: a challenge where the result may be shown, and company for what comes next.

    Args:
        results: a `diagnostics.ResultsView`; a parent's view of a child's test offers nothing.
        on_study: event taking the skill to practise together.
    """
    found = cast("ObjectVar[ResultsView]", results.to(ResultsView))
    steps = found.next_steps.to(list[NextStepView])
    return rx.cond(
        is_offered & (found.whose == ""),
        kit.card(
            rx.cond(
                found.may_share,
                rx.fragment(
                    rx.el.h2(
                        "You scored ", found.domain_percent, "%! Think your friend can beat it?"
                    ),
                    card,
                    kit.button(
                        "Challenge a friend",
                        icon="swords",
                        size="wide",
                        id=OPENER,
                        on_click=on_challenge,
                    ),
                ),
                rx.el.h2("Learning goes better together"),
            ),
            rx.cond(
                steps.length() > 0,
                kit.button(
                    rx.el.span("Study together: ", steps[0].name),
                    kind="quiet",
                    icon="users",
                    size="wide",
                    on_click=on_study(steps[0].skill),
                ),
            ),
            rx.el.p(
                "Five questions, no account needed. If your friend joins, you both get a streak "
                "shield.",
                class_name="soft small",
            ),
        ),
    )


def share_dialog(
    ways: rx.Component,
    *,
    is_open: rx.Var[bool],
    on_change: Deed,
    page: rx.Var[str] | None,
    opener: str = OPENER,
) -> rx.Component:
    """The ways to send it, over the results; see `kit.dialog` for `opener`.

    Args:
        page: where the sender sees how it goes, if there is such a page.
    """
    return kit.dialog(
        ways,
        rx.fragment()
        if page is None
        else kit.link_button("See who plays", href=page, native=True, kind="bare", icon="eye"),
        title="Invite a friend",
        words="Send it to somebody you know. They see what it says here and a made-up name.",
        is_open=is_open,
        on_change=on_change,
        opener=opener,
    )


def card_preview(address: Words) -> rx.Component:
    """The picture that goes along with a link."""
    return rx.el.img(
        src=address,
        alt="Your share card: the score and the skill, no name",
        loading="lazy",
        class_name="share-card",
        custom_attrs={"width": 1200, "height": 630},
    )
