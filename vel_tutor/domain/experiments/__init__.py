"""Variants, exposures and significance."""
