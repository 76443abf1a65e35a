-- A settlement lies in the village that its admin_code names.
select s.id, coalesce('lies outside ' || a.id, 'names no village: ' || coalesce(s.admin_code, '(none)')) as problem
from risk.settlement s
     left join risk.admin_area a on a.code = s.admin_code and a.level = 'village'
where a.id is null or not st_covers(a.geom, s.geom);
