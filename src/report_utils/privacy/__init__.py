"""May this be published? Tables and files looked at for personal data, column by column."""
