"""Plans written for people and programs: terminal, page, calendar, JSON, pictures. Nothing is decided here."""
