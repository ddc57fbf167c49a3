"""The booklet: a chronicle, or some years of it, for print and for reading devices."""
