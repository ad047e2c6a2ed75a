"""How often is too often: every limit of the app that is not about single frames."""

from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address, ip_network

HOME_NETWORK_BITS = 64
"""What one IPv6 household has at the least; it can change the rest at will."""


@dataclass(frozen=True)
class Limit:
    """At most `times` tries within `seconds` for one key.

    A `strict` limit goes on counting in PostgreSQL when Redis is away; one that is not lets
    everybody through until Redis is back.
    """

    name: str
    times: int
    seconds: int
    strict: bool = True


HOUR = 3600
DAY = 24 * HOUR

SIGN_IN_ACCOUNT = Limit("sign_in_account", times=10, seconds=HOUR)
"""For one account: once for all strangers together, once for each browser it has used."""
SIGN_IN_ADDRESS = Limit("sign_in_address", times=200, seconds=HOUR)
"""For one network address; a school class signs in from one."""
SIGN_UP_ADDRESS = Limit("sign_up_address", times=60, seconds=HOUR)
RESET_ACCOUNT = Limit("reset_account", times=3, seconds=HOUR)
RESET_ADDRESS = Limit("reset_address", times=30, seconds=HOUR)
AGE_GATE = Limit("age_gate", times=120, seconds=HOUR, strict=False)
PARENT_EMAIL = Limit("parent_email", times=8, seconds=DAY)
"""Consent mails to one parent's address, from however many children: a mailbox is not a target."""
FAMILY_ASKING = Limit("family_asking", times=10, seconds=DAY)
"""Asking for children and inviting parents, for one account."""
FAMILY_ASKED = Limit("family_asked", times=10, seconds=DAY)
"""Being asked for, for one name that was typed, from however many accounts."""
ADVICE_TOKEN = Limit("advice_token", times=120, seconds=60, strict=False)
"""Requests of one program outside to the advisers."""
ADVICE_ADDRESS = Limit("advice_address", times=20, seconds=HOUR)
"""Wrong tokens for the advisers from one network address."""
REDEEM = Limit("redeem", times=60, seconds=HOUR)
"""Buying and undoing in the shop, for one account."""
FIRST_VALUE_ADDRESS = Limit("first_value_address", times=5, seconds=HOUR)
"""First-value moments of guests at one network address; more only hold the reward, as a class may
share one."""
ROOM_OPENING = Limit("room_opening", times=5, seconds=DAY)
"""Rooms and watch-parties opened by one account."""
ROOM_INVITING = Limit("room_inviting", times=20, seconds=DAY)
"""Friends asked into rooms by one account."""
ROOM_JOINING = Limit("room_joining", times=60, seconds=HOUR)
"""Comings and goings of one account, lest a room blinks."""
ROOM_CHEERS = Limit("room_cheers", times=30, seconds=60, strict=False)
"""Signs given in rooms by one account."""

FRIEND_CODE = Limit("friend_code", times=30, seconds=HOUR)
"""Friend codes of others that one account looks at or types."""
FRIEND_ASK = Limit("friend_ask", times=20, seconds=DAY)

FEED_REACTION = Limit("feed_reaction", times=600, seconds=HOUR, strict=False)
"""What one account says to lines of the feed, and takes back."""
FRIEND_REPORT = Limit("friend_report", times=20, seconds=DAY)
"""Reports of one account about others."""
COACH_START = Limit("coach_start", times=30, seconds=HOUR, strict=False)
"""Conversations with the tutor that one learner begins."""
COACH_MOVE = Limit("coach_move", times=40, seconds=60, strict=False)
"""Moves of one learner in them: more than anybody reads."""

COMPANY = Limit("company", times=60, seconds=HOUR, strict=False)
"""Joining friends at their decks, for one account."""


def network(address: str) -> str:
    """The network `address` is counted as: IPv4 as it is, IPv6 cut to its /64."""
    try:
        parsed = ip_address(address.split("%")[0])
    except ValueError:
        return address[:64]
    if not isinstance(parsed, IPv6Address):
        return str(parsed)
    if parsed.ipv4_mapped:
        return str(parsed.ipv4_mapped)
    return str(ip_network((parsed, HOME_NETWORK_BITS), strict=False).network_address)
