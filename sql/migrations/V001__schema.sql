-- riskmap's tables. Geometry is EPSG:4490 (CGCS2000, degrees; stored longitude, latitude).
-- Every layer has id, name, geom, source, updated_at; what a source does not say is null.

create extension if not exists postgis schema public;
create schema if not exists risk;

create domain risk.feature_id as text check (value ~ '^[A-Za-z0-9_.-]{1,64}$');

-- Administrative areas and people ------------------------------------------------------------------------------

create table risk.admin_area (
    id          risk.feature_id primary key,
    name        text,
    geom        geometry(MultiPolygon, 4490) not null,
    code        text not null,
    level       text not null check (level in ('county', 'township', 'village')),
    parent_code text,
    population  integer check (population >= 0),
    households  integer check (households >= 0),
    source      text not null,
    updated_at  timestamptz not null default now(),
    unique (level, code)
);

create table risk.settlement (
    id         risk.feature_id primary key,
    name       text,
    geom       geometry(Point, 4490) not null,
    population integer check (population >= 0),
    households integer check (households >= 0),
    vulnerable integer check (vulnerable >= 0),
    admin_code text,
    source     text not null,
    updated_at timestamptz not null default now(),
    check (vulnerable <= population)
);

-- Shelters -----------------------------------------------------------------------------------------------------

create function risk.hazards_known(hazards text) returns boolean
    language sql immutable parallel safe as
$$
select hazards is null
    or string_to_array(hazards, ',') <@ array ['flood', 'typhoon', 'geohazard', 'earthquake', 'fire', 'tsunami']
$$;

create table risk.shelter (
    id                risk.feature_id primary key,
    name              text,
    geom              geometry(Point, 4490) not null,
    capacity          integer not null check (capacity >= 0),
    tier              text check (tier in ('county', 'township', 'village')),
    status            text not null default 'open' check (status in ('open', 'closed')),
    standardised      boolean,
    effective_area_m2 double precision check (effective_area_m2 >= 0),
    suited_hazards    text check (risk.hazards_known(suited_hazards)),
    address           text,
    admin_code        text,
    source            text not null,
    updated_at        timestamptz not null default now()
);

-- Hazards ------------------------------------------------------------------------------------------------------

create table risk.hazard_site (
    id         risk.feature_id primary key,
    name       text,
    geom       geometry(Point, 4490) not null,
    kind       text,
    grade      smallint check (grade between 1 and 4),
    status     text,
    source     text not null,
    updated_at timestamptz not null default now()
);

create table risk.geohazard_zone (
    id                    risk.feature_id primary key,
    name                  text,
    geom                  geometry(MultiPolygon, 4490) not null,
    type                  text,
    risk                  text check (risk in ('high', 'medium', 'low', 'watch')),
    danger_grade          text,
    threatened_households text,
    threatened_persons    text,
    source                text not null,
    updated_at            timestamptz not null default now()
);

create table risk.geohazard_point (
    id                    risk.feature_id primary key,
    name                  text,
    geom                  geometry(Point, 4490) not null,
    type                  text,
    risk                  text check (risk in ('high', 'medium', 'low', 'watch')),
    danger_grade          text,
    threatened_households text,
    threatened_persons    text,
    zone_id               text,
    source                text not null,
    updated_at            timestamptz not null default now()
);

create table risk.geohazard_line (
    id                    risk.feature_id primary key,
    name                  text,
    geom                  geometry(MultiLineString, 4490) not null,
    type                  text,
    risk                  text check (risk in ('high', 'medium', 'low', 'watch')),
    danger_grade          text,
    threatened_households text,
    threatened_persons    text,
    zone_id               text,
    source                text not null,
    updated_at            timestamptz not null default now()
);
comment on column risk.geohazard_point.threatened_households is
    'as the source says it: a number or a class in words such as "1~4戶"; a class stays words';

