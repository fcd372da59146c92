#!/usr/bin/env python3
"""Draws the invented borders of the 85 grids and writes borders.geojson beside this file.

The street is a patch of a honeycomb whose corners are jittered and rounded to six decimals. In a
honeycomb three cells meet at a corner, never four, so a connected set of cells without a hole has a
simple ring. Cells are dealt to the 19 villages and communities, and within each to its grids, by
growing all of them at once from seeds. The line between two regions is drawn once, its corners are
cut once, and both neighbours use the same points: nothing overlaps, nothing is left over, and every
point where three regions meet is in the ring of each.

No survey data is used. Standard library only; the same run gives the same file:

    python3 borders.py
"""

import json
import math
import os
import random

CENTRE = (113.49, 22.62)
SQUARE_KILOMETRES = 125.4
CELLS = 1250
VALID_FROM = "2018-01-01"
TOWN = "442000007"
# Grids of each village or community, and how many cells one of its grids weighs: the communities in
# the middle are denser.
GRIDS = {
    "001": 6, "002": 5, "003": 5,
    "200": 4, "201": 5, "202": 3, "203": 4, "204": 7, "205": 4, "206": 5, "207": 3,
    "208": 6, "209": 4, "210": 4, "211": 5, "212": 3, "213": 4, "214": 4, "215": 4,
}
DENSE = {"001", "002", "003"}
# Found by trying 1, 2, 3 … until every region is connected, free of holes and of a fair size.
FIRST_SEED, LAST_SEED = 1, 4000

NEIGHBOURS = ((1, 0), (0, 1), (-1, 1), (-1, 0), (0, -1), (1, -1))


def middle(cell):
    """Centre of a cell in units of the side, pointed side up (axial coordinates)."""
    q, r = cell
    return math.sqrt(3) * (q + r / 2), 1.5 * r


def corners(cell):
    """The six corners, anticlockwise; a corner has the same whole numbers in all three cells."""
    q, r = cell
    x, y = 2 * q + r, 3 * r
    return [(x, y + 2), (x - 1, y + 1), (x - 1, y - 1), (x, y - 2), (x + 1, y - 1), (x + 1, y + 1)]


def around(cell):
    return [(cell[0] + dq, cell[1] + dr) for dq, dr in NEIGHBOURS]


def street():
    """The cells of the street: inside a rounded, slightly lobed outline."""
    radius = math.sqrt(CELLS * 1.5 * math.sqrt(3) / math.pi)
    span = int(radius * 2)
    cells = set()
    for q in range(-span, span + 1):
        for r in range(-span, span + 1):
            x, y = middle((q, r))
            angle = math.atan2(y / 0.86, x / 1.12)
            lobes = (1 + 0.085 * math.sin(2 * angle + 0.7) + 0.06 * math.sin(3 * angle - 1.1)
                     + 0.035 * math.sin(7 * angle + 0.4))
            if math.hypot(x / 1.12, y / 0.86) <= radius * lobes:
                cells.add((q, r))
    return cells


def connected(cells):
    if not cells:
        return False
    start = min(cells)
    seen, ahead = {start}, [start]
    while ahead:
        for other in around(ahead.pop()):
            if other in cells and other not in seen:
                seen.add(other)
                ahead.append(other)
    return len(seen) == len(cells)


def distance(one, other):
    (ax, ay), (bx, by) = middle(one), middle(other)
    return math.hypot(ax - bx, ay - by)


def seeds(cells, names, dice, first=()):
    """Far-apart starting cells, one a name; `first` are given."""
    found = list(first)
    pool = sorted(cells)
    while len(found) < len(names):
        picks = [pool[int(dice.random() * len(pool))] for _ in range(24)]
        far = max(picks, key=lambda c: min([distance(c, f) for f in found] or [0]))
        found.append(far)
    return dict(zip(names, found))


def deal(cells, weights, starts):
    """Grows every region from its start; the one furthest behind its share takes the next cell."""
    owner = {cell: name for name, cell in starts.items()}
    if len(owner) < len(weights):
        return None
    size = dict.fromkeys(weights, 1)
    open_to = {name: {c for c in around(cell) if c in cells} for name, cell in starts.items()}
    while len(owner) < len(cells):
        growing = []
        for name in weights:
            open_to[name] = {c for c in open_to[name] if c not in owner}
            if open_to[name]:
                growing.append(name)
        if not growing:
            return None
        name = min(growing, key=lambda n: (size[n] / weights[n], n))
        own = starts[name]

        def pull(cell):
            kept = sum(owner.get(c) == name for c in around(cell))
            return (distance(cell, own) - 0.7 * kept, cell)

        cell = min(open_to[name], key=pull)
        owner[cell] = name
        size[name] += 1
        open_to[name] |= {c for c in around(cell) if c in cells and c not in owner}
    return owner


def split(cells, weights, dice, first=()):
    """Deals, moves each start to the middle of its cells and deals again: shapes stay round."""
    starts = seeds(cells, list(weights), dice, first)
    owner = None
    for _ in range(6):
        owner = deal(cells, weights, starts)
        if owner is None:
            return None
        for name in weights:
            own = sorted(c for c in cells if owner[c] == name)
            x = sum(middle(c)[0] for c in own) / len(own)
            y = sum(middle(c)[1] for c in own) / len(own)
            starts[name] = min(
                own, key=lambda c: (math.hypot(middle(c)[0] - x, middle(c)[1] - y), c))
    regions = {name: {c for c in cells if owner[c] == name} for name in weights}
    return regions if all(sound(r) for r in regions.values()) else None


