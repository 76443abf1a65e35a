-- Every geometry is valid and not empty.
select id, table_name || ': ' || coalesce(nullif(st_isvalidreason(geom), 'Valid Geometry'), 'is empty') as problem
from (select 'admin_area' as table_name, id, geom from risk.admin_area
      union all select 'settlement', id, geom from risk.settlement
      union all select 'shelter', id, geom from risk.shelter
      union all select 'hazard_site', id, geom from risk.hazard_site
      union all select 'geohazard_point', id, geom from risk.geohazard_point
      union all select 'geohazard_line', id, geom from risk.geohazard_line
      union all select 'geohazard_zone', id, geom from risk.geohazard_zone
      union all select 'fire_zone', id, geom from risk.fire_zone
      union all select 'fire_point', id, geom from risk.fire_point
      union all select 'firebreak', id, geom from risk.firebreak
      union all select 'road', id, geom from risk.road
      union all select 'river', id, geom from risk.river
      union all select 'rescue_station', id, geom from risk.rescue_station
      union all select 'supply_depot', id, geom from risk.supply_depot
      union all select 'small_catchment', id, geom from risk.small_catchment
      union all select 'facility', id, geom from risk.facility
      union all select 'closure', id, geom from risk.closure
      union all select 'warning', id, geom from risk.warning) everything
where st_isempty(geom) or not st_isvalid(geom);
