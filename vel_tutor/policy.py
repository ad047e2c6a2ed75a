"""Who may call what. Whatever is not listed here is refused before it runs.

`HANDLERS` names every event handler as "StateClass.method", `ROUTES` every plain HTTP route as
"METHOD /path". Being listed opens the door; the handler still asks who is acting, and the domain
still asks whose row it is.
"""

from vel_tutor.vocabulary import EVERYONE, MEMBERS, SIGNED_IN, STUDENTS, Standing

Allowed = frozenset[Standing]
TEST_TAKERS: Allowed = STUDENTS | {Standing.PARENT}
UNLOCKED: Allowed = EVERYONE - {Standing.LOCKED_CHILD}

HANDLERS: dict[str, Allowed] = {
    "ArrivalState.arrive": EVERYONE,
    "ChooseState.begin": STUDENTS,
    "ChooseState.choose_grade": STUDENTS,
    "ChooseState.choose_subject": STUDENTS,
    "ChooseState.drop": STUDENTS,
    "ChooseState.start": STUDENTS,
    "ConsentState.arrive": EVERYONE,
    "ConsentState.arrive_after": EVERYONE,
    "ConsentState.arrive_to_stop": EVERYONE,
    "FindingsState.begin": TEST_TAKERS,
    "FindingsState.look": TEST_TAKERS,
    "FrontDoorState.enter": EVERYONE,
    "GameState.answer": UNLOCKED,
    "GameState.arrive": UNLOCKED,
    "GameState.go_on": UNLOCKED,
    "GameState.hint": UNLOCKED,
    "GameState.play": UNLOCKED,
    "GameState.reveal": UNLOCKED,
    "GateState.arrive": EVERYONE,
    "HeaderState.enter": MEMBERS,
    "MailboxState.arrive": EVERYONE,
    "NewPasswordState.arrive_to_ask": EVERYONE,
    "NewPasswordState.arrive_to_set": EVERYONE,
    "NoticeState.dismiss": EVERYONE,
    "NoticeState.show": EVERYONE,
    "PlayState.answer": STUDENTS,
    "PlayState.begin": STUDENTS,
    "PlayState.go_on": STUDENTS,
    "PlayState.hint": STUDENTS,
    "PlayState.reveal": STUDENTS,
    "ResultsState.again": STUDENTS,
    "ResultsState.begin": STUDENTS,
    "SentState.begin": STUDENTS,
    "SentState.begin_list": STUDENTS,
    "SentState.look": STUDENTS,
    "SentState.read_list": STUDENTS,
    "SettingsState.arrive": MEMBERS,
    "SettingsState.end": MEMBERS,
    "SettingsState.save": MEMBERS,
    "ShareState.challenge": STUDENTS,
    "ShareState.close": STUDENTS,
    "ShareState.offer": STUDENTS,
    "ShareState.shared": STUDENTS,
    "SignInState.arrive": EVERYONE,
    "SignUpState.arrive": EVERYONE,
    "SignUpState.choose_role": EVERYONE,
    "SignUpState.zone_seen": EVERYONE,
    "TodayState.load": MEMBERS,
    "WaitingState.arrive": SIGNED_IN,
    "WaitingState.correct": frozenset({Standing.LOCKED_CHILD}),
    "WaitingState.resend": frozenset({Standing.LOCKED_CHILD}),
}

ROUTES: dict[str, Allowed] = {
    "GET /cards/{card}.png": EVERYONE,
    "GET /challenge/{token}": EVERYONE,
    "GET /healthz": EVERYONE,
    "GET /readyz": EVERYONE,
    "GET /s/{code}": EVERYONE,
    "GET /s/{code}/qr.svg": EVERYONE,
    "POST /session/age": EVERYONE,
    "POST /session/ask-new-password": UNLOCKED,
    "POST /session/change-password": MEMBERS,
    "POST /session/give-consent": EVERYONE,
    "POST /session/revoke-consent": EVERYONE,
    "POST /session/set-password": UNLOCKED,
    "POST /session/sign-in": EVERYONE,
    "POST /session/sign-out": EVERYONE,
    "POST /session/sign-out-everywhere": MEMBERS,
    "POST /session/sign-up": EVERYONE,
}
