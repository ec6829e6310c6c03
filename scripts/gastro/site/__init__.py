"""The site: pages on disk, built by MkDocs, read again, and put in place whole."""
