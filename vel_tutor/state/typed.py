"""What somebody typed into a form that was sent back, and why it was."""

from typing import Any

from reflex.istate.data import RouterData

from vel_tutor import routes
from vel_tutor.core.settings import FORM_COOKIE, FORM_KEPT
from vel_tutor.core.signing import Purpose, unseal
from vel_tutor.domain import accounts
from vel_tutor.domain.accounts import ProblemView
from vel_tutor.state.guard import cookie


def asked(router: RouterData, name: str) -> str:
    """The value of `name` in the page's address, as anybody may have written it."""
    return str(router.url.query_parameters.get(name, ""))


def problem(router: RouterData) -> ProblemView:
    """What kept the form from going through; words of ours, whatever the address says."""
    return accounts.problem(asked(router, "problem"))


def again(router: RouterData) -> dict[str, str]:
    """The fields to show once more, without secrets; none unless the form came back just now."""
    if not asked(router, "problem"):
        return {}
    sealed: Any = unseal(Purpose.FORM_ECHO, cookie(router.headers.cookie, FORM_COOKIE), FORM_KEPT)
    return {str(name): str(value) for name, value in sealed.items()} if sealed else {}


def onward(router: RouterData) -> str:
    """Where the person wants to go afterwards; nothing unless it is a page of this app."""
    path = routes.local(asked(router, "next"))
    return "" if path == routes.HOME else path
