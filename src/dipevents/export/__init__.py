"""Ways out: reports and events in the forms that other tools and people read."""
