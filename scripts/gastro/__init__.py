"""The record, the site and the dossier of Phetchaburi, a UNESCO City of Gastronomy.

Data flows one way: reading -> records -> catalogue -> rules -> problems, and from the
catalogue to pages and site. See docs/en/about/architecture.md.
"""
