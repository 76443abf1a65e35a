-- People and households are the same on every level: county = its townships = their villages = their settlements.
with parts as (
    select parent_code as code, case level when 'village' then 'township' else 'county' end as level,
           sum(population) as population, sum(households) as households
    from risk.admin_area
    where level <> 'county'
    group by parent_code, level
    union all
    select admin_code, 'village', sum(population), sum(households)
    from risk.settlement
    group by admin_code
)
select a.id, format('has %s persons in %s households, its parts %s in %s',
                    a.population, a.households, coalesce(p.population, 0), coalesce(p.households, 0)) as problem
from risk.admin_area a
     left join parts p using (code, level)
where (a.population, a.households) is distinct from (coalesce(p.population, 0), coalesce(p.households, 0));
