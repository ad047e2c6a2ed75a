"""What friends refuse, and why."""

from vel_tutor.core.errors import NotAllowed, Refusal
from vel_tutor.domain.friends import rules


class CodeOdd(Refusal):
    """Wrong, old, own, blocked and barred codes are the same answer, so that none can be probed."""

    words = "This code leads to nobody you can ask. Check it together with your friend."
    code = "code_odd"


class FriendsOff(NotAllowed):
    words = "Friends are switched off for your account. A linked parent can switch them on."
    code = "friends_off"


class FriendsFull(Refusal):
    words = f"You have {rules.MOST_FRIENDS} friends, which is the most there is room for."
    code = "friends_full"


class TheirsFull(Refusal):
    words = "They have no room for one more friend at the moment."
    code = "theirs_full"


class AskedMany(Refusal):
    words = "Many of your questions still wait for an answer. Take one back first."
    code = "asked_many"
