"""Psychometrics and statistics: numbers in, numbers out."""
