"""K-factor, funnels, guardrails and the weekly report."""