create table risk.fire_zone (
    id           risk.feature_id primary key,
    name         text,
    geom         geometry(MultiPolygon, 4490) not null,
    danger_class smallint check (danger_class between 1 and 5),
    source       text not null,
    updated_at   timestamptz not null default now()
);

create table risk.fire_point (
    id          risk.feature_id primary key,
    name        text,
    geom        geometry(Point, 4490) not null,
    detected_at timestamptz,
    confidence  text,
    frp_mw      double precision,
    source      text not null,
    updated_at  timestamptz not null default now()
);

create table risk.firebreak (
    id         risk.feature_id primary key,
    name       text,
    geom       geometry(MultiLineString, 4490) not null,
    kind       text,
    source     text not null,
    updated_at timestamptz not null default now()
);

-- Roads and rivers ---------------------------------------------------------------------------------------------

create table risk.road (
    id           risk.feature_id primary key,
    name         text,
    geom         geometry(MultiLineString, 4490) not null,
    kind         text,
    class        text,
    oneway       text check (oneway in ('yes', 'no', 'reverse')),
    maxspeed_kmh double precision check (maxspeed_kmh > 0),
    ref          text,
    junction     text,
    bridge       text,
    tunnel       text,
    layer        text,
    access       text,
    source       text not null,
    updated_at   timestamptz not null default now()
);

create table risk.river (
    id         risk.feature_id primary key,
    name       text,
    geom       geometry(MultiLineString, 4490) not null,
    kind       text,
    source     text not null,
    updated_at timestamptz not null default now()
);

-- Means --------------------------------------------------------------------------------------------------------

create table risk.rescue_station (
    id         risk.feature_id primary key,
    name       text,
    geom       geometry(Point, 4490) not null,
    kind       text,
    vehicles   integer check (vehicles >= 0),
    persons    integer check (persons >= 0),
    address    text,
    phone      text,
    source     text not null,
    updated_at timestamptz not null default now()
);
comment on column risk.rescue_station.phone is 'the office''s number; never a person''s';

create table risk.supply_depot (
    id         risk.feature_id primary key,
    name       text,
    geom       geometry(Point, 4490) not null,
    kind       text,
    items      integer check (items >= 0),
    source     text not null,
    updated_at timestamptz not null default now()
);

-- Closures and warnings ----------------------------------------------------------------------------------------

create table risk.closure (
    id         risk.feature_id primary key,
    name       text,
    geom       geometry(MultiPolygon, 4490) not null,
    valid_from timestamptz,
    valid_to   timestamptz,
    source     text not null,
    updated_at timestamptz not null default now(),
    check (valid_from <= valid_to)
);

create table risk.warning (
    id         risk.feature_id primary key,
    name       text,
    geom       geometry(MultiPolygon, 4490) not null,
    level      text not null check (level in ('blue', 'yellow', 'orange', 'red')),
    hazard     text,
    valid_from timestamptz,
    valid_to   timestamptz,
    source     text not null,
    updated_at timestamptz not null default now(),
    check (valid_from <= valid_to)
);

-- Results of analyses ------------------------------------------------------------------------------------------

create table risk.analysis_run (
    id            text primary key check (id ~ '^[0-9a-f]{32}$'),
    process       text not null,
    parameters    jsonb not null,
    data_versions jsonb not null,
    layers        text[] not null,
    result        text not null,
    created_at    timestamptz not null default now()
);
comment on column risk.analysis_run.id is 'hash of canonical inputs and data versions';
comment on column risk.analysis_run.result is 'the outputs as JSON text, byte for byte as they were first given';

create table risk.shelter_catchment (
    id                risk.feature_id primary key,
    name              text,
    geom              geometry(MultiPolygon, 4490) not null,
    shelter_id        text not null,
    run_id            text references risk.analysis_run on delete cascade,
    population        integer check (population >= 0),
    max_travel_time_s integer check (max_travel_time_s >= 0),
    source            text not null,
    updated_at        timestamptz not null default now()
);

