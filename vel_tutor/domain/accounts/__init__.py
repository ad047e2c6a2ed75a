"""People: the age gate, sign-up and sign-in, parents' consent, their mail and their settings."""

from vel_tutor.domain.accounts.actions import (
    change_profile,
    close_account,
    open_staff_account,
    sign_up,
)
from vel_tutor.domain.accounts.age_signs import age_is_asked, answer_age, note_grade
from vel_tutor.domain.accounts.asking import correct_parent_email, resend_notice, waiting
from vel_tutor.domain.accounts.consent import (
    consent_notice,
    give_consent,
    revocation_notice,
    revoke_consent,
)
from vel_tutor.domain.accounts.forgetting import forget_unconfirmed_children
from vel_tutor.domain.accounts.gate import as_child, open_gate, pass_gate
from vel_tutor.domain.accounts.joining import Coming, on_joining
from vel_tutor.domain.accounts.kin import acts_for, children, children_of, parents_of
from vel_tutor.domain.accounts.letters import Draft
from vel_tutor.domain.accounts.names import pseudonym
from vel_tutor.domain.accounts.own_child import NewChild, OwnChild, add_child, added_last
from vel_tutor.domain.accounts.post import mailbox, send_due_letters, withdraw_ended, write_to
from vel_tutor.domain.accounts.queries import actor_for, actor_of, person, settings_of, with_role
from vel_tutor.domain.accounts.refusals import (
    AgeAsked,
    FieldRefusal,
    LinkOver,
    SignInWrong,
    SoundsLikeAChild,
    problem,
)
from vel_tutor.domain.accounts.resets import (
    ask_reset,
    change_password,
    reset_is_open,
    reset_password,
)
from vel_tutor.domain.accounts.rules import GATE_KEPT
from vel_tutor.domain.accounts.scopes import allows, may_invite, scopes_of
from vel_tutor.domain.accounts.signing_in import (
    device_owner,
    end_sign_in,
    sign_in,
    sign_out,
    sign_out_everywhere,
)
from vel_tutor.domain.accounts.vault import origin_hash
from vel_tutor.domain.accounts.views import (
    BirthdayView,
    Browser,
    ChildView,
    Gate,
    LetterView,
    NewAccount,
    NoticeView,
    PersonView,
    ProblemView,
    ProfileView,
    SettingsView,
    SignedIn,
    SignInView,
    SignUpView,
    WaitingView,
)

__all__ = [
    "GATE_KEPT",
    "AgeAsked",
    "BirthdayView",
    "Browser",
    "ChildView",
    "Coming",
    "Draft",
    "FieldRefusal",
    "Gate",
    "LetterView",
    "LinkOver",
    "NewAccount",
    "NewChild",
    "NoticeView",
    "OwnChild",
    "PersonView",
    "ProblemView",
    "ProfileView",
    "SettingsView",
    "SignInView",
    "SignInWrong",
    "SignUpView",
    "SignedIn",
    "SoundsLikeAChild",
    "WaitingView",
    "actor_for",
    "actor_of",
    "acts_for",
    "add_child",
    "added_last",
    "age_is_asked",
    "allows",
    "answer_age",
    "as_child",
    "ask_reset",
    "change_password",
    "change_profile",
    "children",
    "children_of",
    "close_account",
    "consent_notice",
    "correct_parent_email",
    "device_owner",
    "end_sign_in",
    "forget_unconfirmed_children",
    "give_consent",
    "mailbox",
    "may_invite",
    "note_grade",
    "on_joining",
    "open_gate",
    "open_staff_account",
    "origin_hash",
    "parents_of",
    "pass_gate",
    "person",
    "problem",
    "pseudonym",
    "resend_notice",
    "reset_is_open",
    "reset_password",
    "revocation_notice",
    "revoke_consent",
    "scopes_of",
    "send_due_letters",
    "settings_of",
    "sign_in",
    "sign_out",
    "sign_out_everywhere",
    "sign_up",
    "waiting",
    "with_role",
    "withdraw_ended",
    "write_to",
]
