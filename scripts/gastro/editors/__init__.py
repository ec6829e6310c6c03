"""What editors are helped with: JSON Schemas that complete and explain fields."""
