"""A partnership's life along the years, and several of them beside one another."""
