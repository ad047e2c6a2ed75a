"""A large town of people who invite each other, written straight into an empty database."""

from sqlalchemy import text

from vel_tutor.core.db import engine

SENDERS = 200
"""Links with a challenge behind them, to be opened over HTTP."""

_ID = "md5('{kind} ' || {n})::uuid"
_ROOTS = 5
"""One in so many of those invited was invited by somebody who was invited."""


def _id(kind: str, n: str = "n") -> str:
    return _ID.format(kind=kind, n=n)


_LOOP = "(ARRAY['buddy_challenge', 'results_rally', 'proud_parent', 'streak_rescue'])[1 + {n} % 4]"
_CHANNEL = "(ARRAY['copy', 'sms', 'email', 'whatsapp', 'qr'])[1 + n % 5]"
_DAY = "interval '1 day'"

USERS = f"""
    INSERT INTO "user" (id, role, first_name, email, sign_in_name, password_hash, time_zone,
                        grade, age_band, birth_date_sealed, consent_needed, created_at, simulation,
                        theme)
    SELECT {_id("user")}, CASE WHEN n % 10 = 0 THEN 'parent' ELSE 'student' END, 'Somebody', '',
           '', '', 'UTC', 7, 'teen', '', false,
           now() - {_DAY} * CASE WHEN n < :seeds THEN 90 + n % 30
                                 ELSE 0.1 + 88.0 * (n - :seeds) / :invited END, '', 'harbour'
    FROM generate_series(0, :users - 1) AS n
"""
LINKS = f"""
    INSERT INTO link (id, short_id, referrer_id, loop, campaign, target_id, created_at, expires_at)
    SELECT {_id("link")}, 'town' || n, {_id("user")}, {_LOOP.format(n="n")}, 'town',
           {_id("challenge")}, created_at, now() + {_DAY} * 30
    FROM generate_series(0, :users - 1) AS n JOIN "user" ON "user".id = {_id("user")}
"""
INVITED = f"""
    CREATE TEMP TABLE invited AS
    SELECT n, {_id("user")} AS user_id, created_at,
           CASE WHEN n % {_ROOTS} = 0 AND n > :seeds + 2 * {_ROOTS}
                THEN :seeds + ((n - :seeds) / 2 / {_ROOTS}) * {_ROOTS} + 1
                ELSE (n * 7919) % :seeds END AS by
    FROM generate_series(CAST(:seeds AS int), :users - 1) AS n
    JOIN "user" ON "user".id = {_id("user")}
"""
VISITORS = """
    INSERT INTO visitor (id, device_id, created_at, user_id, merged_at)
    SELECT 'v' || n, 'v' || n, created_at - interval '1 hour', user_id, created_at FROM invited
"""
GUESTS = f"""
    INSERT INTO visitor (id, device_id, created_at)
    SELECT 'g' || n, 'g' || n, now() - {_DAY} * (90.0 * n / :guests)
    FROM generate_series(0, :guests - 1) AS n
"""
TOUCHES = (
    f"""
    INSERT INTO touch (id, link_id, kind, visitor_id, channel, at)
    SELECT {_id("won")}, {_id("link", "by")}, 'click', 'v' || n, {_CHANNEL},
           created_at - interval '20 minutes'
    FROM invited
    """,
    f"""
    INSERT INTO touch (id, link_id, kind, visitor_id, channel, at)
    SELECT {_id("also")}, {_id("link", "(n * 31) % :seeds")}, 'click', 'v' || n, {_CHANNEL},
           created_at - {_DAY} * (1 + n % 12)
    FROM invited
    WHERE (n * 31) % :seeds <> by
    """,
    f"""
    INSERT INTO touch (id, link_id, kind, visitor_id, channel, at)
    SELECT {_id("guest")}, {_id("link", "(n * 17) % :users")}, 'click', 'g' || n, {_CHANNEL},
           now() - {_DAY} * (90.0 * n / :guests)
    FROM generate_series(0, :guests - 1) AS n
    """,
    f"""
    INSERT INTO touch (id, link_id, kind, user_id, channel, at)
    SELECT {_id("sent")}, {_id("link", "n % :users")}, 'sent', {_id("user", "n % :users")},
           {_CHANNEL}, now() - {_DAY} * (90.0 * n / :sent)
    FROM generate_series(0, :sent - 1) AS n
    """,
)
REFERRALS = f"""
    INSERT INTO referral (invitee_id, referrer_id, link_id, touch_id, root_referrer_id, depth,
                          match, confidence, joined_at, paid_at)
    SELECT user_id, {_id("user", "by")}, {_id("link", "by")}, {_id("won")},
           {_id("user", "by")}, 1, 'token', 1, created_at,
           CASE WHEN n % 2 = 0 THEN created_at + interval '5 minutes' END
    FROM invited
"""
ROOTS = """
    UPDATE referral SET root_referrer_id = above.root_referrer_id, depth = 2
    FROM referral above WHERE above.invitee_id = referral.referrer_id
"""
STEPS = (
    f"""
    INSERT INTO attribution_event (id, kind, link_id, loop, referrer_id, invitee_key, at)
    SELECT {_id("joined")}, 'account_created', {_id("link", "by")}, {_LOOP.format(n="by")},
           {_id("user", "by")}, 'v:v' || n, created_at FROM invited
    """,
    f"""
    INSERT INTO attribution_event (id, kind, link_id, loop, referrer_id, invitee_key, at)
    SELECT {_id("value")}, 'fvm_reached', {_id("link", "by")}, {_LOOP.format(n="by")},
           {_id("user", "by")}, 'v:v' || n, created_at - interval '10 minutes'
    FROM invited WHERE n % 5 < 3
    """,
    f"""
    INSERT INTO attribution_event (id, kind, link_id, loop, referrer_id, invitee_key, at)
    SELECT {_id("taste")}, 'fvm_reached', {_id("link", "(n * 17) % :users")},
           {_LOOP.format(n="((n * 17) % :users)")}, {_id("user", "(n * 17) % :users")}, 'v:g' || n,
           now() - {_DAY} * (90.0 * n / :guests) + interval '7 minutes'
    FROM generate_series(0, :guests - 1) AS n WHERE n % 4 = 0
    """,
)
DECKS = f"""
    INSERT INTO practice_session (id, player_user_id, source_id, subject, grade, skill, size,
                                  answered, correct, fingerprint, started_at, xp_finished,
                                  xp_perfect, xp_day, xp_note)
    SELECT {_id("deck")}, {_id("user")}, {_id("source")}, 'math', 7, '', 10, 6, 3, '', created_at,
           0, 0, 0, ''
    FROM generate_series(0, :users - 1) AS n JOIN "user" ON "user".id = {_id("user")}
"""
ANSWERS = f"""
    INSERT INTO practice_question (id, session_id, position, family, seed, spent_ms, hints_used,
                                   answer, answered_at, was_right, was_revealed, misconception,
                                   comes_back)
    SELECT md5('answer ' || n || ' ' || place)::uuid, {_id("deck")}, place, 'town', 1, 9000, 0,
           '1', at, true, false, '', false
    FROM (
        SELECT n, place,
               CASE WHEN n < :seeds THEN now() - {_DAY} * (0.2 + (n * 13 + place * 15) % 90)
                    ELSE created_at + {_DAY} * place * (1 + n % 4) END AS at
        FROM generate_series(0, :users - 1) AS n JOIN "user" ON "user".id = {_id("user")}
        CROSS JOIN generate_series(0, 5) AS place
    ) AS done
    WHERE at < now()
"""
CHALLENGES = f"""
    INSERT INTO challenge (id, sender_id, kind, session_id, link_id, title, subject, skill,
                           percent, correct, size, seed, created_at)
    SELECT {_id("challenge")}, {_id("user")}, 'score', {_id("deck")}, {_id("link")}, 'Mixed',
           'math', '', 50, 3, 6, 1, now()
    FROM generate_series(0, 4 * {SENDERS} - 1, 4) AS n
    WHERE n < :users
"""


