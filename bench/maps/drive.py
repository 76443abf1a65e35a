"""Asks two map servers for the same maps in turn and compares what they draw and how fast.

usage: drive.py OURS_BASE PEER_BASE [--rounds N] [--maps N] [--warm N] [--concurrency N] [--size N] [--format F]
    [--scene NAME] [--pids OURS PEER DATABASE] [--json FILE]
Each round of a scene asks first one, then the other (the order changes from round to round) for the same maps: viewports
drawn at random from the round's own seed, so that no map is asked for twice and no cache of answers can help.
With the processes named, it prints the processor's time for each map too, the database's part included: on a machine that does
other things meanwhile that is the steadier figure.
"""

import argparse
import io
import json
import math
import os
import random
import statistics
import sys
import threading
import time
import urllib.parse
import urllib.request

from PIL import Image, ImageChops

MERCATOR_R = 6378137.0

# name: (our layers, the peer's layers, widths of the viewport in km, centre's box in degrees)
TOWN = (119.675, 27.575, 119.725, 27.625)
COUNTY = (119.35, 27.25, 120.05, 27.95)
SCENES = {
    "town": ("forest,building,street", "forest,building,streets", (1.5, 2.5, 4), TOWN),
    "hazard": ("hazard,stream,village", "hazard,stream,village", (5, 20, 60), COUNTY),
    "points": ("point", "point", (5, 15, 30), COUNTY),
    "county": ("stream,village", "stream,village", (60, 80, 100), (119.6, 27.5, 119.8, 27.7)),
}


def mercator(lon, lat):
    return (math.radians(lon) * MERCATOR_R, math.log(math.tan(math.pi / 4 + math.radians(lat) / 2)) * MERCATOR_R)


def viewports(scene, count, seed):
    _, _, widths, (west, south, east, north) = SCENES[scene]
    chance = random.Random(f"{scene} {seed}")
    for number in range(count):
        half = widths[number % len(widths)] * 1000 / 2 / math.cos(math.radians(27.6))
        x, y = mercator(chance.uniform(west, east), chance.uniform(south, north))
        yield f"{x - half:.3f},{y - half:.3f},{x + half:.3f},{y + half:.3f}"


def url(base, layers, bbox, size, image):
    return base + "?" + urllib.parse.urlencode({
        "service": "WMS", "version": "1.1.1", "request": "GetMap", "layers": layers, "styles": "", "srs": "EPSG:3857",
        "bbox": bbox, "width": size, "height": size, "format": image})


def ask(address):
    begin = time.perf_counter()
    with urllib.request.urlopen(address, timeout=60) as answer:
        body = answer.read()
        kind = answer.headers["Content-Type"]
    if not kind.startswith("image/"):
        sys.exit(f"no picture from {address}: {body[:400]!r}")
    return (time.perf_counter() - begin) * 1000, body


def batch(addresses, concurrency):
    """Milliseconds of each request and the seconds that all took."""
    waiting, times, lock = list(addresses), [], threading.Lock()

    def work():
        while True:
            with lock:
                if not waiting:
                    return
                address = waiting.pop()
            took, _ = ask(address)
            with lock:
                times.append(took)

    threads = [threading.Thread(target=work) for _ in range(concurrency)]
    begin = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return times, time.perf_counter() - begin


