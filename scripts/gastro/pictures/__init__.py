"""Pictures: drawings, photos in the sizes of the web, share cards, codes to scan."""
