"""The plain data files; see README.md here for their origins and columns."""
