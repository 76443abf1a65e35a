"""Whether the services that the benchmarks time answer the same: few requests, no times. Ends with 1 where they do not.

usage: check.py OUR_GEOSERVER_URL (psql finds the database through its PG* variables; MapServer is run as a plain CGI)
"""

import importlib.util
import os
import pathlib
import subprocess
import sys
import tempfile
import urllib.parse

LEAST_LIKENESS = 0.95  # some labels find another place, and a handful of features is a large part of a small picture
HERE = pathlib.Path(__file__).resolve().parent
MAPSERV = "/usr/lib/cgi-bin/mapserv" if os.path.exists("/usr/lib/cgi-bin/mapserv") else "/usr/bin/mapserv"


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
        fonts = sorted(pathlib.Path("/usr/share/fonts").rglob("NotoSansCJK-Regular.ttc"))
        (folder / "fonts.list").write_text(f"noto {fonts[0]}\n", encoding="utf-8")
        self.map = folder / "bench.map"
        self.map.write_text(template.read_text(encoding="utf-8").replace("@CONNECTION@", connection), encoding="utf-8")
        self.config = folder / "mapserver.conf"
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
    maps = drive("maps")
    peer = MapServer(HERE / "maps" / "mapserver.map", folder)
    for scene, (ours, peers, _, _) in maps.SCENES.items():
        for box in maps.viewports(scene, 2, "check"):
            mine = maps.ask(maps.url(base + "/wms", ours, box, 512, "image/png"))[1]
            theirs = peer.ask(maps.url("http://peer", peers, box, 512, "image/png"))
            likeness = maps.alike(mine, theirs)
            yield f"map {scene} {box}: {likeness:.3f} alike", likeness >= LEAST_LIKENESS


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


def main():
    base = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        place = pathlib.Path(folder)
        checks = [*check_maps(base, place), *check_features(base, place), *check_tiles(base)]
    for what, equal in checks:
        print(what + ("" if equal else "  DIFFERENT"))
    sys.exit(0 if all(equal for _, equal in checks) else 1)


if __name__ == "__main__":
    main()
