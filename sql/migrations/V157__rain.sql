-- Rain gauges, what they measured, at how much rain a hazard is warned of, and which hazards are over now or at any moment.

create table risk.rain_gauge (
    id         risk.feature_id primary key,
    name       text,
    geom       geometry(Point, 4490),
    kind       text,
    admin_code text,
    source     text not null default 'edited',
    updated_at timestamptz not null default now()
);
comment on column risk.rain_gauge.geom is 'null where its owner does not say: it counts only for hazards that name it';
create index rain_gauge_geom on risk.rain_gauge using gist (geom);
create trigger note_insert after insert on risk.rain_gauge referencing new table as new_rows
    for each statement execute function risk.note_change();
create trigger note_update after update on risk.rain_gauge referencing old table as old_rows new table as new_rows
    for each statement execute function risk.note_change();
create trigger note_delete after delete on risk.rain_gauge referencing old table as old_rows
    for each statement execute function risk.note_change();
create trigger note_truncate after truncate on risk.rain_gauge
    for each statement execute function risk.note_change();
create trigger stamp before update on risk.rain_gauge
    for each row when (old is distinct from new) execute function risk.stamp();

insert into risk.standard_threshold
    (topic, class, label_zh, quantity, lower_bound, upper_bound, value, unit, source, certainty, valid_from)
values ('rain_gauge', 'patience', '雨量站一次读数的有效时间', 'time', null, null, 7200, 's',
        '本系统默认值：整点报汛缺一次仍算有效', 'unverified', '2020-01-01');

create table risk.rain_reading (
    id          risk.feature_id primary key,
    gauge_id    risk.feature_id not null references risk.rain_gauge on update cascade on delete cascade,
    at          timestamptz not null,
    minutes     integer not null default 60 check (minutes between 1 and 1440),
    mm          double precision not null check (mm between 0 and 500),
    sum_1h      double precision,
    sum_3h      double precision,
    sum_6h      double precision,
    sum_24h     double precision,
    known_min   integer,
    time_to     timestamptz,
    source      text not null default 'edited',
    updated_at  timestamptz not null default now(),
    unique (gauge_id, at)
);
create index on risk.rain_reading (at);
create index on risk.rain_reading (time_to);
comment on column risk.rain_reading.at is 'end of the interval of `minutes` in which `mm` fell';
comment on column risk.rain_reading.sum_1h is
    'mm in the hour that ends with the reading, kept by a trigger; an interval that is partly in it counts in proportion';
comment on column risk.rain_reading.known_min is 'minutes of the last 24 hours that readings cover: below 1440 the sums are lower bounds';
comment on column risk.rain_reading.time_to is 'the next reading, or when this one is too old to count (standard_threshold rain_gauge)';

-- Sums of the readings of some gauges in a span of time, and until when each of them is the last.
create function risk.sum_rain(gauges text[], since timestamptz, until timestamptz) returns void
    language sql as
$$
update risk.rain_reading r
set sum_1h = s.h1, sum_3h = s.h3, sum_6h = s.h6, sum_24h = s.h24, known_min = s.known, time_to = s.ends
from (select m.id, w.h1, w.h3, w.h6, w.h24, least(1440, w.known) as known,
             least(coalesce(n.next, 'infinity'), m.at + p.patience) as ends
      from risk.rain_reading m
           cross join (select coalesce(max(value), 7200) * interval '1 second' as patience
                       from risk.standard_threshold
                       where topic = 'rain_gauge' and class = 'patience' and valid_from <= current_date
                         and (valid_to is null or valid_to >= current_date)) p
           cross join lateral (
               select sum(x.mm * greatest(0, least(x.minutes, 60 - x.ago)) / x.minutes) as h1,
                      sum(x.mm * greatest(0, least(x.minutes, 180 - x.ago)) / x.minutes) as h3,
                      sum(x.mm * greatest(0, least(x.minutes, 360 - x.ago)) / x.minutes) as h6,
                      sum(x.mm * greatest(0, least(x.minutes, 1440 - x.ago)) / x.minutes) as h24,
                      round(sum(greatest(0, least(x.minutes, 1440 - x.ago))))::integer as known
               from (select b.mm, b.minutes, extract(epoch from m.at - b.at)::double precision / 60 as ago
                     from risk.rain_reading b
                     where b.gauge_id = m.gauge_id and b.at <= m.at and b.at > m.at - interval '24 hours') x) w
           cross join lateral (
               select min(b.at) as next from risk.rain_reading b where b.gauge_id = m.gauge_id and b.at > m.at) n
      where m.gauge_id = any (gauges)
        and m.at >= coalesce((select max(b.at) from risk.rain_reading b where b.gauge_id = m.gauge_id and b.at < since), since)
        and m.at <= until + interval '24 hours') s
where r.id = s.id
  and (r.sum_1h, r.sum_3h, r.sum_6h, r.sum_24h, r.known_min, r.time_to) is distinct from (s.h1, s.h3, s.h6, s.h24, s.known, s.ends)
$$;

create function risk.rain_came() returns trigger
    language plpgsql security definer set search_path = risk, public as
$$
declare
    which text[];
    first timestamptz;
    last  timestamptz;
begin
    if tg_op = 'DELETE' then
        select array_agg(distinct gauge_id), min(at), max(at) into which, first, last from old_rows;
    else
        select array_agg(distinct gauge_id), min(at), max(at) into which, first, last from new_rows;
    end if;
    if which is not null then
        perform risk.sum_rain(which, first, last);
        insert into risk.change (table_name, operation, rows, envelope)
        select 'rain_reading', tg_op, cardinality(which), risk.box_of(st_extent(geom)) from risk.rain_gauge where id = any (which);
        perform pg_notify('riskmap_change', 'rain_reading');
    end if;
    return null;
