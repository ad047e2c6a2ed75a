"""Invented worlds to tell about: each module draws facts from a seed and tells them in English."""
