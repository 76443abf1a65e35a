-- Every road can be reached from the longest one over vertices that roads share.
with recursive vertex as (
    select r.id, d.geom
    from risk.road r, st_dumppoints(r.geom) d
),
shared as (
    select distinct a.id, b.id as other
    from vertex a
         join vertex b on a.geom = b.geom and a.id <> b.id
),
reached as (
    select id from (select id from risk.road order by st_length(geom) desc, id limit 1) longest
    union
    select s.other from reached join shared s using (id)
)
select id, 'is not connected with the other roads' as problem
from risk.road
where id not in (select id from reached);
