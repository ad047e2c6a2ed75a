"""What happens later: reactions to events, and the schedule."""
