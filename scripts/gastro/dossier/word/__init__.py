"""Word: writing a .docx, and reading one that a colleague edited."""
