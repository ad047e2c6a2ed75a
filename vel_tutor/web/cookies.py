"""Cookies: all HttpOnly, SameSite=Lax, and Secure where the app is reached by https."""

from datetime import timedelta

from starlette.responses import Response

from vel_tutor.core.settings import DEVICE_COOKIE, settings
from vel_tutor.domain.accounts import SignedIn

_DEVICE_KEPT = timedelta(days=365)


def keep(response: Response, name: str, value: str, age: timedelta) -> None:
    """Set the cookie `name` for `age`."""
    response.set_cookie(
        name,
        value,
        max_age=int(age.total_seconds()),
        path="/",
        secure=settings().https,
        httponly=True,
        samesite="lax",
    )


def drop(response: Response, *names: str) -> None:
    """Take cookies away, with the attributes they were set with."""
    for name in names:
        response.delete_cookie(
            name, path="/", secure=settings().https, httponly=True, samesite="lax"
        )


def keep_sign_in(response: Response, signed_in: SignedIn) -> None:
    """Hand over the secrets of a fresh sign-in."""
    config = settings()
    keep(
        response,
        config.session_cookie,
        signed_in.token,
        timedelta(seconds=signed_in.max_age_s),
    )
    keep(response, DEVICE_COOKIE, signed_in.device_token, _DEVICE_KEPT)
