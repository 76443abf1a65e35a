"""The scenes of the map benchmark: what is asked of each side, from where, and how alike two pictures are."""

import io
import math
import random
import time
import typing
import urllib.parse
import urllib.request

from PIL import Image, ImageChops

MERCATOR_R = 6378137.0
MIDDLE_LAT = 27.6


class Scene(typing.NamedTuple):
    """Layers' names on each side, the parameter that chooses the peer's map file, widths of a viewport of 512 pixels in km, and the
    box in degrees that viewports have their middle in; and what MapServer 8.0 drew a second in a like scene elsewhere, if known."""

    ours: str
    peers: str
    peers_map: str
    widths_km: tuple
    box: tuple
    reference_per_s: float | None


TOWN = (119.675, 27.575, 119.725, 27.625)
COUNTY = (119.35, 27.25, 120.05, 27.95)
SCENES = {
    "town": Scene("bench:forest,bench:building,bench:street", "forest,building,street", "bench", (1.5, 2.5, 4), TOWN, 55),
    "hazard": Scene("bench:hazard,bench:stream,bench:village", "hazard,stream,village", "bench", (5, 20, 60), COUNTY, 17),
    "points": Scene("bench:point", "point", "bench", (5, 15, 30), COUNTY, 23),
    "county": Scene("bench:stream,bench:village", "stream,village", "bench", (60, 80, 100), (119.6, 27.5, 119.8, 27.7), 56),
    "one_map": Scene("risk:one_map", "one_map", "one_map", (8, 20, 50), (119.55, 27.45, 119.85, 27.75), None),
}
FORMATS = {"png": ("image/png", "image/png"), "png8": ("image/png8", "image/png; mode=8bit")}  # ours, the peer's


class Picture(typing.NamedTuple):
    """What is asked for, whatever the place."""

    size: int
    image: str


def mercator(lon, lat):
    return math.radians(lon) * MERCATOR_R, math.log(math.tan(math.pi / 4 + math.radians(lat) / 2)) * MERCATOR_R


def viewports(scene, count, seed, size=512):
    """Boxes in EPSG:3857 with their middles at random places, always the same ones for a seed; a smaller picture shows less at the same scale."""
    widths, (west, south, east, north) = SCENES[scene].widths_km, SCENES[scene].box
    chance = random.Random(f"{scene} {seed}")
    for number in range(count):
        half = widths[number % len(widths)] * 1000 * size / 512 / 2 / math.cos(math.radians(MIDDLE_LAT))
        x, y = mercator(chance.uniform(west, east), chance.uniform(south, north))
        yield f"{x - half:.3f},{y - half:.3f},{x + half:.3f},{y + half:.3f}"


def wms(base, layers, box, size, image, **more):
    return base + "?" + urllib.parse.urlencode({
        **more, "service": "WMS", "version": "1.1.1", "request": "GetMap", "layers": layers, "styles": "", "srs": "EPSG:3857",
        "bbox": box, "width": size, "height": size, "format": image})


def our_url(base, scene, box, picture):
    return wms(base, SCENES[scene].ours, box, picture.size, FORMATS[picture.image][0])


def peers_url(base, scene, box, picture):
    return wms(base, SCENES[scene].peers, box, picture.size, FORMATS[picture.image][1], map=SCENES[scene].peers_map)


def ask(address):
    """Milliseconds until the whole picture was there, and the picture."""
    begin = time.perf_counter()
    with urllib.request.urlopen(address, timeout=60) as answer:
        body = answer.read()
        kind = answer.headers["Content-Type"]
    if not kind.startswith("image/"):
        raise SystemExit(f"no picture from {address}: {body[:400]!r}")
    return (time.perf_counter() - begin) * 1000, body


def alike(first, second):
    """Share of pixels that differ by less than 64 of 255 in every channel, after both pictures lost their fine detail."""
    pictures = [Image.open(io.BytesIO(body)).convert("RGB") for body in (first, second)]
    width, height = pictures[0].size
    small = [picture.resize((width // 4, height // 4), Image.BOX) for picture in pictures]
    red, green, blue = ImageChops.difference(*small).split()
    worst = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return sum(worst.histogram()[:64]) / (worst.size[0] * worst.size[1])


def colours(body):
    """How many colours a picture has, or None where its pixels are not indices of a palette."""
    picture = Image.open(io.BytesIO(body))
    return len(picture.getcolors(256)) if picture.mode == "P" else None
