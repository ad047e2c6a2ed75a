"""Measurements: ratios taken in one run on one machine, printed as JSON."""
