-- Every point lies in a county, where there are counties.
select p.id, p.table_name || ' lies outside every county' as problem
from (select 'settlement' as table_name, id, geom from risk.settlement
      union all select 'shelter', id, geom from risk.shelter
      union all select 'hazard_site', id, geom from risk.hazard_site
      union all select 'geohazard_point', id, geom from risk.geohazard_point
      union all select 'fire_point', id, geom from risk.fire_point
      union all select 'rescue_station', id, geom from risk.rescue_station
      union all select 'supply_depot', id, geom from risk.supply_depot
      union all select 'facility', id, geom from risk.facility) p
where exists (select from risk.admin_area where level = 'county')
  and not exists (select from risk.admin_area a where a.level = 'county' and st_covers(a.geom, p.geom));
