-- What a load needs inside the database, for the length of its session.

-- A date or time in PostgreSQL's pattern, in a zone; null where the text is not one (30 February, hour 25).
create or replace function pg_temp.moment(word text, pattern text, zone text) returns timestamptz
    language plpgsql as
$$
declare
    local timestamp;
begin
    local := to_timestamp(word, pattern) at time zone current_setting('timezone');
    return case when to_char(local, pattern) = word then local at time zone zone end;
exception
    when data_exception then
        return null;
end
$$;

-- A speed limit as OpenStreetMap writes it, km/h: 50, 50 km/h, 30 mph; null where it is anything else.
create or replace function pg_temp.kmh(word text) returns text
    language sql immutable as
$$
select case
           when word ~ '^\d{1,3}(\.\d+)?( ?km/?h)?$' then nullif(substring(word from '^[\d.]+')::numeric, 0)::text
           when word ~ '^\d{1,3}(\.\d+)? ?mph$' then nullif(round(substring(word from '^[\d.]+')::numeric * 1.609344, 3), 0)::text
       end
$$;

-- In EPSG:4490; null where PROJ cannot compute it. WGS 84, TWD97 and ETRS89 degrees are CGCS2000 degrees within a metre.
create or replace function pg_temp.moved(given geometry) returns geometry
    language plpgsql as
$$
begin
    if st_srid(given) in (4490, 4326, 3824, 4258) then
        return st_setsrid(given, 4490);
    end if;
    return st_transform(given, 4490);
exception
    when internal_error or data_exception then
        return null;
end
$$;

-- Polygons as what they mean together, or null where that is not certain. A ring that crosses itself is repaired when
-- that leaves its area as it was (within a thousandth: a bow tie's does not); then the parts are united, because
-- ST_MakeValid on overlapping parts would cut out what they share.
create or replace function pg_temp.repaired(given geometry) returns geometry
    language sql as
$$
with part as (
    select d.geom as was, case when st_isvalid(d.geom) then d.geom else st_collectionextract(st_makevalid(d.geom), 3) end as now
    from st_dump(given) d
)
select case
           when bool_and(abs(st_area(now) - st_area(was)) <= 0.001 * st_area(was)) then st_union(now)
       end
from part
$$;

-- The geometry as a column of this type takes it (Point, MultiLineString, MultiPolygon), or null.
create or replace function pg_temp.shaped(given geometry, kind text, on_surface boolean) returns geometry
    language plpgsql as
$$
declare
    flat geometry := st_force2d(given);
begin
    if st_isempty(flat) then
        return null;
    elsif kind = 'Point' and on_surface then
        return st_pointonsurface(case when st_isvalid(flat) then flat else pg_temp.repaired(flat) end);
    elsif kind = 'Point' then
        return case when st_numgeometries(flat) = 1 and st_dimension(flat) = 0 then st_geometryn(flat, 1) end;
    elsif kind = 'MultiLineString' then
        return case when geometrytype(flat) in ('LINESTRING', 'MULTILINESTRING') and st_isvalid(flat)
                        then st_multi(flat) end;
    elsif kind = 'MultiPolygon' then
        if geometrytype(flat) not in ('POLYGON', 'MULTIPOLYGON') then
            return null;
        end if;
        return st_multi(case when st_isvalid(flat) then flat else pg_temp.repaired(flat) end);
    end if;
    return flat;
end
$$;

-- Why a geometry cannot be taken. `raw` as given in EPSG:`srid`, `moved` in 4490, `shape` for the column; `area` is where
-- it must lie.
create or replace function pg_temp.geometry_problem(raw geometry, moved geometry, shape geometry, kind text, area geometry)
    returns text
    language plpgsql as
$$
declare
    degrees boolean := exists (select from spatial_ref_sys where srid = st_srid(raw) and proj4text like '%+proj=longlat%');
    crs     text    := 'EPSG:' || st_srid(raw);
    x       float8;
    y       float8;
    swapped boolean;
begin
    if raw is null or st_isempty(raw) then
        return 'it has no geometry';
    end if;
    x := (st_xmin(raw) + st_xmax(raw)) / 2;
    y := (st_ymin(raw) + st_ymax(raw)) / 2;
    if x = 'NaN' or y = 'NaN' or abs(x) = 'Infinity' or abs(y) = 'Infinity' then
        return 'its geometry has coordinates that are no numbers';
    end if;
    swapped := coalesce(pg_temp.moved(st_flipcoordinates(raw)) && area, false);
    if degrees and (abs(x) > 180 or abs(y) > 90) then
        return case
                   when swapped or (abs(x) <= 90 and abs(y) <= 180)
                       then format('longitude and latitude are swapped: %s, %s', x, y)
                   else format('its position %s, %s is not in degrees, though %s counts in degrees', x, y, crs)
               end;
    elsif not degrees and abs(x) <= 180 and abs(y) <= 180 then
        return format('its position %s, %s is in degrees, though %s counts in metres', x, y, crs);
    elsif moved is null or (not degrees and greatest(abs(x), abs(y)) > 1e8) then
        return format('its position %s, %s cannot be transformed from %s', x, y, crs);
    elsif shape is null and kind in ('MultiPolygon', 'MultiLineString')
        and geometrytype(moved) in ('POLYGON', 'MULTIPOLYGON', 'LINESTRING', 'MULTILINESTRING')
        and geometrytype(moved) like '%' || upper(substring(kind from 6)) then
        return format('its geometry is invalid (%s) and cannot be repaired without changing it', st_isvalidreason(moved));
    elsif shape is null then
        return format('its geometry is a %s where a %s belongs', geometrytype(moved), kind);
    end if;
    x := (st_xmin(shape) + st_xmax(shape)) / 2;
    y := (st_ymin(shape) + st_ymax(shape)) / 2;
    return format('its position %s, %s lies outside the area %s %s to %s %s', round(x::numeric, 5), round(y::numeric, 5),
                  st_xmin(area), st_ymin(area), st_xmax(area), st_ymax(area))
        || case when swapped then ', and would lie inside with longitude and latitude swapped' else '' end;
end
$$;

-- A point that is taken for GCJ-02, moved to where it would be in CGCS2000 (to about 2 m: the shift is computed at the
-- shifted place). Formula and constants as published for this obfuscation: Krasovsky 1940, offsets from 105° E, 35° N.
create or replace function pg_temp.from_gcj02(given geometry) returns geometry
    language sql immutable as
$$
with place as (
    select st_x(given) as lon, st_y(given) as lat, st_x(given) - 105 as x, st_y(given) - 35 as y
), wave as (
    select *,
           (20 * sin(6 * x * pi()) + 20 * sin(2 * x * pi())) * 2 / 3 as ripple,
           1 - 0.00669342162296594323 * sin(radians(lat)) ^ 2 as bend
    from place
), shift as (
    select *,
           300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x)) + ripple
               + (20 * sin(x * pi()) + 40 * sin(x / 3 * pi())) * 2 / 3
               + (150 * sin(x / 12 * pi()) + 300 * sin(x / 30 * pi())) * 2 / 3 as east_m,
           -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x)) + ripple
               + (20 * sin(y * pi()) + 40 * sin(y / 3 * pi())) * 2 / 3
               + (160 * sin(y / 12 * pi()) + 320 * sin(y / 30 * pi())) * 2 / 3 as north_m
    from wave
)
select st_point(lon - degrees(east_m / (6378245.0 / sqrt(bend) * cos(radians(lat)))),
                lat - degrees(north_m / (6378245.0 * (1 - 0.00669342162296594323) / (bend * sqrt(bend)))),
                st_srid(given))
from shift
$$;
