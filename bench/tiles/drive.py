"""Asks the service for tiles that it keeps, and for vector tiles that no cache has, PostGIS for the same by ST_AsMVT, in turn.

usage: drive.py OUR_GEOSERVER_URL OUR_PROCESS [--rounds N] [--tiles N] (psycopg2 finds the database through the PG* variables)
Both are asked over one connection that stays open. PostGIS keeps its tile for itself: sending it is not counted against it.
"""

import argparse
import http.client
import math
import os
import pathlib
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


# A tile as of the scenes of maps, and an ordinary one: (layer, zoom, column, row)
KEPT = (("hazard", 12, 3409, 1721), ("hazard", 15, 27279, 13768))
SECONDS = 4


class Service:
    """The service, over one connection that stays open."""

    def __init__(self, base, process):
        address = urllib.parse.urlsplit(base)
        self.path = address.path
        self.connection = http.client.HTTPConnection(address.hostname, address.port, timeout=60)
        self.process = process

    def begin(self):
        """The service closes a connection that is silent while the other side is asked."""
        self.connection.close()
        self.connection.connect()

    def get(self, path):
        self.connection.request("GET", path)
        answer = self.connection.getresponse()
        return answer, answer.read()

    def time(self, layer, _, tile):
        path = url(self.path + "/wms", layer, tile)
        begin = time.perf_counter()
        answer, body = self.get(path)
        milliseconds = (time.perf_counter() - begin) * 1000
        if "vector-tile" not in answer.headers["Content-Type"]:
            sys.exit(f"no tile from {path}: {body[:300]!r}")
        return milliseconds


class PostGis:
    """PostGIS, over one connection that stays open."""

    def __init__(self):
        import psycopg2
        self.connection = psycopg2.connect("")
        self.connection.autocommit = True
        self.cursor = self.connection.cursor()
        self.process = self.connection.get_backend_pid()

    def begin(self):
        """Stays connected."""

    def time(self, layer, columns, tile):
        statement = sql(layer, columns, tile, f"length(st_asmvt(t, '{layer}', 4096, 'geom'))")
        begin = time.perf_counter()
        self.cursor.execute(statement)
        self.cursor.fetchone()
        return (time.perf_counter() - begin) * 1000


