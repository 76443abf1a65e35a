-- A zone_id names a zone; a point that names one lies in it or within 200 m.
select p.id, coalesce('lies far outside ' || z.id, 'names no zone: ' || p.zone_id) as problem
from risk.geohazard_point p
     left join risk.geohazard_zone z on z.id = p.zone_id
where p.zone_id is not null and (z.id is null or not st_dwithin(p.geom::geography, z.geom::geography, 200))
union all
select l.id, 'names no zone: ' || l.zone_id
from risk.geohazard_line l
where l.zone_id is not null and not exists (select from risk.geohazard_zone z where z.id = l.zone_id);
