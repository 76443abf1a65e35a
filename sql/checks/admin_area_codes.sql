-- Every township lies under a county and every village under a township; a child's code begins with its parent's.
select c.id, 'its parent ' || coalesce(c.parent_code, '(none)') || ' is no '
             || case c.level when 'village' then 'township' else 'county' end as problem
from risk.admin_area c
     left join risk.admin_area p on p.code = c.parent_code
                                 and p.level = case c.level when 'village' then 'township' when 'township' then 'county' end
where c.level <> 'county' and p.id is null
union all
select id, 'its code ' || code || ' does not begin with ' || parent_code
from risk.admin_area
where not starts_with(code, parent_code);
