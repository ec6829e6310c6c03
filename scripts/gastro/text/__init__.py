"""Text as people write it: Thai, dates, and the small Markdown that records may hold."""
