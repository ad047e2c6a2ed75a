"""A badge as a credential: somebody else's verifier accepts it, and it names nobody."""

import base64
import gzip
import json
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from openbadgeslib.ob3 import OB3VerificationError, OB3Verifier
from pydantic import SecretStr

from tests.spotlights import earn
from vel_tutor.content.badges import BADGES
from vel_tutor.core import badge_keys, clock
from vel_tutor.core.badge_keys import NotOurs
from vel_tutor.core.db import transaction
from vel_tutor.core.errors import NotAllowed, NotFound
from vel_tutor.core.settings import settings
from vel_tutor.domain import badges

MACHINE_CLOCK = pytest.mark.machine_clock
"""The other library asks the machine whether a credential is valid yet."""


def unpadded(words):
    return base64.urlsafe_b64decode(words + "=" * (-len(words) % 4))


def parts(token):
    head, body, signature = token.split(".")
    return json.loads(unpadded(head)), json.loads(unpadded(body)), unpadded(signature)


def public_key(place=-1):
    return Ed25519PublicKey.from_public_bytes(unpadded(badge_keys.public_keys()[place]["x"]))


def verifier(place=-1):
    pem = public_key(place).public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    return OB3Verifier(pem)


def tampered(token):
    head, body, signature = token.split(".")
    said = json.loads(unpadded(body))
    said["credentialSubject"]["achievement"]["name"] = "Emperor"
    again = base64.urlsafe_b64encode(json.dumps(said).encode()).rstrip(b"=").decode()
    return f"{head}.{again}.{signature}"


def bit(number, place):
    said = parts(badges.status_list(number))[1]
    packed = said["credentialSubject"]["encodedList"]
    bits = gzip.decompress(unpadded(packed.removeprefix("u")))
    assert len(bits) * 8 == 131_072
    return bits[place // 8] >> (7 - place % 8) & 1


@MACHINE_CLOCK
def test_another_librarys_verifier_accepts_it(ada):
    token = badges.credential(ada, earn(ada, level=2))

    seen = verifier().verify(token)

    assert seen.achievement.name == "Algebra Expert (Silver)"
    assert seen.issuer.name == "vel_tutor"


def test_the_bare_signature_holds_by_the_published_key(ada):
    token = badges.credential(ada, earn(ada))
    head, body, _ = token.split(".")

    public_key().verify(parts(token)[2], f"{head}.{body}".encode())

    assert parts(token)[0]["kid"] == badge_keys.public_keys()[-1]["kid"]


def test_a_word_changed_and_nobody_accepts_it_any_more(ada):
    token = tampered(badges.credential(ada, earn(ada)))

    with pytest.raises(OB3VerificationError):
        verifier().verify(token)
    with pytest.raises(NotOurs):
        badges.verify(token)


def test_it_holds_from_when_it_was_earned(ada):
    with clock.stopped(clock.now() + timedelta(days=3000)):
        token = badges.credential(ada, earn(ada))
        assert badges.verify(token)

    with pytest.raises(NotOurs):
        badges.verify(token)


def test_it_says_nothing_about_whose_it_is_and_two_of_one_person_do_not_match(ada):
    tokens = [badges.credential(ada, earn(ada, badge)) for badge in ("streak", "explorer")]
    said = [parts(token)[1] for token in tokens]

    for words in map(json.dumps, said):
        assert "Ada" not in words
        assert "@example.org" not in words
        assert str(ada.user_id) not in words
    assert said[0]["sub"] != said[1]["sub"]
    assert UUID(said[0]["sub"].removeprefix("urn:uuid:"))


def test_asked_again_it_is_the_same_credential(ada):
    row = earn(ada)

    assert parts(badges.credential(ada, row))[1] == parts(badges.credential(ada, row))[1]


def test_nobody_gets_the_credential_of_somebody_else(ada, bob, pat):
    row = earn(ada)

    for other in (row, uuid4()):
        with pytest.raises(NotFound):
            badges.credential(bob, other)
    with pytest.raises(NotAllowed):
        badges.credential(pat, row)


def test_it_is_taken_back_when_its_owner_is_forgotten_and_no_other_one_is(ada, bob):
    places = [
        int(parts(badges.credential(actor, earn(actor)))[1]["credentialStatus"]["statusListIndex"])
        for actor in (ada, bob)
    ]
    assert [bit(0, place) for place in places] == [0, 0]

    with transaction() as tx:
        badges.forget(tx, ada.user_id)

    assert [bit(0, place) for place in places] == [1, 0]


@MACHINE_CLOCK
def test_the_other_librarys_verifier_sees_that_it_was_taken_back(ada):
    token = badges.credential(ada, earn(ada))
    seen = verifier().verify(token)
    with transaction() as tx:
        badges.forget(tx, ada.user_id)

    with pytest.raises(OB3VerificationError, match="revocation"):
        verifier().check_status(
            seen, verify_list=False, download=lambda *_a, **_k: badges.status_list(0).encode()
        )


@MACHINE_CLOCK
def test_an_old_key_still_opens_what_it_signed(ada, monkeypatch):
    old, new = badge_keys.new_seed(), badge_keys.new_seed()
    row = earn(ada)
    monkeypatch.setattr(settings(), "badge_keys", (SecretStr(old),))
    before = badges.credential(ada, row)
    monkeypatch.setattr(settings(), "badge_keys", (SecretStr(old), SecretStr(new)))
    after = badges.credential(ada, row)

    assert badges.verify(before).name == badges.verify(after).name == "Algebra Expert (Bronze)"
    assert parts(before)[0]["kid"] != parts(after)[0]["kid"]
    verifier(0).verify(before)
    with pytest.raises(NotOurs):
        badges.verify(before, badge_keys.public_keys()[1:])


def test_a_signed_list_is_not_taken_for_a_badge(ada):
    badges.credential(ada, earn(ada))

    with pytest.raises(NotOurs):
        badges.verify(badges.status_list(0))


def test_lists_beyond_the_last_and_levels_beyond_the_highest_are_not_there():
    with pytest.raises(NotFound):
        badges.status_list(1)
    with pytest.raises(NotFound):
        badges.achievement("streak", 4)
    with pytest.raises(NotFound):
        badges.achievement("no-such-badge", 1)


@MACHINE_CLOCK
def test_every_level_of_every_badge_makes_a_credential_that_is_accepted(ada):
    for badge in BADGES.values():
        verifier().verify(badges.credential(ada, earn(ada, badge.key, badge.levels)))
