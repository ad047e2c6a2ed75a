"""Who may call what. Whatever is not listed here is refused before it runs.

`HANDLERS` names every event handler as "StateClass.method", `ROUTES` every plain HTTP route as
"METHOD /path". Being listed opens the door; the handler still asks who is acting, and the domain
still asks whose row it is.
"""

from vel_tutor.policy.company import COMPANY
from vel_tutor.policy.doors import ROUTES
from vel_tutor.policy.growth import GROWTH
from vel_tutor.policy.learning import LEARNING
from vel_tutor.policy.people import PEOPLE
from vel_tutor.policy.whom import Allowed

__all__ = ["HANDLERS", "ROUTES", "Allowed"]

HANDLERS: dict[str, Allowed] = PEOPLE | LEARNING | GROWTH | COMPANY
