-- The areas of a level cover their parents without gaps and do not overlap each other (tolerance 1 m²).
with parent_and_children as (
    select p.id, p.geom as parent, st_union(c.geom) as children
    from risk.admin_area p
         join risk.admin_area c on c.parent_code = p.code
    where p.level = case c.level when 'village' then 'township' when 'township' then 'county' end
    group by p.id, p.geom
)
select id, 'differs from its parts by ' || round(st_area(st_symdifference(parent, children)::geography)) || ' m²' as problem
from parent_and_children
where st_area(st_symdifference(parent, children)::geography) > 1
union all
select a.id, 'overlaps ' || b.id
from risk.admin_area a
     join risk.admin_area b on a.level = b.level and a.id < b.id and a.geom && b.geom
where st_relate(a.geom, b.geom, '2********')
  and st_area(st_intersection(a.geom, b.geom)::geography) > 1;
