"""Asks one service for maps, coverage and exposure (measure BASE PID COUNTIES ROUNDS), and tells how they grow (report LINES SVG).

measure prints one line of JSON. No request is like another, so that no kept answer helps: each map has another place, each coverage
another limit, each exposure another distance.
"""

import json
import math
import pathlib
import random
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

sys.path[:0] = [str(pathlib.Path(__file__).resolve().parent.parent / "maps"), str(pathlib.Path(__file__).resolve().parent.parent)]
from machine import memory_mb, processor_ms  # noqa: E402  (the folders are known only now)
from scenes import ask, mercator, wms  # noqa: E402

COUNTY_AREA_KM2 = 1760
MIDDLE = (119.7, 27.6)
KM_PER_DEGREE = 111.2
WIDTHS_KM = (8, 20, 50)
# what is told of each scale: name, title, unit
SERIES = (("map", "a map, 8 to 50 km wide", "ms"), ("overview", "a map of the whole land", "ms"), ("coverage", "coverage", "ms"),
          ("exposure", "exposure", "ms"), ("memory_mb", "memory", "MB"))
COLOURS = ("#2b7bba", "#66a5d8", "#c0392b", "#e67e22", "#444444")


def radius_km(counties):
    """Of a circle as large as the land."""
    return math.sqrt(COUNTY_AREA_KM2 * counties / math.pi)


def map_url(base, lon, lat, width_km):
    x, y = mercator(lon, lat)
    half = width_km * 1000 / 2 / math.cos(math.radians(lat))
    return wms(base + "/geoserver/wms", "risk:one_map", f"{x - half:.3f},{y - half:.3f},{x + half:.3f},{y + half:.3f}", 512, "image/png")


def near_maps(base, counties, chance):
    while True:
        away, angle = 0.8 * radius_km(counties) * math.sqrt(chance.random()) / KM_PER_DEGREE, chance.uniform(0, 2 * math.pi)
        lat = MIDDLE[1] + away * math.sin(angle)
        yield ask(map_url(base, MIDDLE[0] + away * math.cos(angle) / math.cos(math.radians(lat)), lat, chance.choice(WIDTHS_KM)))[0]


def overviews(base, counties, chance):
    while True:
        yield ask(map_url(base, MIDDLE[0] + chance.uniform(-0.01, 0.01), MIDDLE[1], radius_km(counties) * chance.uniform(2.2, 2.3)))[0]


def execute(base, process, inputs):
    """Milliseconds, and the summary of an analysis."""
    request = urllib.request.Request(f"{base}/api/processes/{process}/execution", json.dumps({"inputs": inputs, "outputs": {"summary": {}}}).encode(),
                                     {"Content-Type": "application/json"})
    begin = time.perf_counter()
    try:
        with urllib.request.urlopen(request, timeout=600) as answer:
            body = json.load(answer)
    except urllib.error.HTTPError as refused:
        raise SystemExit(f"{process} answered {refused.code}: {refused.read()[:600]!r}") from refused
    return (time.perf_counter() - begin) * 1000, body["summary"]


def coverages(base, chance):
    while True:
        took, summary = execute(base, "evacuation-coverage", {"limit": {"time_s": 1500 + 600 * chance.random()}})
        people = summary["assigned"] + sum(summary["unassigned"].values())
        if people != summary["population"]:
            raise SystemExit(f"coverage: {people} people are told of, {summary['population']} live there")
        yield took


def exposures(base, chance):
    while True:
        took, summary = execute(base, "buffer-exposure", {"hazards": {"layer": "risk:geohazard_zone"}, "distances": [500, 1000 + 100 * chance.random()],
                                                          "exposed": ["settlement"], "groupBy": "none", "detail": "counts"})
        if not summary["rings"][-1]["counts"]["risk:settlement"] > 0:
            raise SystemExit("exposure: nobody lives near the zones")
        yield took


def timed(requests, count, pid, warm):
    """Median of the requests and the processor's time of the service for one, ms, after some that do not count; and the first one's time."""
    first = [next(requests) for _ in range(warm)][0]
    before = processor_ms(pid)
    times = [next(requests) for _ in range(count)]
    return {"p50": round(statistics.median(times), 1), "cpu": round((processor_ms(pid) - before) / count, 1), "first": round(first)}


def rows():
    sql = "select relname || ' ' || n from (select relname, (xpath('/row/n/text()', query_to_xml('select count(*) as n from risk.' || relname, false, true, '')))[1]::text n " \
          "from pg_class where relname in ('settlement', 'road', 'shelter', 'geohazard_zone') and relkind = 'r' and relnamespace = 'risk'::regnamespace) t"
    lines = subprocess.run(["psql", "-X", "-At", "-c", sql], check=True, capture_output=True, text=True).stdout.split("\n")
    return {name: int(count) for name, count in (line.split() for line in lines if line)}


