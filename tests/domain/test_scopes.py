"""What may be done with somebody beyond learning."""

import pytest

from vel_tutor.core.db import reading
from vel_tutor.domain import accounts
from vel_tutor.vocabulary import ConsentScope


@pytest.mark.parametrize(
    ("who", "scope", "may"),
    [
        ("ada", ConsentScope.INVITING, True),
        ("lea", ConsentScope.LEARNING, True),
        ("lea", ConsentScope.INVITING, False),
        ("min", ConsentScope.LEARNING, False),
        ("pat", ConsentScope.RECORDING, False),
    ],
)
def test_the_switches_stand_by_age_until_somebody_turns_them(request, who, scope, may):
    person = request.getfixturevalue(who)

    with reading() as tx:
        assert accounts.allows(tx, person.user_id, scope) is may
