"""The pages that the law asks a public body for, and the footer that leads to them."""
