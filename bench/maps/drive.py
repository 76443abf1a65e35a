"""Asks map servers for the same maps in turn and compares what they draw and how fast; prints tables in Markdown.

usage: drive.py OURS_BASE PEER_BASE [--pids OURS PEER DATABASE] [--geoserver BASE] [--rounds N] [--maps N] [--scene NAME]
    [--warm N] [--quick] [--json FILE]
Each round of a scene asks one side after the other, in another order each time, for the same maps: viewports drawn at random from
the round's own seed, so that no map is asked for twice and no cache of answers can help. With the processes named, the processor's
time for each map is told too, the database's part included: on a machine that does other things meanwhile that is the steadier figure.
"""

import argparse
import json
import math
import pathlib
import statistics
import sys
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]
import scenes  # noqa: E402  (the folder is known only now)
from machine import compiler_ms, memory_mb, processor_ms  # noqa: E402

MAIN = (scenes.Picture(512, "png"), 2)
OTHERS = [(scenes.Picture(size, image), concurrency) for size in (256, 512) for image in ("png", "png8") for concurrency in (1, 2, 4)
          if (scenes.Picture(size, image), concurrency) != MAIN]
LEAST_LIKENESS = 0.97
WARM_BATCH = 60
WARM_BATCHES = 24


class Side:
    """One map server: how it is asked, and its process, from which those come that draw."""

    def __init__(self, name, base, url, pid=None, database=None):
        self.name, self.base, self.url, self.pids = name, base, url, [one for one in (pid, database) if one is not None]

    def addresses(self, scene, count, seed, picture):
        return [self.url(self.base, scene, box, picture) for box in scenes.viewports(scene, count, seed, picture.size)]

    def cpu_ms(self):
        """The processor's time so far, with all of the database's, since only one side is asked at a time."""
        return sum(processor_ms(pid) for pid in self.pids)


class Figures:
    """What a side needed in all rounds of one scene so far."""

    def __init__(self):
        self.times_ms, self.seconds, self.cpu_ms = [], 0.0, 0.0

    def add(self, side, addresses, concurrency):
        before = side.cpu_ms()
        took, seconds = batch(addresses, concurrency)
        self.times_ms += took
        self.seconds += seconds
        self.cpu_ms += side.cpu_ms() - before

    def facts(self):
        return {"per_s": len(self.times_ms) / self.seconds, "p50_ms": statistics.median(self.times_ms),
                "p95_ms": sorted(self.times_ms)[math.ceil(0.95 * len(self.times_ms)) - 1], "cpu_ms": self.cpu_ms / len(self.times_ms)}


def batch(addresses, concurrency):
    """Milliseconds of each request and the seconds that all took."""
    waiting, times, failed, lock = list(addresses), [], [], threading.Lock()

    def work():
        while waiting and not failed:
            with lock:
                if not waiting:
                    return
                address = waiting.pop()
            try:
                took, _ = scenes.ask(address)
            except BaseException as failure:  # noqa: B036  told by the main thread
                failed.append(failure)
                return
            with lock:
                times.append(took)

    threads = [threading.Thread(target=work) for _ in range(concurrency)]
    begin = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failed:
        raise failed[0]
    return times, time.perf_counter() - begin