def alike(first, second):
    """Share of pixels that differ by less than 64 of 255 in every channel, after both pictures lost their fine detail."""
    pictures = [Image.open(io.BytesIO(body)).convert("RGB") for body in (first, second)]
    width, height = pictures[0].size
    small = [picture.resize((width // 4, height // 4), Image.BOX) for picture in pictures]
    worst = max_channel(ImageChops.difference(*small))
    return sum(1 for value in worst.getdata() if value < 64) / (worst.size[0] * worst.size[1])


def max_channel(picture):
    red, green, blue = picture.split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)


def processor_ms(root):
    """Processor time so far of a process and those that it started, also those that have ended."""
    processes = {}
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                with open(f"/proc/{name}/stat", encoding="utf-8", errors="replace") as stat:
                    fields = stat.read().rpartition(")")[2].split()
            except OSError:
                continue  # it has ended
            processes[int(name)] = (int(fields[1]), sum(map(int, fields[11:13])), sum(map(int, fields[13:15])))
    ticks = 0
    for pid, (_, own, ended) in processes.items():
        ancestor = pid
        while ancestor != root and ancestor in processes:
            ancestor = processes[ancestor][0]
        if ancestor == root:
            ticks += own + ended
    return ticks * 1000 / os.sysconf("SC_CLK_TCK")


def percentile(values, part):
    return sorted(values)[min(len(values) - 1, int(part * len(values)))]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("ours")
    parser.add_argument("peer")
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--maps", type=int, default=24)
    parser.add_argument("--concurrency", type=int, default=2)
    parser.add_argument("--size", type=int, default=512)
    parser.add_argument("--format", default="image/png")
    parser.add_argument("--scene", action="append", choices=list(SCENES))
    parser.add_argument("--warm", type=int, default=150, help="maps asked of each side before a scene counts")
    parser.add_argument("--pids", type=int, nargs=3, metavar=("OURS", "PEER", "DATABASE"))
    parser.add_argument("--json")
    asked = parser.parse_args()
    results = []
    print(f"{asked.size}x{asked.size} {asked.format}, EPSG:3857, concurrency {asked.concurrency}, "
          f"{asked.rounds} rounds of {asked.maps} maps")
    print(f"{'scene':8} {'alike':>6} | {'ours/s':>8} {'p50':>7} {'p95':>7} {'cpu ms':>7} | "
          f"{'peer/s':>8} {'p50':>7} {'p95':>7} {'cpu ms':>7} | ratio, of cpu")
    for scene in asked.scene or SCENES:
        results.append(compare(scene, asked))
    ratios = [row["ratio"] for row in results if row["counts"]]
    if ratios:
        print(f"geometric mean of the ratios: {math.exp(statistics.fmean(map(math.log, ratios))):.2f}")
    of_cpu = [row["cpu_ratio"] for row in results if row["counts"] and row["cpu_ratio"]]
    if of_cpu:
        print(f"geometric mean of the ratios of processor time: {math.exp(statistics.fmean(map(math.log, of_cpu))):.2f}")
    if asked.json:
        with open(asked.json, "w", encoding="utf-8") as out:
            json.dump(results, out, indent=1)


def compare(scene, asked):
    ours, peers, _, _ = SCENES[scene]
    sides = {"ours": (asked.ours, ours), "peer": (asked.peer, peers)}
    likeness = min(
        alike(*(ask(url(base, layers, box, asked.size, asked.format))[1] for base, layers in sides.values()))
        for box in viewports(scene, 3, "likeness"))
    times = {side: [] for side in sides}
    seconds = {side: 0.0 for side in sides}
    cpu = {side: 0.0 for side in sides}
    for side, (base, layers) in sides.items():
        batch([url(base, layers, box, asked.size, asked.format) for box in viewports(scene, asked.warm, "warm")],
              asked.concurrency)
    for number in range(1, asked.rounds + 1):
        order = list(sides) if number % 2 else list(reversed(sides))
        for side in order:
            base, layers = sides[side]
            before = cpu_of(side, asked.pids)
            took, whole = batch(
                [url(base, layers, box, asked.size, asked.format) for box in viewports(scene, asked.maps, number)],
                asked.concurrency)
            times[side] += took
            seconds[side] += whole
            cpu[side] += cpu_of(side, asked.pids) - before
    rate = {side: len(times[side]) / seconds[side] for side in sides}
    row = {"scene": scene, "alike": likeness, "counts": likeness >= 0.97, "ratio": rate["ours"] / rate["peer"]}
    row["cpu_ratio"] = cpu["peer"] / cpu["ours"] if cpu["ours"] else None
    for side in sides:
        row[side] = {"cpu_ms": cpu[side] / len(times[side]), "per_s": rate[side], "p50_ms": statistics.median(times[side]), "p95_ms": percentile(times[side], 0.95)}
    print(f"{scene:8} {likeness:6.3f} | " + " | ".join(
        f"{row[side]['per_s']:8.1f} {row[side]['p50_ms']:7.1f} {row[side]['p95_ms']:7.1f} {row[side]['cpu_ms']:7.1f}"
        for side in sides) + f" | {row['ratio']:.2f}, {row['cpu_ratio'] or math.nan:.2f}" + ("" if row["counts"] else "  (does not count: the pictures differ)"), flush=True)
    return row


def cpu_of(side, pids):
    """Processor time of a side so far, with all of the database's, since only one side is asked at a time; 0 if not known."""
    return processor_ms(pids[0 if side == "ours" else 1]) + processor_ms(pids[2]) if pids else 0.0


if __name__ == "__main__":
    main()
