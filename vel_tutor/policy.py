"""Who may call what. Whatever is not listed here is refused before it runs.

`HANDLERS` names every event handler as "StateClass.method", `ROUTES` every plain HTTP route as
"METHOD /path". Being listed opens the door; the handler still asks who is acting, and the domain
still asks whose row it is.
"""

from vel_tutor.vocabulary import EVERYONE, MEMBERS, STUDENTS, Standing

Allowed = frozenset[Standing]
UNLOCKED: Allowed = EVERYONE - {Standing.LOCKED_CHILD}

HANDLERS: dict[str, Allowed] = {
    "ArrivalState.arrive": EVERYONE,
    "ChooseState.begin": STUDENTS,
    "ChooseState.choose_grade": STUDENTS,
    "ChooseState.choose_subject": STUDENTS,
    "ChooseState.drop": STUDENTS,
    "ChooseState.start": STUDENTS,
    "FrontDoorState.enter": EVERYONE,
    "HeaderState.enter": MEMBERS,
    "NoticeState.dismiss": EVERYONE,
    "NoticeState.show": EVERYONE,
    "PlayState.answer": STUDENTS,
    "PlayState.begin": STUDENTS,
    "PlayState.go_on": STUDENTS,
    "PlayState.hint": STUDENTS,
    "PlayState.reveal": STUDENTS,
    "ResultsState.again": STUDENTS,
    "ResultsState.begin": STUDENTS,
    "TodayState.load": MEMBERS,
}

ROUTES: dict[str, Allowed] = {
    "POST /session/age": frozenset({Standing.ANONYMOUS}),
    "POST /session/sign-up": frozenset({Standing.ANONYMOUS}),
    "POST /session/sign-in": UNLOCKED,
    "POST /session/sign-out": EVERYONE,
    "POST /session/sign-out-everywhere": MEMBERS,
    "POST /session/ask-new-password": UNLOCKED,
    "POST /session/set-password": UNLOCKED,
    "POST /session/change-password": MEMBERS,
    "POST /session/give-consent": EVERYONE,
    "POST /session/revoke-consent": EVERYONE,
    "GET /s/{code}": EVERYONE,
    "GET /s/{code}/qr.svg": EVERYONE,
    "GET /challenge/{token}": EVERYONE,
    "GET /cards/{card}.png": EVERYONE,
    "GET /healthz": EVERYONE,
    "GET /readyz": EVERYONE,
}
