def distance(one: str, other: str, *, most: int) -> int | None:
    """How many letters are wrong, missing, too many or swapped with their neighbour (“optimal
    string alignment”); None if more than `most`.
    """
    if abs(len(one) - len(other)) > most:
        return None
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        earlier, before, row = before, row, [i]
        for j, its in enumerate(other, start=1):
            steps = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != its))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == its:
                steps = min(steps, earlier[j - 2] + 1)
            row.append(steps)
        if min(row) > most and min(before) > most:
            return None
    return row[-1] if row[-1] <= most else None
