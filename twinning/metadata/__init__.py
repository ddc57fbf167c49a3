"""What programs are told of a page: linked data, Open Graph and the picture for sharing it."""
