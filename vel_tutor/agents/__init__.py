"""Advisers: they get a frozen question and give advice, never a deed."""