def warm(sides, names, batches):
    """Asks for maps of all scenes until Java's compiler takes less than a tenth of the time of ours, twice in a row; a peer a few times."""
    for side in sides:
        calm = number = 0
        while calm < 2 and number < batches:
            before, compiled = side.cpu_ms(), compiler_ms(side.pids[0]) if side.pids else 0
            for scene in names:
                batch(side.addresses(scene, WARM_BATCH // (1 if side is sides[0] else 6), f"warm {number}", MAIN[0]), MAIN[1])
            if side.pids:
                share = (compiler_ms(side.pids[0]) - compiled) / max(1, side.cpu_ms() - before)
                calm = calm + 1 if share < 0.1 else 0
            number += 1
        print(f"{side.name} warm after {number} batches", file=sys.stderr)


def likeness(sides, scene, picture, count=3):
    """The least of some maps, between the first two sides."""
    pairs = zip(*(side.addresses(scene, count, "likeness", picture) for side in sides[:2]))
    return min(scenes.alike(*(scenes.ask(address)[1] for address in pair)) for pair in pairs)


def measure(sides, names, picture, concurrency, rounds, maps):
    """By scene: the likeness and each side's figures; all scenes' rounds interleave."""
    figures = {scene: {side.name: Figures() for side in sides} for scene in names}
    for number in range(rounds):
        for scene in names:
            for side in sides if number % 2 == 0 else reversed(sides):
                seed = f"{number} {picture} {concurrency}"
                figures[scene][side.name].add(side, side.addresses(scene, maps, seed, picture), concurrency)
    rows = {}
    for scene in names:
        rows[scene] = {name: one.facts() for name, one in figures[scene].items()}
        rows[scene]["alike"] = likeness(sides, scene, picture)
    return rows


def geometric_mean(values):
    return math.exp(statistics.fmean(map(math.log, values)))


def counted(rows):
    return [row for row in rows.values() if row["alike"] >= LEAST_LIKENESS]


def ratio(row, what, sides):
    """How many times the peer's figure ours is better."""
    ours, peers = row[sides[0].name][what], row[sides[1].name][what]
    return ours / peers if what == "per_s" else peers / ours if ours else math.nan


def main_table(rows, sides):
    heads = [f"{side.name}, {what}" for side in sides for what in ("1/s", "p50 ms", "p95 ms", "cpu ms")]
    print("\n| scene | alike | " + " | ".join(heads) + " | requests/s, times | cpu, times | p95, times |")
    print("|---" * (len(heads) + 5) + "|")
    for scene, row in rows.items():
        cells = [f"{row[side.name]['per_s']:.1f} | {row[side.name]['p50_ms']:.0f} | {row[side.name]['p95_ms']:.0f} | {row[side.name]['cpu_ms']:.0f}"
                 for side in sides]
        times = " | ".join(f"{ratio(row, what, sides):.2f}" for what in ("per_s", "cpu_ms", "p95_ms"))
        differ = "" if row["alike"] >= LEAST_LIKENESS else " (does not count)"
        print(f"| {scene} | {100 * row['alike']:.1f} %{differ} | {' | '.join(cells)} | {times} |")
    if counted(rows):
        means = " | ".join(f"**{geometric_mean([ratio(row, what, sides) for row in counted(rows)]):.2f}**" for what in ("per_s", "cpu_ms", "p95_ms"))
        print("| geometric mean | " + " | " * len(heads) + f"| {means} |")
        verdict(rows, sides)


def verdict(rows, sides):
    mean = geometric_mean([ratio(row, "per_s", sides) for row in counted(rows)])
    least = min(ratio(row, "per_s", sides) for row in counted(rows))
    slow = [scene for scene, row in rows.items() if ratio(row, "p95_ms", sides) < 2]
    print(f"\nTargets: mean at least 3: {met(mean >= 3)} ({mean:.2f}); never under 1.5: {met(least >= 1.5)} ({least:.2f}); p95 under half of "
          f"the peer's: {met(not slow)}{' (not in ' + ', '.join(slow) + ')' if slow else ''}.")
    known = {scene: row[sides[1].name]["per_s"] / scenes.SCENES[scene].reference_per_s for scene, row in rows.items()
             if scenes.SCENES[scene].reference_per_s}
    print("The peer reaches of its figures for like scenes (town 55, hazard 17, points 23, county 56 a second): "
          + ", ".join(f"{scene} {100 * share:.0f} %" for scene, share in known.items()) + ".")


def met(so):
    return "met" if so else "missed"


def others_table(table, names, sides):
    print("\nRequests per second, ours and the peer's, and the ratio, in the other sizes, formats and concurrencies; the last column is p95's ratio:\n")
    print("| pixels | format | at a time | " + " | ".join(names) + " | geometric mean | p95, mean |")
    print("|---" * (len(names) + 5) + "|")
    for (picture, concurrency), rows in table:
        cells = []
        for row in rows.values():
            ours, peers = (row[side.name]["per_s"] for side in sides[:2])
            cells.append(f"{ours:.0f} / {peers:.0f}: {ours / peers:.1f}" + ("" if row["alike"] >= LEAST_LIKENESS else f" ({100 * row['alike']:.1f} % alike)"))
        means = [geometric_mean([ratio(row, what, sides) for row in rows.values()]) for what in ("per_s", "p95_ms")]
        print(f"| {picture.size} | {picture.image} | {concurrency} | {' | '.join(cells)} | {means[0]:.2f} | {means[1]:.2f} |")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("ours")
    parser.add_argument("peer")
    parser.add_argument("--pids", type=int, nargs=3, metavar=("OURS", "PEER", "DATABASE"))
    parser.add_argument("--geoserver", help="address of a GeoServer's WMS that has the same data directory and database")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--maps", type=int, default=48, help="of a scene in a round")
    parser.add_argument("--warm", type=int, default=WARM_BATCHES, help="at most so many times sixty maps of each scene before any counts")
    parser.add_argument("--scene", action="append", choices=list(scenes.SCENES))
    parser.add_argument("--quick", action="store_true", help="512 pixels, png, two at a time only")
    parser.add_argument("--json")
    asked = parser.parse_args()
    ours, peer, database = asked.pids or (None, None, None)
    sides = [Side("riskmap", asked.ours, scenes.our_url, ours, database), Side("MapServer", asked.peer, scenes.peers_url, peer, database)]
    if asked.geoserver:
        sides.append(Side("GeoServer", asked.geoserver, scenes.our_url))
    names = asked.scene or list(scenes.SCENES)
    warm(sides, names, asked.warm)
    print(f"{MAIN[0].size} x {MAIN[0].size} {MAIN[0].image}, EPSG:3857, {MAIN[1]} at a time, uncached, {asked.rounds} rounds of {asked.maps} maps of each scene:")
    rows = measure(sides, names, *MAIN, asked.rounds, asked.maps)
    main_table(rows, sides)
    table = []
    if not asked.quick:
        table = [(kind, measure(sides, names, *kind, 2, asked.maps // 2)) for kind in OTHERS]
        others_table(table, names, sides)
    if asked.pids:
        print(f"\nMost memory so far: riskmap {memory_mb(ours)} MB, MapServer's two processes with their web server {memory_mb(peer)} MB.")
    if asked.json:
        everything = [{"size": picture.size, "format": picture.image, "concurrency": concurrency, "scenes": one}
                      for (picture, concurrency), one in [(MAIN, rows), *table]]
        pathlib.Path(asked.json).write_text(json.dumps(everything, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
