-- Roads on the ground meet in vertices that both have; only bridges and tunnels pass over or under others.
with ground as (
    select id, geom from risk.road where bridge is null and tunnel is null
),
meeting as (
    select a.id, b.id as other, a.geom, b.geom as other_geom, st_intersection(a.geom, b.geom) as places
    from ground a
         join ground b on a.id < b.id and st_intersects(a.geom, b.geom)
)
select id, 'crosses ' || other || ' without a shared vertex: ' || st_astext(places, 6) as problem
from meeting
where not st_covers(st_points(geom), places)
   or not st_covers(st_points(other_geom), places);
