"""The parts of ./riskmap bench coverage that are no Java: questions over HTTP (http BASE PID), the report (report LINES SVG)."""

import http.client
import json
import math
import random
import sys
import time
import urllib.parse


def percentile(values, share):
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def processor_ms(pid):
    fields = open(f"/proc/{pid}/stat").read().split(")")[1].split()
    return (int(fields[11]) + int(fields[12])) * 10


def over_http(base, pid):
    """No request is like another: each has another limit, every second one another closed area."""
    place = urllib.parse.urlparse(base)
    connection = http.client.HTTPConnection(place.hostname, place.port)
    chance = random.Random(time.time_ns())

    def post(process, inputs):
        body = json.dumps({"inputs": inputs})
        begin = time.perf_counter()
        connection.request("POST", f"/api/processes/{process}/execution", body, {"Content-Type": "application/json"})
        answer = connection.getresponse()
        text = answer.read()
        took = (time.perf_counter() - begin) * 1000
        if answer.status != 200:
            sys.exit(f"{process} answered {answer.status}: {text[:500]}")
        return took, text

    def coverage(number):
        inputs = {"limit": {"time_s": 1200 + chance.randint(0, 1200) + chance.random()}}
        if number % 2:
            west, south = 119.6 + chance.random() * 0.25, 27.45 + chance.random() * 0.25
            ring = [[west, south], [west + 0.02, south], [west + 0.02, south + 0.02], [west, south + 0.02], [west, south]]
            inputs["avoid"] = [{"type": "Polygon", "coordinates": [ring]}]
        return inputs

    for number in range(150):
        post("evacuation-coverage", coverage(number))
    before = processor_ms(pid)
    times = [post("evacuation-coverage", coverage(number)) for number in range(100)]
    spent = (processor_ms(pid) - before) / len(times)
    summary = json.loads(times[-1][1])["summary"]
    assert summary["assigned"] + sum(summary["unassigned"].values()) == summary["population"]
    took = [one[0] for one in times]
    say({"part": "http", "process": "evacuation-coverage", "requests": len(took), "p50_ms": round(percentile(took, 0.5)),
         "p95_ms": round(percentile(took, 0.95)), "processor_ms": round(spent), "bytes": len(times[-1][1])})
    took = []
    for number in range(7):
        inputs = {"count": 10, "candidate_capacity": 200, "limit": {"time_s": 1700 + number + chance.random()},
                  "candidates": {"layer": "risk:settlement", "filter": "population >= 100"}}
        one, text = post("shelter-siting", inputs)
        took.append(one)
    answer = json.loads(text)
    say({"part": "http", "process": "shelter-siting", "requests": len(took), "p50_ms": round(percentile(took, 0.5)),
         "p95_ms": round(percentile(took, 0.95)), "candidates": answer["bound"]["candidates"], "gap": answer["gap"]})


def say(fact):
    print(json.dumps(fact), flush=True)


def spread(times):
    return f"{times['median']} and {times['p95']}"


def report(lines, svg):
    facts = [json.loads(line) for line in open(lines) if line.startswith("{")]
    for fact in facts:
        if fact["part"] == "nearest":
            print(f"nearest facility, {fact['edges']} edges, {fact['facilities']} facilities: {fact['compared']} nodes compared"
                  f" with pgr_drivingDistance from an extra node, {fact['differing']} differ; with equicost"
                  f" {fact['equicost_differing']}, where it is not the least")
        elif fact["part"] == "nearest-times":
            print(f"  {fact['rounds']} rounds in turns, median and p95 in ms: riskmap {spread(fact['riskmap_ms'])}; pgRouting with"
                  f" equicost {spread(fact['equicost_ms'])}, {fact['ratio']} times as long; from an extra node"
                  f" {spread(fact['extra_node_ms'])}, {fact['extra_node_ratio']} times")
            own, equicost, extra = fact["processor_ms"]
            print(f"  time of the processor, which others on the machine do not lengthen as much: {own}, {equicost} and {extra} ms;"
                  f" {equicost / own:.0f} and {extra / own:.0f} times")
            print(f"  other costs for all edges, as a new speed or a closure needs: {fact['costs_ms']} ms; peak of the heap"
                  f" {fact['peak_mb']} MB")
        elif fact["part"] == "build":
            print(f"graph of {fact['edges']} edges: read and built in {fact['seconds']} s ({fact['processor_s']} s of our processor), {fact['bytes_per_edge']} bytes an edge"
                  f" with its index ({fact['arrays_per_edge']} in the graph's arrays), peak of the heap {fact['peak_mb']} MB")
        elif fact["part"] == "scale":
            print(f"scale {fact['times']}: {fact['settlements']} settlements, {fact['shelters']} shelters, {fact['edges']} edges:"
                  f" {fact['ms']['median'] / 1000:.2f} s, {fact['processor_ms'] / 1000:.2f} s of the processor (the first, with its map of walks, {fact['first_ms'] / 1000:.2f} s),"
                  f" peak of the heap {fact['peak_mb']} MB, of the process {fact['resident_peak_mb']} MB")
        elif fact["part"] == "siting":
            print(f"shelter-siting, {fact['candidates']} candidates, {fact['settlements']} settlements, {fact['edges']} edges:"
                  f" {fact['sites']} sites in {fact['ms']['median'] / 1000:.2f} s (the first {fact['first_ms'] / 1000:.2f} s),"
                  f" gap to the proven bound {fact['gap']}, peak of the heap {fact['peak_mb']} MB")
        elif fact["part"] == "http":
            more = "".join(f", {name} {fact[name]}" for name in ("processor_ms", "bytes", "candidates", "gap") if name in fact)
            print(f"{fact['process']} over HTTP, {fact['requests']} requests: p50 {fact['p50_ms']} ms, p95 {fact['p95_ms']} ms{more}")
    scales = [fact for fact in facts if fact["part"] == "scale"]
    if len(scales) > 1:
        exponent = plot(scales, svg)
        print(f"growth: time ~ edges^{exponent:.2f} (n log n would be {log_linear(scales):.2f}); {svg}")
    table(facts)
    if any(fact.get("differing") for fact in facts):
        sys.exit("the answers differ")