def measure(base, pid, counties, rounds):
    pid, counties, rounds = int(pid), int(counties), int(rounds)
    chance = random.Random(counties)
    facts = {"counties": counties, "rows": rows(), "start_mb": memory_mb(pid, "VmRSS")}
    facts["map"] = timed(near_maps(base, counties, chance), 12 * rounds, pid, 20 * rounds)
    facts["overview"] = timed(overviews(base, counties, chance), rounds, pid, rounds)
    asked = random.Random()  # of earlier measurements the land keeps answers
    facts["coverage"] = timed(coverages(base, asked), rounds, pid, 3)
    facts["exposure"] = timed(exposures(base, asked), rounds, pid, 3)
    facts["memory_mb"] = memory_mb(pid, "VmRSS")
    facts["peak_mb"] = memory_mb(pid, "VmHWM")
    print(json.dumps(facts), flush=True)


def value(fact, name):
    return fact[name] if name == "memory_mb" else fact[name]["p50"]


def slope(points):
    """Of the straight line nearest to the points' logarithms."""
    xs, ys = [math.log(x) for x, _ in points], [math.log(y) for _, y in points]
    mean_x, mean_y = statistics.fmean(xs), statistics.fmean(ys)
    return sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys)) / sum((x - mean_x) ** 2 for x in xs)


def report(lines, svg):
    facts = [json.loads(line) for line in pathlib.Path(lines).read_text(encoding="utf-8").splitlines()]
    print("| counties | settlements | roads | " + " | ".join(f"{title}, {unit}" + (" (cpu)" if unit == "ms" else ", after start and after all requests") for _, title, unit in SERIES) + " |")
    print("|---" * (3 + len(SERIES)) + "|")
    for fact in facts:
        cells = [f"{fact[name]['p50']:.0f} ({fact[name]['cpu']:.0f})" for name, _, unit in SERIES if unit == "ms"]
        print(f"| {fact['counties']} | {fact['rows']['settlement']} | {fact['rows']['road']} | {' | '.join(cells)} | {fact['start_mb']} and {fact['memory_mb']} |")
    if len(facts) < 2:
        return
    exponents = {name: slope([(fact["counties"], value(fact, name)) for fact in facts]) for name, _, _ in SERIES}
    of_cpu = {name: slope([(fact["counties"], fact[name]["cpu"]) for fact in facts]) for name, _, unit in SERIES if unit == "ms"}
    print("| exponent | | | " + " | ".join(f"{exponents[name]:.2f}" + (f" ({of_cpu[name]:.2f})" if name in of_cpu else "") for name, _, _ in SERIES) + " |")
    firsts = "; ".join(f"{fact['counties']}: {fact['coverage']['first'] / 1000:.1f} s" for fact in facts)
    print(f"\nThe first coverage after a start, which waits for the graph of the roads, by counties: {firsts}.")
    for counties, most in ((1, 700), (50, 6000)):
        for fact in facts:
            if fact["counties"] == counties:
                most_used = max(fact["memory_mb"], fact["start_mb"])
                print(f"Memory at {counties} below {most} MB: {'met' if most_used < most else 'missed'} ({most_used} MB).")
    pathlib.Path(svg).write_text(plot(facts, exponents), encoding="utf-8")
    print(f"Plot: {svg}")


def plot(facts, exponents):
    scales = [fact["counties"] for fact in facts]
    values = [value(fact, name) for fact in facts for name, _, _ in SERIES]
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))

    def x(counties):
        return 70 + 400 * (math.log(counties) - math.log(scales[0])) / (math.log(scales[-1]) - math.log(scales[0]))

    def y(number):
        return 340 - 290 * (math.log10(number) - low) / (high - low)

    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 400" font-family="sans-serif" font-size="12">',
             '<rect width="720" height="400" fill="#fff"/>', '<text x="70" y="28" font-size="14">Growth with the number of counties: median of the requests, and memory</text>']
    for decade in range(low, high + 1):
        parts.append(f'<line x1="70" x2="470" y1="{y(10 ** decade):.1f}" y2="{y(10 ** decade):.1f}" stroke="#ddd"/>')
        parts.append(f'<text x="62" y="{y(10 ** decade) + 4:.1f}" text-anchor="end">{10 ** decade:g}</text>')
    for counties in scales:
        parts.append(f'<text x="{x(counties):.1f}" y="360" text-anchor="middle">{counties}</text>')
    parts.append('<text x="270" y="384" text-anchor="middle">counties; ms or MB upwards</text>')
    ends = sorted((y(value(facts[-1], name)), at) for at, (name, _, _) in enumerate(SERIES))
    below = -math.inf
    for end, at in ends:
        name, title, unit = SERIES[at]
        below = max(end + 4, below + 15)
        line = " ".join(f"{x(fact['counties']):.1f},{y(value(fact, name)):.1f}" for fact in facts)
        parts.append(f'<polyline fill="none" stroke="{COLOURS[at]}" stroke-width="2" points="{line}"/>')
        parts += [f'<circle cx="{x(fact["counties"]):.1f}" cy="{y(value(fact, name)):.1f}" r="4" fill="{COLOURS[at]}"><title>{value(fact, name):g} {unit}</title></circle>'
                  for fact in facts]
        parts.append(f'<text x="480" y="{below:.1f}" fill="{COLOURS[at]}">{title}, {unit}: ~ n^{exponents[name]:.2f}</text>')
    return "\n".join(parts) + "\n</svg>\n"


if __name__ == "__main__":
    {"measure": measure, "report": report}[sys.argv[1]](*sys.argv[2:])
