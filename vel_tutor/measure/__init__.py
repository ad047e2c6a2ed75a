"""Psychometrics and statistics: numbers in, numbers out.

`irt` is the response model, `eap` says where a learner stands, `pool` holds the items of a subject
as arrays, `select` says what to ask next. `norms` says what an estimate means, `mastery` how well
one skill is known, `effort` whether somebody reads the questions. `calibrate` learns from answers
how hard items are, `fit` finds those that misbehave.
"""
