"""Plans, runners and knowledge made for tests: small, fixed, and readable as a specification."""
