"""What other programs fetch again and again: feeds of new entries, calendars of coming ones."""
