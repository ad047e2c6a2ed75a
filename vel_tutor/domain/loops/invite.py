"""An invitation in every form it travels in, and what its link tells about itself."""

from urllib.parse import quote, urlencode

from vel_tutor import routes
from vel_tutor.core.settings import settings
from vel_tutor.domain.attribution import LinkView
from vel_tutor.domain.loops import rules
from vel_tutor.domain.loops.views import PreviewView, ShareView
from vel_tutor.models.loops import Challenge
from vel_tutor.vocabulary import Channel

_TEXT_LIMIT = 120
"""Characters a reader surely sees of a message; the reward is told within them."""
DISCLOSURE = "I get a reward if you join."
"""In every invitation, word for word (growth: the reward is never hidden)."""


def share(challenge: Challenge, link: LinkView) -> ShareView:
    """The invitation to a challenge in every form it may be sent in."""
    return ways(link, text=_text(challenge), subject=_headline(challenge))


def ways(link: LinkView, *, text: str, subject: str) -> ShareView:
    """An invitation in every form it may be sent in.

    Args:
        text: what the sender says, the reward told within its first 120 characters.
        subject: of a mail, and the title of the device's own sheet.

    Raises:
        ValueError: the reward is not told where everybody reads it.
    """
    if DISCLOSURE not in text[:_TEXT_LIMIT]:
        raise ValueError("an invitation tells of the reward in what everybody reads")

    def with_link(channel: Channel) -> str:
        return f"{text} {_address(link, channel)}"

    mail = urlencode({"subject": subject, "body": with_link(Channel.EMAIL)}, quote_via=quote)
    return ShareView(
        link_id=str(link.id),
        text=text,
        subject=subject,
        native_url=_address(link, Channel.NATIVE),
        copy_url=_address(link, Channel.COPY),
        copy_text=with_link(Channel.COPY),
        whatsapp=f"https://wa.me/?text={quote(with_link(Channel.WHATSAPP))}",
        sms=f"sms:?&body={quote(with_link(Channel.SMS))}",
        email=f"mailto:?{mail}",
        facebook=f"https://www.facebook.com/sharer/sharer.php?"
        f"{urlencode({'u': _address(link, Channel.SOCIAL)})}",
        qr=routes.link_qr(link.code),
    )


def _text(challenge: Challenge) -> str:
    if challenge.percent is None:
        return study_text(challenge.title)
    return share_text(challenge.title, challenge.subject.title(), challenge.percent)


def study_text(skill: str) -> str:
    """What somebody says who wants company, with the reward told where everybody reads it."""
    for what in (skill, "this"):
        text = f"I'm practising {what}. Do it with me? {DISCLOSURE}"
        if len(text) <= _TEXT_LIMIT:
            break
    return text


def _headline(challenge: Challenge) -> str:
    if challenge.percent is None:
        return f"Practise {challenge.title} with me"
    return f"Can you beat {challenge.percent}%?"


def share_text(title: str, subject: str, percent: int) -> str:
    """What the sender says, with the reward told where everybody reads it."""
    for practised in (title, subject):
        text = f"I scored {percent}% in {practised}! Can you beat me? {DISCLOSURE}"
        if len(text) <= _TEXT_LIMIT:
            break
    return text


def qr_address(link: LinkView) -> str:
    """What the QR code of a link says."""
    return _address(link, Channel.QR)


def _address(link: LinkView, channel: Channel) -> str:
    utm = urlencode({"utm_source": channel, "utm_medium": link.loop, "utm_campaign": link.campaign})
    return f"{settings().public_url}{routes.short_link(link.code)}?{utm}"


def preview(challenge: Challenge, link: LinkView) -> PreviewView:
    """The challenge as a crawler may see it."""
    return PreviewView(
        link_id=str(link.id),
        sender_id=str(challenge.sender_id),
        path=routes.challenge(link.code),
        sender_path=routes.challenge_sent(challenge.id),
        headline=_preview_headline(challenge),
        description=(f"{rules.DECK_SIZE} questions, no account needed. Play, then compare scores."),
        card=routes.card(challenge.id),
    )


def _preview_headline(challenge: Challenge) -> str:
    if challenge.percent is None:
        return f"Practise {challenge.title} together"
    return f"Can you beat {challenge.percent}% in {challenge.title}?"
