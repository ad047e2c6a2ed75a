"""Channels, campaigns, crawlers and credit: pure decisions about invitations."""

import re
from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from vel_tutor.vocabulary import Channel, Hold, LoopKind, Match

CREDIT_WINDOW = timedelta(days=30)
"""The first valid click within this time before joining is credited."""
SAME_VISIT = timedelta(minutes=30)
"""A link opened this short before joining was opened for it."""
LIKELY_WINDOW = timedelta(hours=2)
"""How long a guest who was seen at an address may be the one who joins there."""
TRACES_KEPT = timedelta(days=30)
DEVICE_SIGN_UPS = 3
DEVICE_WINDOW = timedelta(days=7)
"""More sign-ups than this from one device within the window wait for review (PRD, compliance)."""
LONGEST_CAMPAIGN = 64

_CAMPAIGN = re.compile(rf"[a-z0-9_]{{1,{LONGEST_CAMPAIGN}}}")
_CRAWLER = re.compile(
    r"(?<!cu)bot\b|crawl|spider|preview|facebookexternalhit|facebookcatalog|facebot|whatsapp/|"
    r"slack-imgproxy|^viber|kakaotalk-scrap|embedly|iframely|vkshare|pinterest/0|"
    r"google-pagerenderer|google-inspectiontool|mastodon|pleroma|synapse|"
    r"^curl/|^wget/|^python|httpx|aiohttp|^okhttp|^go-http-client|^java/",
    re.IGNORECASE,
)
"""Cubot is a make of telephone; apps with a browser inside say "Twitter for" or "Snapchat"."""


def travelled_by(source: str, medium: str, campaign: str) -> Channel | None:
    """The channel that the UTM words of an address name, or None if any of them is not ours.

    Loop and campaign stand in the link's own row, so an address cannot say something else.
    """
    known = (
        source in set(Channel)
        and medium in set(LoopKind)
        and _CAMPAIGN.fullmatch(campaign) is not None
    )
    return Channel(source) if known else None


def is_crawler(user_agent: str) -> bool:
    """Whether a program that draws link previews, or none that says its name, is asking."""
    return not user_agent or bool(_CRAWLER.search(user_agent))


CONFIDENCE: dict[Match, float] = {
    Match.TOKEN: 1.0,
    Match.ACCOUNT: 1.0,
    Match.COOKIE: 0.95,
    Match.PROBABILISTIC: 0.5,
}
"""How sure each kind of match is; design values, for reports."""


def match(age: timedelta, *, was_kept: bool) -> Match:
    """How the opening of a link, `age` before the joining, is known to be this person's."""
    if was_kept:
        return Match.ACCOUNT
    return Match.TOKEN if age <= SAME_VISIT else Match.COOKIE


def invitee_key(visitor_id: str | None, user_id: UUID | None) -> str:
    """Under what name an invitee is counted once: the visitor they were first, else the user.

    Raises:
        ValueError: neither is known.
    """
    if visitor_id:
        return f"v:{visitor_id}"
    if user_id is None:
        raise ValueError("an invitee is a visitor or a user")
    return f"u:{user_id}"


def hold(
    *, cluster: Iterable[UUID], referrer_id: UUID, ancestors: Iterable[UUID], recent_sign_ups: int
) -> Hold | None:
    """Why the reward of a new referral has to wait, if it has to.

    Args:
        cluster: the new account and every other account that used the same device.
        ancestors: who brought the referrer, and who brought them, up to the root.
        recent_sign_ups: accounts made on the device within `DEVICE_WINDOW`, with the new one.
    """
    same = set(cluster)
    if referrer_id in same:
        return Hold.SAME_DEVICE
    if same.intersection(ancestors):
        return Hold.REFERRAL_LOOP
    if recent_sign_ups > DEVICE_SIGN_UPS:
        return Hold.DEVICE_CROWDED
    return None