end
$$;
create trigger sum_insert after insert on risk.rain_reading referencing new table as new_rows
    for each statement when (pg_trigger_depth() = 0) execute function risk.rain_came();
create trigger sum_update after update on risk.rain_reading referencing new table as new_rows
    for each statement when (pg_trigger_depth() = 0) execute function risk.rain_came();
create trigger sum_delete after delete on risk.rain_reading referencing old table as old_rows
    for each statement when (pg_trigger_depth() = 0) execute function risk.rain_came();

create table risk.rain_threshold (
    id           risk.feature_id primary key,
    hazard_layer text not null check (hazard_layer in ('geohazard_zone', 'geohazard_point', 'geohazard_line', 'admin_area',
                                                       'small_catchment')),
    hazard_id    text not null,
    window_h     smallint not null check (window_h in (1, 3, 6, 24)),
    level        text not null check (level in ('blue', 'yellow', 'orange', 'red')),
    mm           double precision not null check (mm > 0),
    gauge_id     risk.feature_id references risk.rain_gauge on update cascade on delete cascade,
    valid_from   date not null default current_date,
    valid_to     date,
    certainty    text not null default 'unverified' check (certainty in ('sure', 'second-hand', 'unverified')),
    says         text not null default '',
    source       text not null default 'edited',
    updated_at   timestamptz not null default now(),
    check (valid_from <= valid_to)
);
create index on risk.rain_threshold (hazard_layer, hazard_id);
create index on risk.rain_threshold (gauge_id);
comment on column risk.rain_threshold.gauge_id is 'the gauge that counts for the hazard; null: the nearest';
comment on column risk.rain_threshold.says is 'where the number is from';

create view risk.rain_hazard as
select 'geohazard_zone' as layer, id::text, name, geom::geometry(Geometry, 4490) as geom from risk.geohazard_zone
union all
select 'geohazard_point', id, name, geom from risk.geohazard_point
union all
select 'geohazard_line', id, name, geom from risk.geohazard_line
union all
select 'admin_area', id, name, geom from risk.admin_area
union all
select 'small_catchment', id, name, geom from risk.small_catchment;

-- Which gauge counts for a hazard that has thresholds: the one that a threshold names, else the nearest by geodesic distance
-- among the eight nearest in degrees.
create view risk.rain_watch as
select h.layer, h.id as hazard_id, h.name, h.geom, coalesce(t.gauge_id, near.id) as gauge_id, t.gauge_id is not null as assigned,
       case when t.gauge_id is null then near.distance_m end as distance_m
from (select distinct hazard_layer, hazard_id, gauge_id from risk.rain_threshold) t
     join risk.rain_hazard h on h.layer = t.hazard_layer and h.id = t.hazard_id
     left join lateral (
         select c.id, st_distance(c.geom::geography, h.geom::geography) as distance_m
         from (select g.id, g.geom from risk.rain_gauge g where g.geom is not null order by g.geom <-> h.geom limit 8) c
         order by distance_m, c.id
         limit 1) near on t.gauge_id is null;

-- Layers. A row holds from time_from until before time_to; without a time a publisher asks for now.
create view risk.rain_gauge_place as
select id, name, geom, kind, admin_code, source, updated_at from risk.rain_gauge where geom is not null;

create view risk.rain_sum as
select r.id, g.name, g.geom, r.gauge_id, r.mm, r.minutes, round(r.sum_1h::numeric, 1)::double precision as sum_1h,
       round(r.sum_3h::numeric, 1)::double precision as sum_3h, round(r.sum_6h::numeric, 1)::double precision as sum_6h,
       round(r.sum_24h::numeric, 1)::double precision as sum_24h, r.known_min,
       r.at as time_from, r.time_to, r.source, r.updated_at
from risk.rain_reading r join risk.rain_gauge g on g.id = r.gauge_id
where g.geom is not null;

create view risk.rain_over as
select (w.layer || '.' || w.hazard_id || '.' || r.id) as id, w.name, w.geom::geometry(Geometry, 4490) as geom, w.layer, w.hazard_id, o.level, o.window_h,
       round(o.sum_mm::numeric, 1)::double precision as sum_mm, o.mm as threshold_mm, w.gauge_id, w.assigned, w.distance_m, o.says, o.certainty,
       r.at as time_from, r.time_to, r.source, r.updated_at
from risk.rain_watch w
     join risk.rain_reading r on r.gauge_id = w.gauge_id
     cross join lateral (
         select t.level, t.window_h, t.mm, t.says, t.certainty, s.sum_mm
         from risk.rain_threshold t
              cross join lateral (select case t.window_h when 1 then r.sum_1h when 3 then r.sum_3h when 6 then r.sum_6h
                                              else r.sum_24h end as sum_mm) s
         where t.hazard_layer = w.layer and t.hazard_id = w.hazard_id
           and (case when w.assigned then t.gauge_id = w.gauge_id else t.gauge_id is null end)
           and t.valid_from <= r.at::date and (t.valid_to is null or t.valid_to >= r.at::date)
           and s.sum_mm >= t.mm
         order by array_position(array ['red', 'orange', 'yellow', 'blue'], t.level), t.window_h, t.mm desc
         limit 1) o;
