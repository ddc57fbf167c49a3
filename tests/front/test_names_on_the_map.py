"""Names on the map keep out of each other's way, and what matters most comes first."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from twinning.site.atlas.names import EAST, WEST, Box, Written, _around, _box, sides

WIDTH, HEIGHT = 340.0, 300.0


def written(name: str, x: float, y: float) -> Written:
    return Written(name, 8, (x, y))


def test_a_name_stands_to_the_east_of_its_dot_where_there_is_room() -> None:
    assert sides([written("Lwów", 100, 100)], WIDTH, HEIGHT) == [EAST]


def test_a_name_at_the_edge_stands_on_the_other_side() -> None:
    assert sides([written("Shenyang", 330, 100)], WIDTH, HEIGHT) == [WEST]


def test_a_name_for_which_there_is_no_room_is_left_out() -> None:
    crowd = [written("Ostrawa", 100 + 3 * n, 100 + 2 * n) for n in range(9)]
    chosen = sides(crowd, WIDTH, HEIGHT)
    assert chosen[0] is not None
    assert None in chosen


def test_a_name_longer_than_the_map_is_left_out() -> None:
    assert sides([written("x" * 100, 170, 150)], WIDTH, HEIGHT) == [None]


@given(
    st.lists(
        st.builds(
            written,
            st.text("abcdef", min_size=1, max_size=20),
            st.floats(0, WIDTH),
            st.floats(0, HEIGHT),
        ),
        max_size=40,
    )
)
def test_no_name_lies_upon_another_or_upon_a_foreign_dot(names: list[Written]) -> None:
    chosen = sides(names, WIDTH, HEIGHT)
    placed = [(each, _box(each, side)) for each, side in zip(names, chosen, strict=True) if side]
    assert not any(one.meets(other) for (_a, one), (_b, other) in combinations(placed, 2))
    for each, box in placed:
        assert Box(0, 0, WIDTH, HEIGHT).holds(box)
        assert not any(box.meets(_around(other.dot)) for other in names if other is not each)