create table risk.run_coverage (
    id            risk.feature_id primary key,
    name          text,
    geom          geometry(Point, 4490) not null,
    run_id        text not null references risk.analysis_run on delete cascade,
    demand_id     text not null,
    population    integer not null check (population >= 0),
    assigned      integer not null check (assigned >= 0),
    unassigned    integer not null check (unassigned >= 0),
    reason        text check (reason in ('not_snapped', 'no_path', 'too_far', 'no_capacity')),
    shelter_id    text,
    travel_time_s integer,
    distance_m    double precision,
    source        text not null,
    updated_at    timestamptz not null default now(),
    check (assigned + unassigned = population)
);

create table risk.run_shelter (
    id         risk.feature_id primary key,
    name       text,
    geom       geometry(Point, 4490) not null,
    run_id     text not null references risk.analysis_run on delete cascade,
    shelter_id text not null,
    capacity   integer not null check (capacity >= 0),
    used       integer not null check (used >= 0),
    excluded   text check (excluded in ('in_hazard', 'unsuited', 'no_capacity', 'not_snapped')),
    source     text not null,
    updated_at timestamptz not null default now()
);

create table risk.run_ring (
    id         risk.feature_id primary key,
    name       text,
    geom       geometry(MultiPolygon, 4490) not null,
    run_id     text not null references risk.analysis_run on delete cascade,
    from_m     double precision not null,
    to_m       double precision not null,
    area_m2    double precision not null,
    population integer not null,
    households integer not null,
    source     text not null,
    updated_at timestamptz not null default now()
);

create table risk.run_exposed (
    id             risk.feature_id primary key,
    name           text,
    geom           geometry(Geometry, 4490) not null,
    run_id         text not null references risk.analysis_run on delete cascade,
    layer          text not null,
    feature_id     text not null,
    ring           integer not null,
    distance_m     double precision not null,
    nearest_hazard text,
    population     integer,
    source         text not null,
    updated_at     timestamptz not null default now()
);

-- Thresholds, rejected records ---------------------------------------------------------------------------------

create table risk.standard_threshold (
    topic       text not null,
    class       text not null,
    label_zh    text not null,
    quantity    text not null,
    lower_bound double precision,
    upper_bound double precision,
    value       double precision,
    unit        text,
    source      text not null,
    certainty   text not null check (certainty in ('sure', 'second-hand', 'unverified')),
    valid_from  date not null,
    valid_to    date,
    primary key (topic, class, quantity, valid_from),
    check (valid_from <= valid_to),
    check (lower_bound is not null or upper_bound is not null or value is not null)
);
comment on column risk.standard_threshold.lower_bound is 'inclusive';
comment on column risk.standard_threshold.upper_bound is 'exclusive';

create table risk.import_reject (
    id          bigint generated always as identity primary key,
    source      text not null,
    file        text not null,
    line        bigint,
    target      text,
    original    jsonb not null,
    reasons     text[] not null check (cardinality(reasons) > 0),
    rejected_at timestamptz not null default now()
);
create index on risk.import_reject (source, file);
comment on column risk.import_reject.line is 'line of a text file, else the record''s number; both count from 1';

-- Spatial and lookup indexes -----------------------------------------------------------------------------------

do
$$
declare
    t record;
begin
    for t in select f_table_name as name from geometry_columns where f_table_schema = 'risk'
        loop
            execute format('create index %I on risk.%I using gist (geom)', t.name || '_geom', t.name);
            execute format('create index %I on risk.%I (source)', t.name || '_source', t.name);
            if exists (select from information_schema.columns
                       where table_schema = 'risk' and table_name = t.name and column_name = 'run_id') then
                execute format('create index %I on risk.%I (run_id)', t.name || '_run', t.name);
            end if;
        end loop;
end
$$;
create index on risk.admin_area (code);
create index on risk.admin_area (parent_code);
create index on risk.settlement (admin_code);
create index on risk.fire_point (detected_at);
