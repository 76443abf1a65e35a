-- What the golden maps are drawn from: a square of 0.4 degrees from 119 E 27 N, drawn by hand.
create schema toy;
create table toy.park (id text primary key, name text, trees integer, geom geometry(MultiPolygon, 4490));
insert into toy.park values
    ('p1', '大公园', 250, st_geomfromtext('MULTIPOLYGON(((119.05 27.05,119.18 27.05,119.18 27.18,119.05 27.18,119.05 27.05),(119.10 27.10,119.10 27.13,119.13 27.13,119.13 27.10,119.10 27.10)))', 4490)),
    ('p2', '很长名字的小公园', 20, st_geomfromtext('MULTIPOLYGON(((119.25 27.08,119.36 27.12,119.30 27.20,119.25 27.08)))', 4490)),
    ('p3', '没有图形', 5, null);
create table toy.path (id text primary key, name text, geom geometry(MultiLineString, 4490));
insert into toy.path values
    ('w1', '弯弯小路', st_geomfromtext('MULTILINESTRING((119.03 27.25,119.10 27.30,119.17 27.29,119.24 27.24))', 4490)),
    ('w2', '弯弯小路', st_geomfromtext('MULTILINESTRING((119.24 27.24,119.31 27.26,119.37 27.33))', 4490));
create table toy.post (id text primary key, name text, height_m integer, bearing double precision, geom geometry(Point, 4490));
insert into toy.post values
    ('a', '高标杆', 30, 0, st_point(119.08, 27.35, 4490)),
    ('b', '矮标杆', 10, 45, st_point(119.10, 27.351, 4490)),
    ('c', '东标杆', 20, 180, st_point(119.33, 27.37, 4490)),
    ('pole', '极点', 1, 0, st_point(0, 90, 4490));
create table toy.hidden (id text primary key, geom geometry(Point, 4490));
create table toy.fire (id text primary key, seen_at timestamptz, geom geometry(Point, 4490));
insert into toy.fire values
    ('f1', '2021-03-04 05:00Z', st_point(119.05, 27.05, 4490)),
    ('f2', '2021-03-20 05:00Z', st_point(119.15, 27.15, 4490)),
    ('f3', '2022-06-01 00:00Z', st_point(119.25, 27.25, 4490));
