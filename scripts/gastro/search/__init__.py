"""Search: what a visitor may type, and the index that the browser looks it up in."""
