"""Records: one model a kind, and what a file must hold to become one."""
