"""Rate limits, fraud signals, the audit log and the review queue."""
