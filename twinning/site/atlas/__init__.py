"""The map of partner cities: where they lie, in the Equal Earth projection, drawn on the server."""
