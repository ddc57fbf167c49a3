"""The light colours of `tokens.css`, by their names there; a test holds the two together."""

GROUND = "#fbf9f4"
INK = "#1d1c1a"
INK_SOFT = "#5a564f"
RULE = "#d8d6d1"
HOME = "#33302d"
RUBRIC = "#a02a2c"  # the partner's ribbon in the site's own sign

RIBBONS = {
    "madder": "#a3293d",
    "ochre": "#8a5a00",
    "moss": "#3c6e2a",
    "teal": "#0d6b6e",
    "plum": "#7b2f74",
    "slate": "#4a6178",
    "rust": "#a3451b",
    "olive": "#636312",
    "indigo": "#3d4ca3",
    "rose": "#b3346a",
    "pine": "#1c6647",
    "umber": "#75502f",
}


def of_ribbon(name: str) -> str:
    return RIBBONS.get(name, RUBRIC)
