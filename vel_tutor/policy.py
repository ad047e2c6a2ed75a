"""Who may call what. Whatever is not listed here is refused before it runs.

`HANDLERS` names every event handler as "StateClass.method", `ROUTES` every plain HTTP route as
"METHOD /path". Being listed opens the door; the handler still asks who is acting, and the domain
still asks whose row it is.
"""

from vel_tutor.vocabulary import EVERYONE, Standing

Allowed = frozenset[Standing]

HANDLERS: dict[str, Allowed] = {}

ROUTES: dict[str, Allowed] = {
    "GET /healthz": EVERYONE,
    "GET /readyz": EVERYONE,
}
