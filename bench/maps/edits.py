"""Edits a building over and over while maps of the town are drawn: does the very next map show where it stands now?

usage: edits.py OURS_BASE PEER_BASE [--maps N]     (psql finds the database through its PG* variables; drive.py tells how the sides are asked)
"""

import argparse
import io
import itertools
import pathlib
import random
import subprocess
import sys
import threading
import time

from PIL import Image

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import drive  # noqa: E402  (the folder is known only now)
import scenes  # noqa: E402

WEST, SOUTH, STEP = 119.8, 27.5, 0.004  # where nothing else stands
BUILDING = (200, 191, 180)  # a house
PAUSE_S = 0.05


class Database:
    """One session of psql; what it was told is committed when it has answered."""

    def __init__(self):
        self.session = subprocess.Popen(["psql", "-X", "-q", "-At", "-v", "ON_ERROR_STOP=1"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def tell(self, sql):
        self.session.stdin.write(sql + ";\n\\echo done\n")
        self.session.stdin.flush()
        if self.session.stdout.readline().strip() != "done":
            raise SystemExit(f"PostgreSQL did not do this: {sql}")


def place(number):
    return WEST + STEP * (number % 40), SOUTH + STEP * (number // 40 % 40)


def move(database, number):
    lon, lat = place(number)
    database.tell(f"update risk.bench_building set kind = 'house', geom = st_makeenvelope({lon - 0.0004}, {lat - 0.0004}, {lon + 0.0004}, {lat + 0.0004}, 4490) where id = 1")


def box(number):
    x, y = scenes.mercator(*place(number))
    return f"{x - 300:.3f},{y - 300:.3f},{x + 300:.3f},{y + 300:.3f}"


def shows(body):
    """Whether the building stands in the picture's middle."""
    red, green, blue = Image.open(io.BytesIO(body)).convert("RGB").getpixel((128, 128))
    return max(abs(red - BUILDING[0]), abs(green - BUILDING[1]), abs(blue - BUILDING[2])) <= 2


def under_edits(side, database, count, first):
    """Maps a second while the building moves, the number of moves, and how many of the maps asked right after one did not show it."""
    addresses = side.addresses("town", count, f"edits {first}", drive.MAIN[0])
    drawn = []
    drawing = threading.Thread(target=lambda: drawn.append(drive.batch(addresses, drive.MAIN[1])))
    drawing.start()
    stale = 0
    for number in itertools.count(first):
        if not drawing.is_alive():
            break
        move(database, number)
        now = scenes.ask(side.url(side.base, "town", box(number), scenes.Picture(256, "png")))[1]
        before = scenes.ask(side.url(side.base, "town", box(number - 1), scenes.Picture(256, "png")))[1]
        stale += (not shows(now)) or shows(before)
        time.sleep(PAUSE_S * random.random())
    return len(addresses) / drawn[0][1], number - first, stale


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("ours")
    parser.add_argument("peer")
    parser.add_argument("--maps", type=int, default=200)
    asked = parser.parse_args()
    sides = [drive.Side("riskmap", asked.ours, scenes.our_url), drive.Side("MapServer", asked.peer, scenes.peers_url)]
    database = Database()
    print("\nUnder edits: a building of the town moves, is committed, and the next two maps are of its new and its old place, while two others at "
          "a time ask for maps of the town:\n")
    print("| side | maps of the town a second meanwhile | moves | maps that showed the building where it no longer stood, or not where it stands |")
    print("|---|---|---|---|")
    stale_of_all = 0
    for turn, side in enumerate(sides):
        rate, moves, stale = under_edits(side, database, asked.maps, 1 + 700 * turn)
        stale_of_all += stale
        print(f"| {side.name} | {rate:.1f} | {moves} | {stale} |")
    sys.exit(1 if stale_of_all else 0)


if __name__ == "__main__":
    main()