def sound(cells):
    """Connected, and no hole: its edge is one ring."""
    return connected(cells) and len(rings(cells)) == 1


def edges(cells):
    """Directed outer edges, the region on the left: start corner to end corner."""
    sides = set()
    for cell in cells:
        ring = corners(cell)
        sides.update(zip(ring, ring[1:] + ring[:1]))
    return {(a, b) for a, b in sides if (b, a) not in sides}


def rings(cells):
    following = dict(edges(cells))
    found = []
    while following:
        start = min(following)
        ring, at = [], start
        while at in following:
            ring.append(at)
            at = following.pop(at)
        found.append(ring)
    return found


def villages(cells, dice):
    """The three communities start around the middle, the villages far from them and each other."""
    weights = {name: count * (0.72 if name in DENSE else 1.0) for name, count in GRIDS.items()}
    return split(cells, weights, dice, [(0, -3), (4, 1), (-4, 3)])


def fair(regions, low, high):
    sizes = [len(r) for r in regions.values()]
    mean = sum(sizes) / len(sizes)
    return min(sizes) >= low * mean and max(sizes) <= high * mean


def grids():
    cells = street()
    if not sound(cells):
        raise SystemExit("the street is not one patch without holes")
    for seed in range(FIRST_SEED, LAST_SEED):
        dice = random.Random(seed)
        parts = villages(cells, dice)
        if parts is None:
            continue
        per_grid = [len(parts[v]) / GRIDS[v] for v in GRIDS if v not in DENSE]
        if max(per_grid) > 1.5 * min(per_grid):
            continue
        all_grids = {}
        for village, count in GRIDS.items():
            names = [f"{TOWN}{village}{n:03d}" for n in range(1, count + 1)]
            for _ in range(60):
                found = split(parts[village], dict.fromkeys(names, 1.0), dice)
                if found and fair(found, 0.6, 1.5):
                    all_grids.update(found)
                    break
            else:
                break
        if len(all_grids) == sum(GRIDS.values()):
            return all_grids
    raise SystemExit("no seed gives sound regions")


def positions(regions):
    """Longitude and latitude of every corner, jittered, so that the whole has the street's area."""
    dice = random.Random(20260101)
    names = sorted({c for cells in regions.values() for cell in cells for c in corners(cell)})
    side = math.sqrt(SQUARE_KILOMETRES / (sum(map(len, regions.values())) * 1.5 * math.sqrt(3)))
    north = 111.132954 - 0.559822 * math.cos(2 * math.radians(CENTRE[1]))
    east = (111.41284 * math.cos(math.radians(CENTRE[1]))
            - 0.0935 * math.cos(3 * math.radians(CENTRE[1])))
    placed = {}
    for x, y in names:
        angle, push = dice.random() * 2 * math.pi, 0.3 * math.sqrt(dice.random())
        px = x * math.sqrt(3) / 2 + push * math.cos(angle)
        py = y * 0.5 + push * math.sin(angle)
        placed[(x, y)] = (CENTRE[0] + px * side / east, CENTRE[1] + py * side / north)
    return placed


def lines(regions, placed):
    """Lines between two regions, or a region and the outside, drawn once with corners cut."""
    owner = {cell: name for name, cells in regions.items() for cell in cells}
    touching = {}
    for cell, name in owner.items():
        for corner in corners(cell):
            touching.setdefault(corner, []).append(name)

    def junction(corner):
        near = touching[corner]
        return len(set(near)) + (len(near) < 3) >= 3

    drawn = {}

    def draw(chain):
        """Cuts each inner corner at a quarter of its two sides; the ends stay where they are."""
        points = [placed[c] for c in chain]
        out = [points[0]]
        for before, at, after in zip(points, points[1:], points[2:]):
            out.append((at[0] + (before[0] - at[0]) / 4, at[1] + (before[1] - at[1]) / 4))
            out.append((at[0] + (after[0] - at[0]) / 4, at[1] + (after[1] - at[1]) / 4))
        out.append(points[-1])
        return [(round(x, 6), round(y, 6)) for x, y in out]

    def line(chain):
        if chain[0] > chain[-1] or (chain[0] == chain[-1] and chain[1] > chain[-2]):
            return list(reversed(line(list(reversed(chain)))))
        key = tuple(chain)
        if key not in drawn:
            drawn[key] = draw(chain)
        return drawn[key]

    return junction, line


def outline(cells, junction, line):
    ring = rings(cells)[0]
    first = next((i for i, corner in enumerate(ring) if junction(corner)), 0)
    ring = ring[first:] + ring[:first] + [ring[first]]
    points, chain = [], [ring[0]]
    for corner in ring[1:]:
        chain.append(corner)
        if junction(corner) or corner == ring[-1]:
            points += line(chain)[:-1]
            chain = [corner]
    return points + [points[0]]


def main():
    regions = grids()
    junction, line = lines(regions, positions(regions))
    features = []
    for code in sorted(regions):
        ring = outline(regions[code], junction, line)
        features.append({
            "type": "Feature",
            "properties": {"code": code, "validFrom": VALID_FROM},
            "geometry": {"type": "Polygon", "coordinates": [[list(p) for p in ring]]},
        })
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "borders.geojson")
    with open(path, "w", encoding="utf-8") as file:
        file.write('{"type":"FeatureCollection","features":[\n')
        file.write(",\n".join(json.dumps(f, separators=(",", ":")) for f in features))
        file.write("\n]}\n")


if __name__ == "__main__":
    main()
