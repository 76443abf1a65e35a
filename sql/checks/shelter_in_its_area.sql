-- A shelter lies in the area that its admin_code names.
select s.id, coalesce('lies outside ' || a.id, 'names no area: ' || s.admin_code) as problem
from risk.shelter s
     left join risk.admin_area a on a.code = s.admin_code
where s.admin_code is not null and (a.id is null or not st_covers(a.geom, s.geom));
