"""Asks two feature services for the same features in turn: are they the same, how soon and how fast do they come?

usage: drive.py OURS_BASE PEER_BASE OUR_STATUS_FILE [--rounds N]
"""

import argparse
import json
import statistics
import sys
import time
import urllib.parse
import urllib.request

SCENES = {"100 000 points": ("bench:point", "ms:point", 100_000), "50 000 polygons": ("bench:hazard", "ms:hazard", 50_000)}

WARM_UP = 4  # requests of ours alone: its compiler is at work meanwhile


def url(base, name, count, output):
    return base + "?" + urllib.parse.urlencode({
        "service": "WFS", "version": "2.0.0", "request": "GetFeature", "typeNames": name, "count": count,
        "outputFormat": output, "srsName": "EPSG:4326"})


def ask(address, keep=False):
    """Milliseconds to the first byte and to the last, the number of bytes, the body if it is kept."""
    begin = time.perf_counter()
    kept, size = [], 0
    with urllib.request.urlopen(address, timeout=300) as answer:
        block = answer.read(1)
        first = time.perf_counter()
        while block:
            size += len(block)
            if keep:
                kept.append(block)
            block = answer.read(1 << 18)
    return (first - begin) * 1000, (time.perf_counter() - begin) * 1000, size, b"".join(kept)


def features(address):
    """How many, and of each the id's last part, its grade, and the vertices' number and mean to 1e-6 degrees."""
    return collected(ask(address, keep=True)[3])


def collected(body):
    collection = json.loads(body)
    return {identity(feature): summary(feature) for feature in collection["features"]}


def identity(feature):
    return str(feature["properties"].get("id", feature.get("id"))).rsplit(".", 1)[-1]


def summary(feature):
    numbers = list(flat(feature["geometry"]["coordinates"]))
    return (feature["properties"]["grade"], len(numbers) // 2,
            round(statistics.fmean(numbers[0::2]), 5), round(statistics.fmean(numbers[1::2]), 5))


def flat(coordinates):
    if isinstance(coordinates[0], (int, float)):
        yield from coordinates[:2]
    else:
        for part in coordinates:
            yield from flat(part)


def same(ours, peers):
    if ours.keys() != peers.keys():
        return False
    return all(
        mine[:2] == theirs[:2] and abs(mine[2] - theirs[2]) < 2e-5 and abs(mine[3] - theirs[3]) < 2e-5
        for mine, theirs in ((ours[key], peers[key]) for key in ours))


def resident_mb(status):
    with open(status, encoding="ascii") as lines:
        return next(int(line.split()[1]) // 1024 for line in lines if line.startswith("VmRSS"))


def percentile(values, part):
    return sorted(values)[min(len(values) - 1, int(part * len(values)))]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("ours")
    parser.add_argument("peer")
    parser.add_argument("status")
    parser.add_argument("--rounds", type=int, default=6)
    asked = parser.parse_args()
    print("\n| features | MB, both | riskmap: first byte, ms | whole p50 / p95, ms | requests/s | MapServer: first byte, ms | whole p50 / p95, ms "
          "| requests/s | ratio | memory of the service before, after, MB |\n|---|---|---|---|---|---|---|---|---|---|")
    different = [scene for scene in SCENES if not compare(scene, asked)]
    if different:
        sys.exit(f"the answers differ: {', '.join(different)}")


def compare(scene, asked):
    ours, peers, count = SCENES[scene]
    sides = {"ours": url(asked.ours, ours, count, "application/json"), "peer": url(asked.peer, peers, count, "geojson")}
    # Which 100 000 of 200 000 come is each side's own choice without an order: the content is compared on all of them.
    everything = [address.replace(f"count={count}", "count=1000000") for address in sides.values()]
    equal = same(*map(features, everything))
    answers = {side: [] for side in sides}
    before = resident_mb(asked.status)
    for _ in range(WARM_UP):
        ask(sides["ours"])
    for number in range(asked.rounds + 1):
        for side in list(sides) if number % 2 else list(reversed(sides)):
            answer = ask(sides[side])
            if number > 0:  # the first round warms up
                answers[side].append(answer)
    times = {side: [answer[1] for answer in answers[side]] for side in sides}
    parts = [f"{statistics.median(answer[0] for answer in answers[side]):.1f} (p95 {percentile([answer[0] for answer in answers[side]], 0.95):.1f}) | "
             f"{statistics.median(times[side]):.0f} / {percentile(times[side], 0.95):.0f} | {1000 / statistics.median(times[side]):.2f}"
             for side in sides]
    ratio = statistics.median(times["peer"]) / statistics.median(times["ours"])
    sizes = " and ".join(f"{answers[side][0][2] / 1e6:.1f}" for side in sides)
    print(f"| {scene} | {sizes} | {' | '.join(parts)} | " + (f"**{ratio:.2f}**" if equal else "none: the features differ")
          + f" | {before}, {resident_mb(asked.status)} |", flush=True)
    return equal


if __name__ == "__main__":
    main()