def table(facts):
    """The same as Markdown, for RESULTS.md."""
    rows = []
    for fact in facts:
        if fact["part"] == "nearest-times":
            own, equicost, extra = (fact[name]["median"] for name in ("riskmap_ms", "equicost_ms", "extra_node_ms"))
            goal = "20" if fact["edges"] < 500_000 else "50"
            rows.append((f"nearest facility, {fact['edges']:,} edges, every node", f"{own} ms",
                         f"pgRouting `equicost` {equicost} ms, **{fact['ratio']:.0f} times**; from an extra node {extra} ms,"
                         f" {fact['extra_node_ratio']:.0f} times", f"{goal} times"))
        elif fact["part"] == "http":
            goal = "p50 150 ms" if fact["process"] == "evacuation-coverage" else "5 s"
            rows.append((f"`{fact['process']}` over HTTP, demo county", f"p50 {fact['p50_ms']} ms, p95 {fact['p95_ms']} ms", "", goal))
        elif fact["part"] == "scale":
            goal = "20 s, 4 GB" if fact["times"] == 50 else ""
            rows.append((f"coverage at scale {fact['times']}: {fact['settlements']:,} settlements, {fact['shelters']:,} shelters,"
                         f" {fact['edges']:,} edges", f"{fact['ms']['median'] / 1000:.2f} s, {fact['processor_ms'] / 1000:.2f} s of the"
                         f" processor, {fact['resident_peak_mb']} MB; the first {fact['first_ms'] / 1000:.1f} s", "", goal))
        elif fact["part"] == "siting":
            rows.append((f"ten of {fact['candidates']:,} candidates, {fact['settlements']:,} settlements",
                         f"{fact['ms']['median'] / 1000:.2f} s, gap {fact['gap']}", "", ""))
        elif fact["part"] == "build":
            rows.append((f"graph of {fact['edges']:,} edges, read and built", f"{fact['seconds']} s, processor {fact['processor_s']} s, {fact['bytes_per_edge']} bytes an"
                         f" edge, heap {fact['peak_mb']} MB", "", "60 s" if fact["edges"] > 1_000_000 else "2 s"))
    print("\n| what | riskmap | beside it | goal |\n|---|---|---|---|")
    for row in rows:
        print("| " + " | ".join(row) + " |")


def slope(points):
    xs, ys = [math.log(x) for x, _ in points], [math.log(y) for _, y in points]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys)) / sum((x - mean_x) ** 2 for x in xs)


def log_linear(scales):
    return slope([(fact["edges"], fact["edges"] * math.log(fact["edges"])) for fact in scales])


def plot(scales, svg):
    points = [(fact["edges"], fact["ms"]["median"] / 1000) for fact in scales]
    exponent = slope(points)
    first_n, first_s = points[0]
    reference = [(n, first_s * n * math.log(n) / (first_n * math.log(first_n))) for n, _ in points]
    xs, ys = [n for n, _ in points], [s for _, s in points + reference]
    low, high = math.floor(math.log10(min(ys))), math.ceil(math.log10(max(ys)))

    def x(n):
        return 70 + 480 * (math.log(n) - math.log(min(xs))) / (math.log(max(xs)) - math.log(min(xs)))

    def y(seconds):
        return 330 - 280 * (math.log10(seconds) - low) / (high - low)

    def line(of, style):
        return f'<polyline fill="none" {style} points="{" ".join(f"{x(n):.1f},{y(s):.1f}" for n, s in of)}"/>'

    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 390" font-family="sans-serif" font-size="12">',
             '<rect width="600" height="390" fill="#fff"/>',
             f'<text x="70" y="28" font-size="14">evacuation-coverage by size of the network: time ~ edges^{exponent:.2f}</text>']
    for decade in range(low, high + 1):
        parts.append(f'<line x1="70" x2="550" y1="{y(10 ** decade):.1f}" y2="{y(10 ** decade):.1f}" stroke="#ddd"/>')
        parts.append(f'<text x="62" y="{y(10 ** decade) + 4:.1f}" text-anchor="end">{10 ** decade:g} s</text>')
    for n, _ in points:
        parts.append(f'<text x="{x(n):.1f}" y="350" text-anchor="middle">{n / 1000:.0f}k</text>')
    parts.append('<text x="310" y="374" text-anchor="middle">edges of the network; settlements and shelters grow with it</text>')
    parts.append(line(reference, 'stroke="#999" stroke-dasharray="5 4"'))
    parts.append(f'<text x="{x(reference[-1][0]) - 6:.1f}" y="{y(reference[-1][1]) - 8:.1f}" text-anchor="end" fill="#777">n log n</text>')
    parts.append(line(points, 'stroke="#c0392b" stroke-width="2"'))
    for n, s in points:
        parts.append(f'<circle cx="{x(n):.1f}" cy="{y(s):.1f}" r="4" fill="#c0392b"><title>{n} edges: {s:.2f} s</title></circle>')
    with open(svg, "w") as out:
        out.write("\n".join(parts) + "\n</svg>\n")
    return exponent


if __name__ == "__main__":
    {"http": over_http, "report": report}[sys.argv[1]](*sys.argv[2:])
