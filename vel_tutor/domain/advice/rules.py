"""What is kept of an answer, who may read it, and what a question is told apart by."""

import hashlib
import hmac
import json
from dataclasses import asdict
from datetime import timedelta
from typing import TYPE_CHECKING

from vel_tutor.vocabulary import Standing

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

READERS = (Standing.PRODUCT_MANAGER, Standing.ADMIN, Standing.TRUST_SAFETY)
PAGE = 50
KEPT = timedelta(days=90)
LATELY = timedelta(hours=24)
MOST_MEASURED = 10_000
"""Of each adviser, the latest answers whose latencies are looked at."""
LONGEST_REASON = 400
LONGEST_WORD = 60


def question_hash(question: "DataclassInstance", key: bytes) -> str:
    """The same for equal questions, and without our `key` no way back to one."""
    told = json.dumps(asdict(question), sort_keys=True, default=str)
    said = f"{type(question).__module__}:{told}".encode()
    return hmac.new(key, said, hashlib.sha256).hexdigest()[:32]
