"""Vars in, markup out."""