def processor_ms(process):
    fields_of = pathlib.Path(f"/proc/{process}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
    return (int(fields_of[11]) + int(fields_of[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def memory_mb(process, what):
    lines = pathlib.Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) // 1024 for line in lines if line.startswith(what))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("ours")
    parser.add_argument("process", type=int)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--tiles", type=int, default=60)
    asked = parser.parse_args()
    service = Service(asked.ours, asked.process)
    kept_tiles(asked, service)
    peer = PostGis()
    print(f"\nVector tiles, uncached, one at a time, {asked.rounds} rounds of up to {asked.tiles} tiles, after warming up\n")
    print("| layer | features, both | riskmap p50 / p95, ms | tiles/s | ST_AsMVT p50 / p95, ms | tiles/s | ratio "
          "| processor, ms a tile | ratio |")
    print("|---|---|---|---|---|---|---|---|---|")
    ratios = [compare(scene, asked, service, peer) for scene in SCENES]
    print(f"| geometric mean | | | | | | **{statistics.geometric_mean(one for one, _ in ratios):.2f}** | "
          f"| **{statistics.geometric_mean(other for _, other in ratios):.2f}** |")
    print(f"\nmemory of the service: {memory_mb(asked.process, 'VmRSS')} MB, at most {memory_mb(asked.process, 'VmHWM')} MB")


def kept_tiles(asked, service):
    """Requests for one tile that is kept, by wrk on one thread with four connections that stay open."""
    print("\nA kept tile over WMTS, 4 connections that stay open, one thread of wrk\n")
    print("| tile | bytes | requests/s, median of the rounds | least, most | p50 / p95, ms | processor of the service, us a request |")
    print("|---|---|---|---|---|---|")
    tiles_kept = [kept_tile(asked, service, *which) for which in KEPT]
    rounds, processor = {address: [] for _, address, _ in tiles_kept}, {address: 0.0 for _, address, _ in tiles_kept}
    for _, address, _ in tiles_kept:
        wrk(address, 2 * SECONDS)
    for _ in range(asked.rounds):
        for _, address, _ in tiles_kept:
            begin = processor_ms(asked.process)
            rounds[address].append(wrk(address, SECONDS))
            processor[address] += processor_ms(asked.process) - begin
    for what, address, length in tiles_kept:
        rates = [requests / seconds for requests, seconds, *_ in rounds[address]]
        cost = processor[address] * 1000 / sum(one[0] for one in rounds[address])
        print(f"| {what} | {length} | **{statistics.median(rates):.0f}** | {min(rates):.0f}, {max(rates):.0f} | "
              f"{statistics.median(one[2] for one in rounds[address]):.2f} / {statistics.median(one[3] for one in rounds[address]):.2f} "
              f"| {cost:.0f} |", flush=True)


def kept_tile(asked, service, layer, zoom, column, row):
    """What it is called, its address and its length; ends where it is not kept, or not the one that was drawn."""
    path = f"{service.path}/gwc/service/wmts?" + urllib.parse.urlencode({
        "SERVICE": "WMTS", "VERSION": "1.0.0", "REQUEST": "GetTile", "LAYER": f"bench:{layer}", "STYLE": "",
        "FORMAT": "image/png", "TILEMATRIXSET": "EPSG:900913", "TILEMATRIX": f"EPSG:900913:{zoom}",
        "TILEROW": row, "TILECOL": column})
    drawn = service.get(path)[1]
    answer, body = service.get(path)
    if answer.headers["geowebcache-cache-result"] != "HIT" or body != drawn or body[:4] != b"\x89PNG":
        sys.exit(f"the tile is not kept, or another one: {path}")
    return f"{layer} {zoom}/{column}/{row}", "{0.scheme}://{0.netloc}".format(urllib.parse.urlsplit(asked.ours)) + path, len(body)


def wrk(address, seconds):
    """Requests, seconds, p50 ms, p95 ms."""
    report = pathlib.Path(__file__).with_name("report.lua")
    done = subprocess.run(["wrk", "-t1", "-c4", f"-d{seconds}s", "-s", str(report), address], capture_output=True, text=True, check=True)
    found = re.search(r"REPORT (\d+) ([\d.]+) ([\d.]+) ([\d.]+) (\d+) (\d+)", done.stdout)
    if not found or int(found[6]) > 0:
        sys.exit(f"some requests failed: {done.stdout}")
    return int(found[1]), float(found[2]), float(found[3]), float(found[4])


WARM_UP = 3  # rounds of the service's; its compiler is at work for some hundred tiles of a kind


def compare(scene, asked, service, peer):
    layer, columns, _ = SCENES[scene]
    sample = tiles(scene, 12, "count")
    ours = sum(feature_count(ask(url(asked.ours + "/wms", layer, tile))[1]) for tile in sample)
    peers = sum(map(int, psql([sql(layer, columns, tile, "count(*)") for tile in sample])[1]))
    if abs(ours - peers) > 0.01 * peers:  # what is smaller than the tile's grid may be kept or not
        sys.exit(f"other features: {scene} {ours}, PostGIS {peers}")
    service.begin()
    for number in range(WARM_UP):
        for tile in tiles(scene, asked.tiles, f"warm {number}"):
            service.time(layer, columns, tile)
    for tile in tiles(scene, asked.tiles, "warm 0"):
        peer.time(layer, columns, tile)
    times, processor, count = {service: [], peer: []}, {service: 0.0, peer: 0.0}, 0
    for number in range(asked.rounds):
        asked_tiles = tiles(scene, asked.tiles, number)
        count += len(asked_tiles)
        for side in (service, peer) if number % 2 else (peer, service):
            side.begin()
            begin = processor_ms(side.process)
            times[side].extend(side.time(layer, columns, tile) for tile in asked_tiles)
            processor[side] += processor_ms(side.process) - begin
    by_clock = sum(times[peer]) / sum(times[service])
    by_processor = processor[peer] / processor[service]
    print(f"| {scene} | {ours}, {peers} | " + " | ".join(
        f"{statistics.median(times[side]):.1f} / {percentile(times[side], 0.95):.1f} | {1000 * count / sum(times[side]):.0f}"
        for side in (service, peer))
        + f" | **{by_clock:.2f}** | {processor[service] / count:.1f} and {processor[peer] / count:.1f} | {by_processor:.2f} |", flush=True)
    return by_clock, by_processor


if __name__ == "__main__":
    main()
