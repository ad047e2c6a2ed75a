"""Whose invitations brought somebody, and how the credit is shared: a view over the touches.

Nothing of this is paid: the reward has one winner, who stands in `Referral`.
"""

from datetime import timedelta

from vel_tutor.vocabulary import Role

WINDOW = timedelta(days=14)
"""A touch has a part in a sign-up, and a first value in a touch, within this time."""
HALF_LIFE = timedelta(days=7)
"""Of the model that credits later touches more."""
PERSONAS = (Role.STUDENT, Role.PARENT, Role.TUTOR)
"""Who invites and is counted; the staff does neither."""

_PERSONAS = ", ".join(f"'{one}'" for one in PERSONAS)
_WINDOW = f"interval '{WINDOW.days} days'"

CREDITED = f"""
    WITH joined AS (
        SELECT visitor.user_id AS invitee_id, min(visitor.merged_at) AS joined_at
        FROM visitor JOIN "user" invitee ON invitee.id = visitor.user_id
        WHERE visitor.merged_at < :known
          AND invitee.simulation = :simulation AND invitee.role IN ({_PERSONAS})
          AND (CAST(:people AS uuid[]) IS NULL OR visitor.user_id = ANY(CAST(:people AS uuid[])))
        GROUP BY visitor.user_id
    ),
    touched AS (
        SELECT joined.*, touch.id AS touch_id, touch.at AS touched_at, touch.channel, link.loop,
               link.referrer_id AS inviter_id, inviter.role AS persona,
               extract(epoch FROM joined.joined_at - touch.at) AS age,
               min(touch.at) OVER (PARTITION BY joined.invitee_id) AS first_at
        FROM joined
        JOIN visitor ON visitor.user_id = joined.invitee_id AND visitor.merged_at IS NOT NULL
        JOIN touch ON touch.visitor_id = visitor.id
        JOIN link ON link.id = touch.link_id
        JOIN "user" inviter ON inviter.id = link.referrer_id
        WHERE touch.kind = 'click' AND touch.user_id IS NULL
          AND touch.at BETWEEN joined.joined_at - {_WINDOW} AND joined.joined_at
          AND link.referrer_id <> joined.invitee_id
          AND inviter.simulation = :simulation AND inviter.role IN ({_PERSONAS})
    ),
    reached AS (
        SELECT invitee_id, min(step.at) AS reached_at
        FROM (
            SELECT joined.invitee_id, 'v:' || visitor.id AS invitee_key
            FROM joined JOIN visitor ON visitor.user_id = joined.invitee_id
            WHERE visitor.merged_at IS NOT NULL
            UNION ALL
            SELECT invitee_id, 'u:' || invitee_id FROM joined
        ) AS known
        JOIN attribution_event step
          ON step.kind = 'fvm_reached' AND step.invitee_key = known.invitee_key AND step.at < :known
        GROUP BY invitee_id
    )
    SELECT touched.touch_id, touched.invitee_id, touched.inviter_id, touched.loop, touched.persona,
           touched.channel, touched.touched_at, touched.joined_at,
           coalesce(above.root_referrer_id, touched.inviter_id) AS root_id,
           coalesce(reached.reached_at <= touched.first_at + {_WINDOW}
                    AND touched.joined_at <= touched.first_at + {_WINDOW}, false) AS is_valuable,
           coalesce(referral.fraud_at < :known, false) AS is_fraud,
           (row_number() OVER later = 1)::int::float8 AS last,
           (row_number() OVER earlier = 1)::int::float8 AS first,
           1 / count(*) OVER everyone::float8 AS linear,
           power(2::float8, -touched.age / {HALF_LIFE.total_seconds()})
               / sum(power(2::float8, -touched.age / {HALF_LIFE.total_seconds()}))
                 OVER everyone AS decay
    FROM touched
    LEFT JOIN reached USING (invitee_id)
    LEFT JOIN referral ON referral.invitee_id = touched.invitee_id
    LEFT JOIN referral above ON above.invitee_id = touched.inviter_id
    WINDOW everyone AS (PARTITION BY touched.invitee_id),
           earlier AS (PARTITION BY touched.invitee_id
                       ORDER BY touched.touched_at, touched.touch_id),
           later AS (PARTITION BY touched.invitee_id
                     ORDER BY touched.touched_at DESC, touched.touch_id DESC)
"""
"""One row for each touch that has a part in a sign-up, with its part by every model.

Asks for `:simulation`, for `:people` (UUIDs of the invited, or NULL for all), and for the moment
`:known` up to which it looks. The parts of one sign-up add up to 1 in every model.
"""
