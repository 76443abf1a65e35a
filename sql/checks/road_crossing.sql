-- Roads on the ground meet in vertices that both have; only bridges and tunnels pass over or under others.
with ground as (
    select id, geom from risk.road where bridge is null and tunnel is null
),
meeting as (
    select a.id, b.id as other, a.geom, b.geom as other_geom, d.geom as place
    from ground a
         join ground b on a.id < b.id and a.geom && b.geom,
         st_dumppoints(st_intersection(a.geom, b.geom)) d
)
select id, 'crosses ' || other || ' without a shared vertex at ' || st_astext(place, 6) as problem
from meeting
where not exists (select from st_dumppoints(geom) v where v.geom = place)
   or not exists (select from st_dumppoints(other_geom) v where v.geom = place);
