"""From sentences to mentions: actors, places, dates, amounts, equipment, quotations; pronouns resolved."""
