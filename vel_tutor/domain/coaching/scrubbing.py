"""What a learner wrote, before it goes anywhere: people taken out, danger and rudeness noticed."""

import re

LONGEST = 300
_PEOPLE = (
    (re.compile(r"\S+@\S+"), "[e-mail]"),
    (re.compile(r"(?:https?://|www\.)\S+|\b[\w-]+\.(?:com|org|net|io|edu|gov|co|me|app|tv)\b\S*",
                re.IGNORECASE), "[link]"),
    (re.compile(r"@\w{2,}"), "[handle]"),
    (re.compile(r"(?<![\d.])\+?\(?\d{2,4}\)?[ .-]\d{3,4}[ .-]\d{3,5}(?!\d)|(?<!\d)\d{10,13}(?!\d)"),
     "[phone]"),
    (re.compile(r"\b\d{1,5}\s+(?:\w+\s){1,3}(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|"
                r"court|ct|boulevard|blvd|way|place)\b\.?", re.IGNORECASE), "[address]"),
    (re.compile(r"\b\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d{2}\b"), "[date]"),
    (re.compile(r"\b(?:[A-Z]\w+\s){1,3}(?:School|Elementary|Academy|College|High)\b"), "[school]"),
    (re.compile(r"\b(my name is|my name's|i am called|call me|i live (?:in|at|on)|i go to|"
                r"my (?:teacher|friend|mom|dad|sister|brother)(?: is| was| said)?)\s+"
                r"(?:[\w'-]+\s?){1,3}", re.IGNORECASE), r"\1 [name]"),
)  # fmt: skip
_CAPITAL = re.compile(r"\b[A-Z][a-z]{1,20}\b")
_USUAL = frozenset(
    [
        "I",
        "Is",
        "It",
        "Its",
        "In",
        "If",
        "So",
        "No",
        "Not",
        "Yes",
        "Ok",
        "Okay",
        "Why",
        "What",
        "How",
        "When",
        "Where",
        "Which",
        "Who",
        "Can",
        "Could",
        "Do",
        "Does",
        "Did",
        "The",
        "This",
        "That",
        "These",
        "Then",
        "There",
        "They",
        "We",
        "You",
        "Your",
        "My",
        "A",
        "An",
        "And",
        "But",
        "Or",
        "Because",
        "Maybe",
        "Please",
        "Help",
        "Me",
        "Hi",
        "Hello",
        "Thanks",
        "Thank",
        "Show",
        "Tell",
        "Give",
        "Explain",
        "Wait",
        "Sorry",
        "Are",
        "Was",
        "Let",
        "Add",
        "Divide",
        "Multiply",
        "Subtract",
        "First",
        "Next",
        "Now",
        "Should",
        "Would",
        "Will",
        "Just",
        "Like",
    ]
)
_DANGER = re.compile(
    r"\b(?:kill(?:ing)? my ?self|suicid\w*|end my life|want(?:ed)? to die|wanna die|don'?t want to "
    r"(?:live|be alive|exist)|hurt(?:ing)? my ?self|self[- ]?harm\w*|cut(?:ting)? my ?self|"
    r"(?:hits?|beats?|hurts?|touch(?:es|ed)|abus\w+) me|kms|not safe at home|"
    r"(?:scared|afraid) to go home|better off (?:dead|without me)|no reason to live|"
    r"run(?:ning)? away from home)\b",
    re.IGNORECASE,
)
_AT_HOME = re.compile(
    r"\b(?:(?:hits?|beats?|hurts?|touch(?:es|ed)|abus\w+) me|not safe at home|"
    r"(?:scared|afraid) to go home|run(?:ning)? away from home|mom|mum|mother|dad|father|"
    r"parents?|step\w+|uncle|home)\b",
    re.IGNORECASE,
)
"""Those who would be told may be those who are feared: somebody on the staff looks first."""
_RUDE = re.compile(
    r"\b(?:f+u+c+k\w*|sh[i1]t\w*|b[i1]tch\w*|porn\w*|nudes?|sexy?|naked|asshole|cunt|slut|whore|"
    r"n[i1]gg\w*|fag\w*|retard\w*|weed|cocaine|meth|heroin|vodka|beer|bomb|gun|shoot|rape\w*|"
    r"boyfriend|girlfriend|meet me|date me|snapchat|instagram|tiktok|discord|whatsapp)\b",
    re.IGNORECASE,
)


def in_danger(text: str) -> bool:
    """Whether somebody may be in danger, or says so."""
    return bool(_DANGER.search(text))


def speaks_of_home(text: str) -> bool:
    """Whether words of danger may be about those the learner lives with."""
    return bool(_AT_HOME.search(text))


def unfit(text: str) -> bool:
    """Whether `text` holds what has no place in a lesson."""
    return bool(_RUDE.search(text))


def without_people(text: str, *, known: str, name: str = "") -> str:
    """`text` without addresses, numbers one can be called at, names and places.

    Args:
        known: the question; names in it are part of it.
        name: the writer's first name, taken out however it is written.
    """
    for pattern, instead in _PEOPLE:
        text = pattern.sub(instead, text)
    if name:
        text = re.sub(rf"\b{re.escape(name)}\b", "[name]", text, flags=re.IGNORECASE)
    usual = _USUAL | set(_CAPITAL.findall(known))
    return _CAPITAL.sub(lambda found: found[0] if found[0] in usual else "[name]", text)[:LONGEST]
