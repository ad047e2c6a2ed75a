"""Everything that sets or takes the sign-in cookie, and the forms that lead to it."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from vel_tutor import routes
from vel_tutor.core.settings import FORM_COOKIE, GATE_COOKIE, settings
from vel_tutor.domain import accounts, safety
from vel_tutor.domain.accounts import GATE_KEPT, NewAccount, NewChild, SignedIn, SoundsLikeAChild
from vel_tutor.vocabulary import Standing
from vel_tutor.web import cookies
from vel_tutor.web.forms import Typed, actor, actor_or_none, browser, onward, posted, see

CLEAR_TAB = {"Clear-Site-Data": '"storage"'}
"""Ends the tab's client token, so that whoever comes next does not see this person's screens."""


@posted(lambda _: routes.SIGN_UP)
async def pass_gate(request: Request, typed: Typed) -> Response:
    """The date of birth: nothing else has been asked yet, and nothing is stored."""
    if here := await actor_or_none(request):
        return see(_home_of(here.standing))
    await run_in_threadpool(safety.spend, safety.AGE_GATE, browser(request).address)
    before = request.cookies.get(GATE_COOKIE, "")
    passed = accounts.pass_gate(_of(typed, "day"), _of(typed, "month"), _of(typed, "year"), before)
    response = see(routes.SIGN_UP_ACCOUNT, next=onward(typed))
    cookies.keep(response, GATE_COOKIE, passed, GATE_KEPT)
    return response


@posted(lambda _: routes.SIGN_UP_ACCOUNT)
async def sign_up(request: Request, typed: Typed) -> Response:
    """The account itself, for whoever came through the gate; once, however often it is pressed."""
    if here := await actor_or_none(request):
        return see(_home_of(here.standing))
    gate = accounts.open_gate(request.cookies.get(GATE_COOKIE, ""))
    if gate is None:
        return see(routes.SIGN_UP, problem="gate", next=onward(typed))
    form = NewAccount(
        first_name=_of(typed, "first_name"),
        email=_of(typed, "email"),
        parent_email=_of(typed, "parent_email"),
        password=_of(typed, "password"),
        time_zone=_of(typed, "time_zone"),
        grade=_of(typed, "grade"),
        role=typed.get("role", "student"),
    )
    try:
        signed_in = await run_in_threadpool(accounts.sign_up, form, gate, browser(request))
    except SoundsLikeAChild as refusal:
        response = see(routes.SIGN_UP_ACCOUNT, problem=refusal.code, next=onward(typed))
        cookies.keep(response, GATE_COOKIE, accounts.as_child(gate), GATE_KEPT)
        return response
    response = _inside(signed_in, typed)
    if signed_in.standing is not Standing.LOCKED_CHILD:
        cookies.drop(response, GATE_COOKIE)
    return response


@posted(lambda _: routes.SIGN_IN)
async def sign_in(request: Request, typed: Typed) -> Response:
    """A name and a password; a child who waits has to sign out first."""
    here = await actor_or_none(request)
    if here is not None and here.standing is Standing.LOCKED_CHILD:
        return see(routes.WAITING)
    signed_in = await run_in_threadpool(
        accounts.sign_in, _of(typed, "name"), _of(typed, "password"), browser(request)
    )
    return _inside(signed_in, typed)


@posted(lambda _: routes.HOME)
async def sign_out(request: Request, typed: Typed) -> Response:
    """End this sign-in."""
    await run_in_threadpool(accounts.sign_out, browser(request).session_token)
    return _outside(routes.HOME)


@posted(lambda _: routes.SETTINGS)
async def sign_out_everywhere(request: Request, typed: Typed) -> Response:
    """End every sign-in of this person."""
    await run_in_threadpool(accounts.sign_out_everywhere, await actor(request))
    return _outside(routes.SIGN_IN)


@posted(lambda _: routes.RESET_ASK)
async def ask_reset(request: Request, typed: Typed) -> Response:
    """A forgotten password: the answer does not say whether there is such an account."""
    await run_in_threadpool(accounts.ask_reset, _of(typed, "name"), browser(request))
    response = see(routes.RESET_ASK, done="asked")
    cookies.drop(response, FORM_COOKIE)
    return response


@posted(lambda typed: routes.reset(_token(typed)))
async def set_password(request: Request, typed: Typed) -> Response:
    """A new password, by a mailed link."""
    await run_in_threadpool(accounts.reset_password, _token(typed), _of(typed, "password"))
    return _outside(f"{routes.SIGN_IN}?done=password")


@posted(lambda _: routes.SETTINGS)
async def change_password(request: Request, typed: Typed) -> Response:
    """A new password by somebody who knows the old one; every other device is signed out."""
    signed_in = await run_in_threadpool(
        accounts.change_password,
        await actor(request),
        _of(typed, "old_password"),
        _of(typed, "password"),
        browser(request),
    )
    response = see(routes.SETTINGS, done="password")
    cookies.keep_sign_in(response, signed_in)
    return response


@posted(lambda typed: routes.consent(_token(typed)))
async def give_consent(request: Request, typed: Typed) -> Response:
    """A parent says yes. Only this POST does it: mail scanners open every link."""
    await run_in_threadpool(accounts.give_consent, _token(typed), browser(request))
    return see(routes.CONSENT_DONE, done="given")


@posted(lambda typed: routes.revocation(_token(typed)))
async def revoke_consent(request: Request, typed: Typed) -> Response:
    """A parent says no, or no longer."""
    await run_in_threadpool(accounts.revoke_consent, _token(typed), browser(request))
    return see(routes.CONSENT_DONE, done="revoked")


@posted(lambda _: routes.NEW_CHILD)
async def add_child(request: Request, typed: Typed) -> Response:
    """A parent adds a child and allows the account."""
    form = NewChild(
        first_name=_of(typed, "first_name"),
        grade=_of(typed, "grade"),
        password=_of(typed, "password"),
    )
    await run_in_threadpool(accounts.add_child, await actor(request), form, browser(request))
    response = see(routes.NEW_CHILD)
    cookies.drop(response, FORM_COOKIE)
    return response


def web_routes() -> list[Route]:
    """The routes of this module."""
    handlers = {
        routes.AGE: pass_gate,
        routes.JOIN: sign_up,
        routes.ENTER: sign_in,
        routes.LEAVE: sign_out,
        routes.LEAVE_EVERYWHERE: sign_out_everywhere,
        routes.ASK_RESET: ask_reset,
        routes.SET_PASSWORD: set_password,
        routes.CHANGE_PASSWORD: change_password,
        routes.GIVE_CONSENT: give_consent,
        routes.ADD_CHILD: add_child,
        routes.REVOKE_CONSENT: revoke_consent,
    }
    return [Route(path, handler, methods=["POST"]) for path, handler in handlers.items()]


def _inside(signed_in: SignedIn, typed: Typed) -> Response:
    """On to where the person wanted to go, signed in."""
    response = see(_home_of(signed_in.standing, onward(typed)))
    cookies.keep_sign_in(response, signed_in)
    cookies.drop(response, FORM_COOKIE)
    return response


def _home_of(standing: Standing, wanted: str = "") -> str:
    """Where somebody goes who has signed in: a child who waits can only wait."""
    home = accounts.home_of(standing)
    return home if standing is Standing.LOCKED_CHILD else wanted or home


def _outside(path: str) -> Response:
    """Out, with nothing of the person left in the tab."""
    response = see(path)
    response.headers.update(CLEAR_TAB)
    cookies.drop(response, settings().session_cookie, FORM_COOKIE)
    return response


def _of(typed: Typed, name: str) -> str:
    return typed.get(name, "").strip() if "password" not in name else typed.get(name, "")


def _token(typed: Typed) -> str:
    """A mailed token as it may stand in a path; nothing for anything else."""
    token = typed.get("token", "")
    return token if token.replace("-", "").replace("_", "").isalnum() and token.isascii() else ""
