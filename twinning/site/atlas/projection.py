"""Equal Earth: areas compare truly, and no coast is strange to the eye.

After Šavrič, Patterson and Jenny, “The Equal Earth map projection”, International Journal of
Geographical Information Science 33 (2019).
"""

from math import asin, cos, radians, sin, sqrt

A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796
SHEAR = sqrt(3) / 2
POLE = 90.0

Point = tuple[float, float]


def equal_earth(longitude: float, latitude: float, middle: float) -> Point:
    """Where a place lies on the plane, east and north of where `middle` meets the equator.

    All in degrees but the result, which is in radii of the earth.
    """
    return _stretch(latitude) * radians(longitude - middle), _northing(latitude)


def degrees_across(width: float, latitude: float) -> float:
    """How many degrees of longitude `width`, in radii of the earth, covers at a latitude."""
    return width / (_stretch(latitude) * radians(1))


def latitude_at(northing: float) -> float:
    """The latitude that lies so far north on the plane; the pole for what lies beyond it."""
    south, north = -POLE, POLE
    for _halving in range(30):
        between = (south + north) / 2
        if _northing(between) < northing:
            south = between
        else:
            north = between
    return (south + north) / 2


def _angle(latitude: float) -> float:
    return asin(SHEAR * sin(radians(latitude)))


def _northing(latitude: float) -> float:
    angle = _angle(latitude)
    return A4 * angle**9 + A3 * angle**7 + A2 * angle**3 + A1 * angle


def _stretch(latitude: float) -> float:
    angle = _angle(latitude)
    slope = 9 * A4 * angle**8 + 7 * A3 * angle**6 + 3 * A2 * angle**2 + A1
    return cos(angle) / (SHEAR * slope)
