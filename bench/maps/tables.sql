-- The tables of the map benchmark: fictional, the same on every run, in a county near 119.7 east, 27.6 north.
-- They lie in schema risk with its change triggers, so that the service may keep them in memory as it keeps its own.
begin;
select setseed(0.42);
drop table if exists risk.bench_building, risk.bench_street, risk.bench_forest, risk.bench_hazard, risk.bench_point,
    risk.bench_village, risk.bench_stream;

-- A closed ring of n vertices around a point; the radius in degrees goes up and down along it.
create or replace function pg_temp.blob(x float8, y float8, radius float8, n int, seed float8) returns geometry
    language sql as
$$
select st_setsrid(st_makepolygon(st_makeline(array_agg(p order by i))), 4490)
from (select i,
             st_makepoint(x + radius * r * cos(2 * pi() * (i % n) / n) / cos(radians(y)), y + radius * r * sin(2 * pi() * (i % n) / n)) p
      from generate_series(0, n) i,
           lateral (select 1 + 0.25 * sin(3 * 2 * pi() * (i % n) / n + seed) + 0.12 * sin(7 * 2 * pi() * (i % n) / n + 2 * seed) r) wave) ring
$$;

create table risk.bench_building (id bigint primary key, kind text not null, geom geometry(Polygon, 4490) not null);
insert into risk.bench_building
select i, case when random() < 0.2 then 'public' else 'house' end,
       st_setsrid(st_rotate(st_makeenvelope(x - w, y - h, x + w, y + h), random() * pi(), st_makepoint(x, y)), 4490)
from (select i, 119.7 + 0.06 * (random() + random() - 1) x, 27.6 + 0.06 * (random() + random() - 1) y,
             0.00004 + 0.00008 * random() w, 0.00004 + 0.00005 * random() h
      from generate_series(1, 9000) i) b;

create table risk.bench_street (id bigint primary key, class text not null, name text, geom geometry(LineString, 4490) not null);
insert into risk.bench_street
select i, case when i % 20 = 0 then 'main' when i % 5 = 0 then 'side' else 'lane' end,
       case when i % 10 = 0 then '人民路' || i end,
       (select st_setsrid(st_makeline(array_agg(st_makepoint(
            x + k * 0.0003 * cos(a) + 0.00005 * sin(k + i), y + k * 0.0003 * sin(a) + 0.00005 * cos(k + i)) order by k)), 4490)
        from generate_series(0, 4 + i % 9) k)
from (select i, 119.7 + 0.06 * (random() + random() - 1) x, 27.6 + 0.06 * (random() + random() - 1) y,
             (i % 4) * pi() / 2 + 0.3 * random() a
      from generate_series(1, 4700) i) s;

create table risk.bench_forest (id bigint primary key, geom geometry(Polygon, 4490) not null);
insert into risk.bench_forest
select i, pg_temp.blob(119.7 + 0.09 * (random() - 0.5), 27.6 + 0.09 * (random() - 0.5), 0.002 + 0.003 * random(), 60, random() * 6)
from generate_series(1, 300) i;

create table risk.bench_hazard (id bigint primary key, grade int not null, geom geometry(Polygon, 4490) not null);
insert into risk.bench_hazard
select i, 1 + floor(5 * random())::int,
       pg_temp.blob(119.25 + 0.9 * random(), 27.15 + 0.9 * random(), 0.0006 + 0.0022 * random() * random(), 24 + i % 24, random() * 6)
from generate_series(1, 50000) i;

create table risk.bench_point (id bigint primary key, grade int not null, geom geometry(Point, 4490) not null);
insert into risk.bench_point
select i, 1 + floor(5 * random())::int, st_setsrid(st_makepoint(119.25 + 0.9 * random(), 27.15 + 0.9 * random()), 4490)
from generate_series(1, 200000) i;

create table risk.bench_village (id bigint primary key, name text not null, geom geometry(Point, 4490) not null);
insert into risk.bench_village
select i, substr('云岚篁石椤源梧峰岑阳樾浦蔺岩浔川濑湾杪畈榧坪', 1 + (i * 7) % 22, 1)
          || substr('山水溪岭湖坑田桥塘洋坂垟', 1 + (i * 5) % 12, 1) || '村',
       st_setsrid(st_makepoint(119.25 + 0.9 * random(), 27.15 + 0.9 * random()), 4490)
from generate_series(1, 262) i;

create table risk.bench_stream (id bigint primary key, geom geometry(LineString, 4490) not null);
insert into risk.bench_stream
select i, (select st_setsrid(st_makeline(array_agg(st_makepoint(
               x + k * 0.0008 * cos(a) + 0.001 * sin(k / 4.0 + i), y + k * 0.0008 * sin(a) + 0.001 * cos(k / 3.0 + i)) order by k)), 4490)
           from generate_series(0, 140) k)
from (select i, 119.25 + 0.9 * random() x, 27.15 + 0.9 * random() y, random() * 2 * pi() a from generate_series(1, 264) i) s;

do
$$
declare
    t text;
begin
    for t in select f_table_name from geometry_columns where f_table_schema = 'risk' and f_table_name like 'bench\_%' loop
        execute format('create index on risk.%I using gist (geom)', t);
        execute format('create trigger note_insert after insert on risk.%I referencing new table as new_rows '
                           'for each statement execute function risk.note_change()', t);
        execute format('create trigger note_update after update on risk.%I referencing old table as old_rows '
                           'new table as new_rows for each statement execute function risk.note_change()', t);
        execute format('create trigger note_delete after delete on risk.%I referencing old table as old_rows '
                           'for each statement execute function risk.note_change()', t);
        execute format('create trigger note_truncate after truncate on risk.%I '
                           'for each statement execute function risk.note_change()', t);
        execute format('cluster risk.%I using %I', t, t || '_geom_idx');
        execute format('analyze risk.%I', t);
        execute format('grant select on risk.%I to riskmap_reader', t);
    end loop;
end
$$;
commit;
