"""Psychometrics and statistics: numbers in, numbers out.

`irt` is the response model, `eap` says where a learner stands, `pool` holds the items of a subject
as arrays, `select` says what to ask next.
"""
