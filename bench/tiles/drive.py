"""Asks the service for vector tiles that no cache has, and PostGIS for the same by ST_AsMVT, in turn.

usage: drive.py OURS_BASE [--rounds N] [--tiles N]
PostGIS is asked inside one psql session and keeps the tile for itself: connecting and sending are not counted against it.
"""

import argparse
import math
import random
import re
import statistics
import subprocess
import sys
import time
import urllib.parse
import urllib.request

HALF = math.pi * 6378137.0

# name: (layer, columns, zooms)
SCENES = {"points": ("point", "id, grade", (11, 12, 13)), "hazard": ("hazard", "id, grade", (10, 12, 14)),
          "streets": ("street", "id, class, name", (12, 13, 14))}
BOX = {"points": (119.3, 27.2, 120.1, 28.0), "hazard": (119.3, 27.2, 120.1, 28.0), "streets": (119.66, 27.56, 119.74, 27.64)}


def tiles(scene, count, seed):
    """Tiles at random, each another one: (zoom, column, row); at most half of those that there are at a zoom."""
    chance = random.Random(f"{scene} {seed}")
    zooms = SCENES[scene][2]
    west, south, east, north = BOX[scene]
    found = []
    for zoom in zooms:
        first, last = at(zoom, west, north), at(zoom, east, south)
        there = [(zoom, column, row) for column in range(first[0], last[0] + 1) for row in range(first[1], last[1] + 1)]
        found += chance.sample(there, min(math.ceil(count / len(zooms)), math.ceil(len(there) / 2)))
    chance.shuffle(found)
    return found


def at(zoom, lon, lat):
    """Column and row of the tile at a place."""
    row = (1 - math.asinh(math.tan(math.radians(lat))) / math.pi) / 2
    return int((lon + 180) / 360 * 2 ** zoom), int(row * 2 ** zoom)


def box(zoom, column, row):
    side = 2 * HALF / 2 ** zoom
    return -HALF + column * side, HALF - (row + 1) * side, -HALF + (column + 1) * side, HALF - row * side


def url(base, layer, tile):
    return base + "?" + urllib.parse.urlencode({
        "service": "WMS", "version": "1.1.1", "request": "GetMap", "layers": layer, "styles": "", "srs": "EPSG:3857",
        "bbox": ",".join(f"{value:.6f}" for value in box(*tile)), "width": 256, "height": 256,
        "format": "application/vnd.mapbox-vector-tile"})


def ask(address):
    begin = time.perf_counter()
    with urllib.request.urlopen(address, timeout=60) as answer:
        body = answer.read()
        if "vector-tile" not in answer.headers["Content-Type"]:
            sys.exit(f"no tile from {address}: {body[:300]!r}")
    return (time.perf_counter() - begin) * 1000, body


def sql(layer, columns, tile, what):
    zoom, column, row = tile
    return f"""select {what} from (
        select {columns}, st_asmvtgeom(st_transform(geom, 3857), st_tileenvelope({zoom}, {column}, {row}), 4096, 128, true) as geom
        from risk.bench_{layer}
        where geom && st_transform(st_expand(st_tileenvelope({zoom}, {column}, {row}), {2 * HALF / 2 ** zoom / 32}), 4490)) t
        where geom is not null;"""


def psql(statements):
    script = "\\timing on\n" + "\n".join(" ".join(statement.split()) for statement in statements)
    done = subprocess.run(["psql", "-X", "-q", "-A", "-t"], input=script, capture_output=True, text=True, check=True)
    values = [line for line in done.stdout.splitlines() if line and not line.startswith(("Time:", "Timing"))]
    return [float(found) for found in re.findall(r"Time: ([0-9.]+) ms", done.stdout)], values


def feature_count(body):
    """How many features a Mapbox vector tile has: fields 2 of the tile's fields 3."""
    return sum(sum(1 for number, _ in fields(layer) if number == 2) for number, layer in fields(body) if number == 3)


def fields(message):
    at = 0
    while at < len(message):
        key, at = varint(message, at)
        if key & 7 == 2:
            length, at = varint(message, at)
            yield key >> 3, message[at:at + length]
            at += length
        elif key & 7 == 0:
            value, at = varint(message, at)
            yield key >> 3, value
        else:
            at += {1: 8, 5: 4}[key & 7]


def varint(message, at):
    value = shift = 0
    while True:
        byte = message[at]
        value |= (byte & 0x7F) << shift
        at += 1
        if byte < 0x80:
            return value, at
        shift += 7


def percentile(values, part):
    return sorted(values)[min(len(values) - 1, int(part * len(values)))]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("ours")
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--tiles", type=int, default=60)
    asked = parser.parse_args()
    print(f"vector tiles, uncached, one at a time, {asked.rounds} rounds of up to {asked.tiles} tiles")
    print(f"{'layer':8} {'features':>14} | {'ours p50':>8} {'p95 ms':>8} | {'peer p50':>8} {'p95 ms':>8} | ratio of the sums")
    for scene in SCENES:
        compare(scene, asked)


def compare(scene, asked):
    layer, columns, _ = SCENES[scene]
    sample = tiles(scene, 12, "count")
    ours = sum(feature_count(ask(url(asked.ours, layer, tile))[1]) for tile in sample)
    peers = sum(map(int, psql([sql(layer, columns, tile, "count(*)") for tile in sample])[1]))
    counts = abs(ours - peers) <= 0.01 * peers  # what is smaller than the tile's grid may be kept or not
    mine, theirs = [], []
    for number in range(asked.rounds + 1):
        asked_tiles = tiles(scene, asked.tiles, number)
        for side in ("ours", "peer") if number % 2 else ("peer", "ours"):
            if side == "ours":
                times = [ask(url(asked.ours, layer, tile))[0] for tile in asked_tiles]
            else:
                times = psql([sql(layer, columns, tile, f"length(st_asmvt(t, '{layer}', 4096, 'geom'))") for tile in asked_tiles])[0]
            if number > 0:  # the first round warms up
                (mine if side == "ours" else theirs).extend(times)
    print(f"{scene:8} {ours:6d} {peers:7d} | {statistics.median(mine):8.1f} {percentile(mine, 0.95):8.1f} | "
          f"{statistics.median(theirs):8.1f} {percentile(theirs, 0.95):8.1f} | {sum(theirs) / sum(mine):.2f}"
          + ("" if counts else "  (does not count: other features)"), flush=True)


if __name__ == "__main__":
    main()
