"""Whether the services that the benchmarks time answer the same: few requests, no times. Ends with 1 where they do not.

usage: check.py OUR_GEOSERVER_URL (psql finds the database through its PG* variables; MapServer is run as a plain CGI)
"""

import importlib.util
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import urllib.parse

LEAST_LIKENESS = 0.95  # some labels find another place, and a handful of features is a large part of a small picture
HERE = pathlib.Path(__file__).resolve().parent
MAPSERV = "/usr/lib/cgi-bin/mapserv" if os.path.exists("/usr/lib/cgi-bin/mapserv") else "/usr/bin/mapserv"


sys.path[:0] = [str(HERE / "maps"), str(HERE)]
import one_map  # noqa: E402  (the folders are known only now)
import scenes  # noqa: E402


def drive(name):
    spec = importlib.util.spec_from_file_location(name, HERE / name / "drive.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class MapServer:
    """MapServer on a map file of the benchmarks, asked without a web server."""

    def __init__(self, template, folder):
        connection = " ".join(f"{key}='{os.environ[variable]}'" for key, variable in (
            ("host", "PGHOST"), ("port", "PGPORT"), ("dbname", "PGDATABASE"), ("user", "PGUSER"), ("password", "PGPASSWORD")))
        fonts = pathlib.Path("/usr/share/fonts")
        (folder / "fonts.list").write_text("".join(
            f"{name} {next(fonts.rglob(file))}\n" for name, file in (("noto", "NotoSansCJK-Regular.ttc"), ("noto-bold", "NotoSansCJK-Bold.ttc"))),
            encoding="utf-8")
        text = template.read_text(encoding="utf-8").replace("@CONNECTION@", connection).replace("@RASTERS@", str(folder))
        self.map = folder / template.name
        self.map.write_text(text, encoding="utf-8")
        self.config = folder / f"{template.stem}.conf"
        self.config.write_text(f'CONFIG\n  ENV\n    MS_MAPFILE "{self.map}"\n  END\nEND\n', encoding="utf-8")

    def ask(self, address):
        query = urllib.parse.urlsplit(address).query
        done = subprocess.run([MAPSERV], capture_output=True, check=True, env={
            **os.environ, "REQUEST_METHOD": "GET", "QUERY_STRING": query, "MAPSERVER_CONFIG_FILE": str(self.config)})
        head, _, body = done.stdout.partition(b"\r\n\r\n")
        if b"Content-Type: image/" not in head and b"json" not in head:
            sys.exit(f"no answer from MapServer to {query}: {done.stdout[:400]!r}")
        return body


def check_maps(base, folder):
    """Both formats; the scene one_map without its relief, whose raster only a service with a demo county has."""
    peer = MapServer(HERE / "maps" / "bench.map", folder)
    for scene, told in scenes.SCENES.items():
        if told.peers_map != "bench":
            continue
        for box, image in zip(scenes.viewports(scene, 2, "check"), scenes.FORMATS):
            picture = scenes.Picture(512, image)
            mine = scenes.ask(scenes.our_url(base + "/wms", scene, box, picture))[1]
            theirs = peer.ask(scenes.wms("http://peer", told.peers, box, 512, scenes.FORMATS[image][1]))
            likeness = scenes.alike(mine, theirs)
            indexed = all((scenes.colours(body) is not None) == (image == "png8") for body in (mine, theirs))
            yield f"map {scene} {image} {box}: {likeness:.3f} alike", likeness >= LEAST_LIKENESS and indexed


def check_one_map(base, folder):
    written = (HERE / "maps" / "one_map.map").read_text(encoding="utf-8")
    yield "one_map.map is what one_map.py makes of geoserver-data", written == one_map.map_file(HERE.parent / "geoserver-data")
    layers = one_map.group(HERE.parent / "geoserver-data")[1:]
    box = next(scenes.viewports("one_map", 1, "check"))
    mine = scenes.ask(scenes.wms(base + "/wms", ",".join(f"risk:{name}" for name in layers), box, 512, "image/png"))[1]
    theirs = MapServer(HERE / "maps" / "one_map.map", folder).ask(scenes.wms("http://peer", ",".join(layers), box, 512, "image/png"))
    likeness = scenes.alike(mine, theirs)
    yield f"map one_map {box}: {likeness:.3f} alike", likeness >= LEAST_LIKENESS


def check_features(base, folder):
    features = drive("features")
    peer = MapServer(HERE / "features" / "mapserver.map", folder)
    for scene, (ours, peers, _) in features.SCENES.items():
        mine = features.features(features.url(base + "/wfs", ours, 1_000_000, "application/json"))
        features_of_peer = peer.ask(features.url("http://peer", peers, 1_000_000, "geojson"))
        theirs = features.collected(features_of_peer)
        yield f"features {scene}: {len(mine)} and {len(theirs)}", features.same(mine, theirs)


def check_tiles(base):
    tiles = drive("tiles")
    for scene, (layer, columns, _) in tiles.SCENES.items():
        sample = tiles.tiles(scene, 9, "check")
        mine = sum(tiles.feature_count(tiles.ask(tiles.url(base + "/wms", layer, tile))[1]) for tile in sample)
        theirs = sum(map(int, tiles.psql([tiles.sql(layer, columns, tile, "count(*)") for tile in sample])[1]))
        yield f"vector tiles {scene}: {mine} and {theirs} features", abs(mine - theirs) <= 0.01 * theirs


def check_growth(base):
    """One request of each kind on the demo county; totals are held by the questions themselves."""
    growth = drive("growth")
    chance = random.Random(1)
    server = base.removesuffix("/geoserver")
    asked = (growth.near_maps(server, 1, chance), growth.overviews(server, 1, chance), growth.coverages(server, chance), growth.exposures(server, chance))
    yield f"growth: {sum(1 for one in asked if next(one) > 0)} kinds of requests answered", True


def main():
    base = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        place = pathlib.Path(folder)
        checks = [*check_maps(base, place), *check_one_map(base, place), *check_features(base, place), *check_tiles(base), *check_growth(base)]
    for what, equal in checks:
        print(what + ("" if equal else "  DIFFERENT"))
    sys.exit(0 if all(equal for _, equal in checks) else 1)


if __name__ == "__main__":
    main()
