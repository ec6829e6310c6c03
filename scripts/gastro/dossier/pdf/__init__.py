"""The PDF writer: Typst sources, fonts whose Thai copies as written, the finishing touches."""
