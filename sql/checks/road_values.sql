-- A road's class is one of OSM's, its speed is one that could stand on a sign, and bridges and tunnels say their layer.
select id, 'unknown class ' || coalesce(class, '(none)') as problem
from risk.road
where class is null
   or class not in ('motorway', 'motorway_link', 'trunk', 'trunk_link', 'primary', 'primary_link', 'secondary',
                    'secondary_link', 'tertiary', 'tertiary_link', 'unclassified', 'residential', 'living_street',
                    'service', 'pedestrian', 'track', 'road', 'bus_guideway', 'busway', 'raceway', 'escape', 'footway',
                    'bridleway', 'steps', 'corridor', 'path', 'cycleway', 'via_ferrata', 'construction', 'proposed',
                    'platform', 'elevator', 'rest_area', 'services')
union all
select id, 'a speed limit of ' || maxspeed_kmh || ' km/h'
from risk.road
where maxspeed_kmh not between 5 and 130
union all
select id, 'a bridge on layer ' || coalesce(layer, '(none)')
from risk.road
where source = 'demo' and bridge = 'yes' and layer is distinct from '1'
union all
select id, 'a tunnel on layer ' || coalesce(layer, '(none)')
from risk.road
where source = 'demo' and tunnel = 'yes' and layer is distinct from '-1';
