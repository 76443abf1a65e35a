"""Asks riskmap and PostGIS who lives within 200, 500 and 1000 m of 10 000 hazards, in turn.

usage: drive.py OUR_BASE [--rounds N]     (PostGIS by psql and the PG* variables)
Equal counts and sums come first: where they differ, no time is told. Each round asks riskmap for another third distance, and so
PostGIS: no answer is one that was kept. Both count only: riskmap draws no rings (detail counts), as the query draws none.
"""

import argparse
import json
import statistics
import subprocess
import sys
import time
import urllib.request

RINGS = (200, 500)
SCENES = {"10 000 points": ("risk:geohazard_point", "bench.point"), "10 000 zones": ("risk:geohazard_zone", "bench.zone")}
QUERIES = {
    "nearest of those within reach": """
        select count(*) filter (where d <= {0}), coalesce(sum(population) filter (where d <= {0}), 0),
               count(*) filter (where d > {0} and d <= {1}), coalesce(sum(population) filter (where d > {0} and d <= {1}), 0),
               count(*) filter (where d > {1}), coalesce(sum(population) filter (where d > {1}), 0)
        from (select s.population, (select min(st_distance(s.geog, h.geog)) from {3} h where st_dwithin(s.geog, h.geog, {2})) as d
              from bench.settlement s) near
        where d is not null""",
    "one exists per ring": """
        select count(*) filter (where a), coalesce(sum(population) filter (where a), 0),
               count(*) filter (where not a and b), coalesce(sum(population) filter (where not a and b), 0),
               count(*) filter (where not a and not b), coalesce(sum(population) filter (where not a and not b), 0)
        from (select s.population,
                     exists (select from {3} h where st_dwithin(s.geog, h.geog, {0})) as a,
                     exists (select from {3} h where st_dwithin(s.geog, h.geog, {1})) as b
              from bench.settlement s
              where exists (select from {3} h where st_dwithin(s.geog, h.geog, {2}))) near""",
}


def ours(base, layer, last):
    body = {"inputs": {"hazards": {"layer": layer}, "distances": [*RINGS, last], "exposed": ["settlement"], "groupBy": "none", "detail": "counts"},
            "outputs": {"summary": {}}}
    request = urllib.request.Request(
        base + "/api/processes/buffer-exposure/execution", json.dumps(body).encode(), {"Content-Type": "application/json"})
    begin = time.perf_counter()
    with urllib.request.urlopen(request, timeout=600) as answer:
        summary = json.load(answer)["summary"]
    seconds = time.perf_counter() - begin
    counts = []
    for ring in summary["rings"]:
        counts += [ring["counts"]["risk:settlement"], ring["population"]]
    return seconds, counts


def peers(query, table, last):
    begin = time.perf_counter()
    text = subprocess.run(
        ["psql", "-X", "-A", "-t", "-q", "-c", query.format(*RINGS, last, table)], check=True, capture_output=True, text=True).stdout
    return time.perf_counter() - begin, [int(one) for one in text.strip().split("|")]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("base")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    bad = False
    for scene, (layer, table) in SCENES.items():
        ours(options.base, layer, 990)  # warm: code compiled, pages read
        for query in QUERIES.values():
            _, expected = peers(query, table, 1000)
            _, counts = ours(options.base, layer, 1000)
            if counts != expected:
                print(f"{scene}: riskmap {counts}, PostGIS {expected}: different answers, no comparison")
                bad = True
        if bad:
            continue
        print(f"{scene} x 100 000 settlements, rings to 200, 500 and about 1000 m; people and settlements per ring are equal")
        times = {name: [] for name in ["riskmap", *QUERIES]}
        for turn in range(options.rounds):
            last = 1001 + turn
            results = []
            seconds, counts = ours(options.base, layer, last)
            times["riskmap"].append(seconds)
            results.append(counts)
            for name, query in QUERIES.items():
                seconds, counts = peers(query, table, last)
                times[name].append(seconds)
                results.append(counts)
            if any(one != results[0] for one in results):
                print(f"{scene}: different answers at {last} m")
                bad = True
        for name, values in times.items():
            print(f"  {name:32} {statistics.median(values):8.2f} s   ({', '.join(f'{one:.2f}' for one in values)})")
        best = min(statistics.median(times[name]) for name in QUERIES)
        print(f"  PostGIS (its faster form) / riskmap: {best / statistics.median(times['riskmap']):.1f}")
    sys.exit(1 if bad else 0)


main()
