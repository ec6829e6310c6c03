"""Open data: the records as files that machines read."""
