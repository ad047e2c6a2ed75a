"""The words of every notification, made from its kind and numbers when it is read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from vel_tutor.vocabulary import LeagueTier
from vel_tutor.vocabulary import NotificationKind as Kind


@dataclass(frozen=True)
class Saying:
    """A headline and a sentence."""

    title: str
    words: str


NOTHING_PERSONAL = Saying("vel_tutor", "There is something new for you.")
"""What people under age read on a locked screen, where others may look on."""


def say(kind: Kind, data: Mapping[str, Any]) -> Saying:
    """What a notification of `kind` says."""
    saying = _SAYINGS[kind]
    return saying if isinstance(saying, Saying) else saying(data)


def _streak(data: Mapping[str, Any]) -> Saying:
    length = data.get("length", 2)
    if data.get("shields"):
        words = "One practice today keeps it going; otherwise a shield will."
    else:
        words = "One practice today keeps it going, alone or with a friend."
    return Saying(f"Your {length}-day streak is still open today", words)


def _pair(data: Mapping[str, Any]) -> Saying:
    words = "Practise today, and it counts for both of you."
    length = data.get("length", 1)
    days = "1 day" if length == 1 else f"{length} days"
    return Saying(f"Your friend has practised: {days} together so far", words)


def _rally(data: Mapping[str, Any]) -> Saying:
    words = f"Somebody you invited plays in your rally. +{data.get('xp', 50)} XP for both."
    return Saying("A new challenger", words)


def _league(data: Mapping[str, Any]) -> Saying:
    tier, rank = str(data.get("tier", "bronze")), data.get("rank", 0)
    tiers = list(LeagueTier)
    before = str(data.get("before", tier))
    if tier not in tiers or before not in tiers or tier == before:
        title = f"You play on in the {tier.title()} league"
        return Saying(title, f"You came in as #{rank}. A new week begins for everybody.")
    if tiers.index(LeagueTier(tier)) > tiers.index(LeagueTier(before)):
        return Saying(f"You moved up to {tier.title()}", f"#{rank} last week: well earned.")
    words = "A fresh start among people who practise about as much as you."
    return Saying(f"This week you play in {tier.title()}", words)


def _challenged(data: Mapping[str, Any]) -> Saying:
    who, percent = data.get("who", "A friend"), data.get("percent", 0)
    return Saying(f"{who} challenges you", f"{percent}% in {data.get('title', 'a deck')} to beat.")


def _room(data: Mapping[str, Any]) -> Saying:
    return Saying("A friend asks you into a room", f"{data.get('room', 'A room')} is open for you.")


def _party(data: Mapping[str, Any]) -> Saying:
    name = data.get("room", "A watch-party")
    return Saying(f"{name} is about to begin", "The doors open ten minutes before.")


def _reward(data: Mapping[str, Any]) -> Saying:
    if data.get("xp"):
        return Saying(f"Your {data['xp']} XP have come", "Thank you for waiting while we looked.")
    if data.get("full"):
        words = "You hold the most there are already, so it stays at that. Thank you for waiting."
        return Saying("You earned a streak shield", words)
    return Saying("Your streak shield has come", "Thank you for waiting while we looked.")


def _growth(data: Mapping[str, Any]) -> Saying:
    loop = str(data.get("loop", "") or "all loops").replace("_", " ")
    alarm = str(data.get("alarm", "")).replace("_", " ")
    return Saying("Growth news", f"K of {loop} is {data.get('k', '?')}: {alarm}.")


_SAYINGS: dict[Kind, Saying | Callable[[Mapping[str, Any]], Saying]] = {
    Kind.STREAK_AT_RISK: _streak,
    Kind.FRIEND_JOINED: Saying("A friend joined", "Somebody you invited has an account now."),
    Kind.CHALLENGED: _challenged,
    Kind.RALLY_JOINED: _rally,
    Kind.LEAGUE_RESULT: _league,
    Kind.ROOM_INVITED: _room,
    Kind.PARTY_BEGINS: _party,
    Kind.FRIEND_ASKED: Saying("Somebody asks to be friends", "See who it is, and say yes or no."),
    Kind.FRIEND_ACCEPTED: Saying("You have a new friend", "They said yes. Keep a streak for two?"),
    Kind.FRIEND_LEAVE: Saying(
        "Your child would like a friend", "Nothing happens before you say yes."
    ),
    Kind.PAIR_ASKED: Saying("A streak for two?", "A friend would like to keep one with you."),
    Kind.PAIR_OPEN: _pair,
    Kind.BUDDY_CAME: Saying("Your buddy has come", "Ten questions are waiting for the two of you."),
    Kind.BUDDY_DONE: Saying(
        "You have done it together", "Look what you and your buddy got for it."
    ),
    Kind.REWARD_CAME: _reward,
    Kind.FAMILY_BEGAN: Saying(
        "Your friend signed up", "Their child has begun. A class pass is on its way: seven days."
    ),
    Kind.FAMILY_REWARDED: Saying(
        "Your friend signed up. You've earned 1 free class pass", "Choose a class to use it for."
    ),
    Kind.CLASS_CALLED_OFF: Saying("A class was called off", "Your pass is yours again."),
    Kind.FAMILY_ASKED: Saying(
        "A parent asks to be linked", "See who it is, and say yes or no. Nothing is shown before."
    ),
    Kind.FAMILY_LINKED: Saying("You are linked as family", "See who sees and decides what."),
    Kind.WEEKLY_PROGRESS: Saying(
        "The week of your children", "What was learned, and what comes next."
    ),
    Kind.K_FACTOR: _growth,
    Kind.REPORT_SEEN: Saying(
        "We looked into it", "Somebody here has looked at what you reported. Thank you."
    ),
    Kind.HOUSE_WARNING: Saying(
        "Something you did was not all right for others",
        "Somebody told us, and we have looked. Please be kind and honest with everybody here.",
    ),
    Kind.MEETING_STOPPED: Saying(
        "Meeting others is switched off",
        "We have looked into what was reported, and switched off friends, rooms and boards for "
        "now. Learning goes on as ever.",
    ),
    Kind.CHILD_IN_NEED: Saying(
        "Please make time for your child today",
        "Something your child wrote to the tutor sounded as if they are having a hard time. We do "
        "not pass on what they wrote. The tutor told them where to find help. Ask how they are, "
        "listen, and let them know that it is good to talk. In danger, call your emergency "
        "number. In the US you can call or text 988 at any hour; elsewhere, findahelpline.com "
        "lists people who listen.",
    ),
}

CALLED = {
    Kind.STREAK_AT_RISK: "My streak is still open today",
    Kind.FRIEND_JOINED: "A friend I invited joined",
    Kind.CHALLENGED: "A friend challenges me back, or once more",
    Kind.RALLY_JOINED: "Somebody joined my rally",
    Kind.LEAGUE_RESULT: "A week of my league is over",
    Kind.ROOM_INVITED: "A friend asks me into a room",
    Kind.PARTY_BEGINS: "A watch-party I chose is about to begin",
    Kind.FRIEND_ASKED: "Somebody asks to be my friend",
    Kind.FRIEND_ACCEPTED: "Somebody I asked is my friend now",
    Kind.FRIEND_LEAVE: "My child would like a friend",
    Kind.PAIR_ASKED: "A friend would like a streak for two",
    Kind.PAIR_OPEN: "A friend has practised, and our streak waits for me",
    Kind.BUDDY_CAME: "A friend I called to practise has come",
    Kind.BUDDY_DONE: "A friend and I have practised together",
    Kind.REWARD_CAME: "A reward that was held has come",
    Kind.FAMILY_BEGAN: "A family I invited has begun",
    Kind.FAMILY_REWARDED: "I have a new class pass",
    Kind.CLASS_CALLED_OFF: "A class was called off",
    Kind.FAMILY_ASKED: "A parent asks to be linked",
    Kind.FAMILY_LINKED: "A parent was linked",
    Kind.WEEKLY_PROGRESS: "The week of my children",
    Kind.K_FACTOR: "A K-factor crossed its mark",
    Kind.REPORT_SEEN: "Something I reported was looked at",
    Kind.HOUSE_WARNING: "A word from the house about what I do",
    Kind.MEETING_STOPPED: "Meeting others was switched off",
    Kind.CHILD_IN_NEED: "My child may need me",
}
"""How the settings call each kind."""
