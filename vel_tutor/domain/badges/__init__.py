"""What is earned for good: rules as data, progress, credentials that others can verify."""
