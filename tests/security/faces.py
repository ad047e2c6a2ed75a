"""How to become each of those who may knock."""

from collections.abc import Callable

from tests import people
from vel_tutor.core.settings import settings
from vel_tutor.domain import accounts
from vel_tutor.domain.accounts import Browser, SignedIn
from vel_tutor.vocabulary import Role, Standing


def cookie(signed_in: SignedIn) -> str:
    """The Cookie header of a browser that is signed in."""
    return f"{settings().session_cookie}={signed_in.token}"


def _child() -> SignedIn:
    signed_in = people.child("Leacanary", "pat.of.lea@example.org")
    accounts.give_consent(people.mailed_link("consent", to="pat.of.lea"), Browser())
    return signed_in


SIGN_UP: dict[Standing, Callable[[], SignedIn]] = {
    Standing.LOCKED_CHILD: lambda: people.child("Mincanary", "pat.of.min@example.org"),
    Standing.CHILD: _child,
    Standing.TEEN: lambda: people.student("Adacanary"),
    Standing.ADULT: lambda: people.student("Eddacanary", years=25),
    Standing.PARENT: lambda: people.parent("Patcanary"),
    Standing.TUTOR: lambda: people.staff("Tesscanary", Role.TUTOR),
    Standing.PRODUCT_MANAGER: lambda: people.staff("Pamcanary", Role.PRODUCT_MANAGER),
    Standing.COMPLIANCE: lambda: people.staff("Cocanary", Role.COMPLIANCE),
    Standing.TRUST_SAFETY: lambda: people.staff("Samcanary", Role.TRUST_SAFETY),
    Standing.ADMIN: lambda: people.staff("Admcanary", Role.ADMIN),
}
"""How to become each of those one has to sign in as."""
