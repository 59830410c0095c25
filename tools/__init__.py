"""What developers run: reference pages, lock files, the check of the knowledge base. Not shipped."""
