-- 10 000 hazards of each kind and 100 000 settlements over some 70 × 70 km, the same rows for both: riskmap's layers, and tables with
-- geography and its index for the straightforward query.
select setseed(0.42);

insert into risk.settlement (id, geom, population, households, source)
select 's' || i, st_setsrid(st_point(119.35 + 0.7 * random(), 27.25 + 0.65 * random()), 4490), 1 + (random() * 400)::int, 1 + (random() * 100)::int, 'bench'
from generate_series(1, 100000) i;

insert into risk.geohazard_point (id, geom, source)
select 'p' || i, st_setsrid(st_point(119.35 + 0.7 * random(), 27.25 + 0.65 * random()), 4490), 'bench'
from generate_series(1, 10000) i;

-- ragged blobs of 100 to 300 m across with 24 corners
insert into risk.geohazard_zone (id, geom, source)
select 'z' || i, st_multi(st_makepolygon(st_addpoint(line, st_startpoint(line)))), 'bench'
from (select i, st_makeline(st_setsrid(st_point(x + r * wobble * cos(radians(15 * k)), y + 0.9 * r * wobble * sin(radians(15 * k))), 4490) order by k) as line
      from (select i, k, x, y, r, 0.75 + 0.25 * random() as wobble
            from (select i, 119.35 + 0.7 * random() as x, 27.25 + 0.65 * random() as y, 0.0005 + 0.001 * random() as r
                  from generate_series(1, 10000) i) blob, generate_series(0, 23) k) corner
      group by i) ring;

create schema bench;
create table bench.settlement as select id, population, geom::geography as geog from risk.settlement;
create table bench.point as select id, geom::geography as geog from risk.geohazard_point;
create table bench.zone as select id, geom::geography as geog from risk.geohazard_zone;
create index on bench.settlement using gist (geog);
create index on bench.point using gist (geog);
create index on bench.zone using gist (geog);
analyze bench.settlement;
analyze bench.point;
analyze bench.zone;
analyze risk.settlement;
