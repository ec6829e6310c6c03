"""The dossier: UNESCO's forms, the answers to them, and the documents made from both."""
