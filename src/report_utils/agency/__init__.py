"""Who reports, when, about what: profile, calendar, units, catalogues, paths."""
