"""Clock, transaction, events, outbox, refusals, settings and log. Nothing else."""
