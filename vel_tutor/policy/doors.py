"""Who may come to the plain HTTP routes."""

from vel_tutor.policy.whom import GROWTH_READERS, PARENTS, UNLOCKED, Allowed
from vel_tutor.vocabulary import EVERYONE, MEMBERS, SIGNED_IN

ROUTES: dict[str, Allowed] = {
    "GET /achievements/{achievement}": EVERYONE,
    "GET /badge/{badge}/try": EVERYONE,
    "GET /badges/status/{number}": EVERYONE,
    "GET /badges/{badge}.jwt": SIGNED_IN,
    "GET /cards/{card}.png": EVERYONE,
    "GET /challenge/{token}": EVERYONE,
    "GET /exports/k-factor.csv": GROWTH_READERS,
    "GET /healthz": EVERYONE,
    "GET /issuer": EVERYONE,
    "GET /issuer/keys": EVERYONE,
    "DELETE /mcp": EVERYONE,
    "GET /mcp": EVERYONE,
    "POST /mcp": EVERYONE,
    "GET /rally/{token}": EVERYONE,
    "GET /readyz": EVERYONE,
    "GET /rescue/{token}": EVERYONE,
    "GET /s/{code}": EVERYONE,
    "GET /s/{code}/qr.svg": EVERYONE,
    "POST /session/age": EVERYONE,
    "POST /session/ask-new-password": UNLOCKED,
    "POST /session/change-password": MEMBERS,
    "POST /session/give-consent": EVERYONE,
    "POST /session/new-child": PARENTS,
    "POST /session/revoke-consent": EVERYONE,
    "POST /session/set-password": UNLOCKED,
    "POST /session/sign-in": EVERYONE,
    "POST /session/sign-out": EVERYONE,
    "POST /session/sign-out-everywhere": MEMBERS,
    "POST /session/sign-up": EVERYONE,
    "GET /sign-up/parent/{token}": EVERYONE,
    "GET /unsubscribe/{token}": EVERYONE,
    "POST /unsubscribe/{token}": EVERYONE,
}
