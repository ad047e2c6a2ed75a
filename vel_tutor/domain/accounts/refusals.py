"""What accounts will not do, each with the form field it is about and words for the person."""

from typing import ClassVar

from vel_tutor.core.errors import Conflict, Invalid, NotFound, Refusal, TooMany
from vel_tutor.domain.accounts.views import ProblemView


class FieldRefusal(Invalid):
    """A form that cannot be taken as it is; `field` is the input to look at again."""

    field: ClassVar[str] = ""


class BirthdayOdd(FieldRefusal):
    words = "Please check the date: month, day and year, in numbers."
    code = "birthday"
    field = "birthday"


class NameOdd(FieldRefusal):
    words = "Please use letters for your first name, at most 40."
    code = "name"
    field = "first_name"


class EmailOdd(FieldRefusal):
    words = "That does not look like an e-mail address. Please check it."
    code = "email"
    field = "email"


class EmailTaken(FieldRefusal):
    words = "There is an account with this e-mail address. Sign in, or set a new password."
    code = "email_taken"
    field = "email"


class EmailDisposable(FieldRefusal):
    words = "Please use an address you will still read next week."
    code = "email_disposable"
    field = "email"


class PasswordShort(FieldRefusal):
    words = "Please use at least 8 characters."
    code = "password_short"
    field = "password"


class PasswordLong(FieldRefusal):
    words = "Please use at most 200 characters."
    code = "password_long"
    field = "password"


class PasswordCommon(FieldRefusal):
    words = "That one is easy to guess. Three words in a row make a good password."
    code = "password_common"
    field = "password"


class OldPasswordWrong(FieldRefusal):
    words = "That is not your password at the moment."
    code = "password_old"
    field = "old_password"


class ZoneOdd(FieldRefusal):
    words = "Please choose your time zone from the list."
    code = "zone"
    field = "time_zone"


class GradeOdd(FieldRefusal):
    words = "Please choose a grade from the list."
    code = "grade"
    field = "grade"


class RoleOdd(FieldRefusal):
    words = "Please choose what you are here for."
    code = "role"
    field = "role"


class ParentEmailOdd(FieldRefusal):
    words = "That does not look like an e-mail address. Please check it with your parent."
    code = "parent_email"
    field = "parent_email"


class ParentEmailOwn(FieldRefusal):
    words = "Please enter the address of your parent or guardian, not a student's."
    code = "parent_email_own"
    field = "parent_email"


class ParentEmailDisposable(FieldRefusal):
    words = "Please enter an address your parent reads every week."
    code = "parent_email_disposable"
    field = "parent_email"


class AskedEnough(TooMany):
    words = "We have sent that mail often enough for today. Please look in the spam folder."
    code = "asked_enough"


class ChildNameOdd(FieldRefusal):
    words = "Please type what your child signs in with: a name like brave-fox-1234, or an e-mail."
    code = "child_name"
    field = "child_name"


class AskedAlready(FieldRefusal):
    words = "You have asked that already. It waits below for the answer."
    code = "asked_already"
    field = "child_name"


class InvitedEnough(TooMany):
    words = "There are five open links for this child. Take one back first."
    code = "invited_enough"


class SignInWrong(FieldRefusal):
    words = "The name and the password do not fit together."
    code = "sign_in"
    field = "password"


class SoundsLikeAChild(Refusal):
    words = "We need one more thing before we can go on."
    code = "one_more"


class AgeAsked(Refusal):
    words = "We need one more thing before we can go on."
    code = "age_asked"


class GateFirst(Refusal):
    words = "Please enter your date of birth first."
    code = "gate"


class LinkOver(NotFound):
    words = "This link has been used or is too old. Ask for a new one."
    code = "link_over"


class SameBrowser(Conflict):
    words = "Please open this link where your child is not signed in."
    code = "same_browser"


_EVERY: tuple[type[Refusal], ...] = (
    BirthdayOdd,
    NameOdd,
    EmailOdd,
    EmailTaken,
    EmailDisposable,
    PasswordShort,
    PasswordLong,
    PasswordCommon,
    OldPasswordWrong,
    ZoneOdd,
    GradeOdd,
    RoleOdd,
    ParentEmailOdd,
    ParentEmailOwn,
    ParentEmailDisposable,
    AskedEnough,
    SignInWrong,
    SoundsLikeAChild,
    GateFirst,
    LinkOver,
    SameBrowser,
    TooMany,
)
_BY_CODE = {refusal.code: refusal for refusal in _EVERY}


def problem(code: str) -> ProblemView:
    """The words for the code of a refusal, and the field they belong to; empty for no such code."""
    refusal = _BY_CODE.get(code)
    if refusal is None:
        return ProblemView()
    return ProblemView(field=getattr(refusal, "field", ""), words=refusal.words)
