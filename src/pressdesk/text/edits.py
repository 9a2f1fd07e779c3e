"""How many slips lie between two words. Start at `distance`."""


def distance(one: str, other: str) -> int:
    """Letters put in, left out, changed, or swapped with the next, to make one of the other; each letter once."""
    before, row = list[int](), list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        current = [i]
        for j, b in enumerate(other, start=1):
            best = min(row[j] + 1, current[j - 1] + 1, row[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                best = min(best, before[j - 2] + 1)
            current.append(best)
        before, row = row, current
    return row[-1]
