"""What the link of a rescue says, in every form it travels in."""

from vel_tutor.domain.attribution import LinkView
from vel_tutor.domain.loops import invite
from vel_tutor.domain.loops.rescue.views import RiskView
from vel_tutor.domain.loops.views import ShareView

_SUBJECT = "Practise 10 questions with me?"


def share(link: LinkView, risk: RiskView) -> ShareView:
    """The call for company; of a streak it speaks only when one ends soon."""
    return invite.ways(link, text=text(risk), subject=_SUBJECT)


def text(risk: RiskView) -> str:
    """What whoever asks says, with the reward told where everybody reads it."""
    asks = f"My {risk.streak}-day streak ends soon! " if risk.is_at_risk else ""
    return f"{asks}Practise 10 questions with me? {invite.DISCLOSURE}"
