"""Ways to send an invitation. What it says, and the reward it discloses, come from outside."""

from typing import Any

import reflex as rx

from vel_tutor.components.kit.buttons import button, link_button
from vel_tutor.components.kit.words import Deed, Words
from vel_tutor.components.react.share import CAN_SHARE, in_address, open_share_sheet
from vel_tutor.vocabulary import Channel


def share_row(url: rx.Var[str], words: rx.Var[str], *, title: Words, on_share: Any) -> rx.Component:
    """The device's share sheet where there is one, then WhatsApp, SMS, e-mail and copy.

    Args:
        words: the invitation without its address; must disclose the reward.
        on_share: event taking a `Channel` value, told when a way is pressed.
    """
    whole = in_address(words.to(str) + " " + url.to(str))
    return rx.el.div(
        rx.cond(
            CAN_SHARE,
            button(
                "Share",
                icon="share-2",
                size="wide",
                on_click=[open_share_sheet(title, words, url), *_told(on_share, Channel.NATIVE)],
            ),
        ),
        rx.el.div(
            _way(
                "WhatsApp",
                "message-circle",
                "https://wa.me/?text=" + whole,
                on_share,
                Channel.WHATSAPP,
            ),
            _way("Text message", "message-square", "sms:?&body=" + whole, on_share, Channel.SMS),
            _way(
                "E-mail",
                "mail",
                "mailto:?subject=" + in_address(title) + "&body=" + whole,
                on_share,
                Channel.EMAIL,
            ),
            button(
                "Copy link",
                kind="quiet",
                size="small",
                icon="copy",
                on_click=[rx.set_clipboard(url), *_told(on_share, Channel.COPY)],
            ),
            class_name="grid-share",
        ),
        class_name="stack",
    )


def _way(words: str, sign: str, href: Words, on_share: Deed, channel: Channel) -> rx.Component:
    return link_button(
        words,
        href=href,
        native=True,
        kind="quiet",
        size="small",
        icon=sign,
        target="_blank",
        rel="noopener noreferrer",
        on_click=_told(on_share, channel),
    )


def _told(on_share: Any, channel: Channel) -> list[Any]:
    return [on_share(channel.value)]
