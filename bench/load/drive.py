"""Loads the same points by ./riskmap load and by ogr2ogr in turn, and compares what is in the tables after each round.

usage: drive.py RISKMAP FOLDER POSTMASTER_PID LOG ROUNDS POINTS (psql and ogr2ogr find the database through the PG* variables)
"""

import os
import pathlib
import resource
import statistics
import subprocess
import sys
import time

# The constraints and as many indexes as our table has.
LIKE_OURS = ("alter table bench_settlement alter code set not null, alter geom set not null, add unique (code)",
             "create index on bench_settlement (name)", "analyze bench_settlement")


def psql(*statements):
    return subprocess.run(["psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", *(f"-c{one}" for one in statements)],
                          check=True, capture_output=True, text=True).stdout.strip()


def rows(table):
    return psql(f"select count(*) || ' ' || sum(population) || ' ' || sum(households) || ' ' || round(sum(st_x(geom) + st_y(geom))::numeric, 3) "
                f"from {table}")


def ogr2ogr(folder):
    environment = os.environ
    connection = " ".join(f"{key}={environment[variable]}" for key, variable in (
        ("host", "PGHOST"), ("port", "PGPORT"), ("dbname", "PGDATABASE"), ("user", "PGUSER"), ("password", "PGPASSWORD")))
    return ["ogr2ogr", "-q", "-f", "PostgreSQL", f"PG:{connection}", f"{folder}/settlements.gpkg", "--config", "PG_USE_COPY", "YES",
            "-nln", "public.bench_settlement", "-overwrite", "-lco", "GEOMETRY_NAME=geom", "-lco", "SPATIAL_INDEX=GIST", "-lco", "FID=fid"]


def run(command, log):
    with open(log, "w", encoding="utf-8") as said:
        done = subprocess.run(command, stdout=said, stderr=subprocess.STDOUT, check=False)
    if done.returncode:
        sys.exit(pathlib.Path(log).read_text(encoding="utf-8"))


def processor_s(postmaster):
    """Of the commands, and of the database's processes that have ended: each command's connections end with it."""
    fields = pathlib.Path(f"/proc/{postmaster}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime + (int(fields[13]) + int(fields[14])) / os.sysconf("SC_CLK_TCK")


def measured(work, postmaster):
    """Seconds by the clock and of the processor."""
    before, begin = processor_s(postmaster), time.perf_counter()
    work()
    clock = time.perf_counter() - begin
    time.sleep(0.5)  # until the database has buried its processes
    return clock, processor_s(postmaster) - before


def main():
    riskmap, folder, postmaster, log, rounds, points = *sys.argv[1:5], int(sys.argv[5]), int(sys.argv[6])

    def ours():
        run([riskmap, "load", folder], log)

    def peer():
        run(ogr2ogr(folder), log)
        psql(*LIKE_OURS)

    found = {ours: [], peer: []}
    print(f"{points} points\n\n| round | riskmap load, s | ogr2ogr with COPY, s | ratio | processor, s | ratio |\n|---|---|---|---|---|---|")
    for number in range(rounds + 1):
        psql("truncate risk.settlement", "drop table if exists bench_settlement")
        order = (ours, peer) if number % 2 else (peer, ours)
        for side in order:
            found[side].append(measured(side, postmaster))
        mine, theirs = rows("risk.settlement"), rows("bench_settlement")
        if mine != theirs or not mine.startswith(f"{points} "):
            sys.exit(f"the rows differ: {mine}, ogr2ogr {theirs}")
        line("first, to warm up" if number == 0 else number, *(found[side][-1] for side in (ours, peer)))
    line("**median**", *([statistics.median(one[i] for one in found[side][1:]) for i in (0, 1)] for side in (ours, peer)))
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(f"\nthe largest process of a load took {peak} MB; {points / statistics.median(one[0] for one in found[ours][1:]):.0f} points/s")
    psql("drop table bench_settlement")


def line(what, mine, theirs):
    print(f"| {what} | {mine[0]:.1f} | {theirs[0]:.1f} | {mine[0] / theirs[0]:.2f} | {mine[1]:.1f} and {theirs[1]:.1f} | {mine[1] / theirs[1]:.2f} |",
          flush=True)


if __name__ == "__main__":
    main()