def build(touches: int, users: int) -> None:
    """Write `users` people, two in five of them invited, and `touches` touches, over 90 days."""
    invited = users * 2 // 5
    sent = touches // 5
    numbers = {
        "users": users,
        "seeds": users - invited,
        "invited": invited,
        "sent": sent,
        "guests": touches - sent - 2 * invited,
    }
    people = (USERS, LINKS, INVITED, VISITORS, GUESTS)
    statements = (*people, *TOUCHES, REFERRALS, ROOTS, *STEPS, DECKS, ANSWERS, CHALLENGES)
    with engine().begin() as connection:
        connection.execute(text("SET LOCAL statement_timeout = 0"))
        for statement in statements:
            connection.execute(text(statement), numbers)
    with engine().connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("SET statement_timeout = 0"))
        connection.execute(text("ANALYZE"))


def one_more_evening(users: int, joined: int) -> None:
    """`joined` more guests who come, join and learn just now: what five busy minutes bring."""
    numbers = {"users": users, "last": users + joined - 1, "seeds": users * 3 // 5}
    statements = (
        f"""
        INSERT INTO "user" (id, role, first_name, email, sign_in_name, password_hash, time_zone,
                            grade, age_band, birth_date_sealed, consent_needed, created_at,
                            simulation, theme)
        SELECT {_id("user")}, 'student', 'Somebody', '', '', '', 'UTC', 7, 'teen', '', false,
               now(), '', 'harbour'
        FROM generate_series(CAST(:users AS int), CAST(:last AS int)) AS n
        """,
        """
        INSERT INTO visitor (id, device_id, created_at, user_id, merged_at)
        SELECT 'v' || n, 'v' || n, now(), md5('user ' || n)::uuid, now()
        FROM generate_series(CAST(:users AS int), CAST(:last AS int)) AS n
        """,
        f"""
        INSERT INTO touch (id, link_id, kind, visitor_id, channel, at)
        SELECT {_id("won")}, {_id("link", "n % :seeds")}, 'click', 'v' || n, {_CHANNEL},
               now() - interval '3 days'
        FROM generate_series(CAST(:users AS int), CAST(:last AS int)) AS n
        """,
        f"""
        INSERT INTO practice_session (id, player_user_id, source_id, subject, grade, skill, size,
                                      answered, correct, fingerprint, started_at, xp_finished,
                                      xp_perfect, xp_day, xp_note)
        SELECT {_id("deck")}, {_id("user")}, {_id("source")}, 'math', 7, '', 10, 1, 1, '', now(),
               0, 0, 0, ''
        FROM generate_series(CAST(:users AS int), CAST(:last AS int)) AS n
        """,
    )
    with engine().begin() as connection:
        for statement in statements:
            connection.execute(text(statement), numbers)
