"""The read-only API: pages of a dataset, one record of it, and the description of both."""
