-- Toy town: see README.md beside this file for the drawing, the times and the allocation, all computed by hand.
-- Positions are metres east and north of 119.7°E 27.6°N on the ellipsoid of CGCS2000.

insert into risk.road (id, name, geom, class, oneway, maxspeed_kmh, bridge, source) values
    ('main', '大街', st_geomfromtext('multilinestring((119.700000000 27.600000000, 119.703038815 27.600000000, 119.709116446 27.600000000))', 4490),
     'residential', 'no', 36, null, 'toytown'),
    ('lane', '小巷', st_geomfromtext('multilinestring((119.703038815 27.600000000, 119.703038915 27.603609683))', 4490),
     'residential', 'no', 36, null, 'toytown'),
    ('flyover', '高架路', st_geomfromtext('multilinestring((119.706077481 27.597292737, 119.706077780 27.602707262))', 4490),
     'tertiary', 'no', 36, 'yes', 'toytown'),
    ('ramp', '匝道', st_geomfromtext('multilinestring((119.709116446 27.600000000, 119.709116222 27.597292737, 119.706077481 27.597292737))', 4490),
     'tertiary', 'no', 36, null, 'toytown'),
    ('south', '南岸路', st_geomfromtext('multilinestring((119.700000000 27.598646368, 119.705064630 27.598646368, 119.705064568 27.597292737, 119.706077481 27.597292737))', 4490),
     'residential', 'no', 36, null, 'toytown'),
    ('express', '快速路', st_geomfromtext('multilinestring((119.703038915 27.603609683, 119.706077780 27.603609683, 119.706077780 27.602707262))', 4490),
     'motorway', 'yes', 72, null, 'toytown'),
    ('island', '岛上路', st_geomfromtext('multilinestring((119.720258768 27.600000000, 119.722284645 27.600000000))', 4490),
     'residential', 'no', 36, null, 'toytown');

insert into risk.river (id, name, geom, source) values
    ('river', '小河', st_geomfromtext('multilinestring((119.697974140 27.599097579, 119.704862065 27.599097579))', 4490), 'toytown');

insert into risk.settlement (id, name, geom, population, source) values
    ('a', '甲村', st_geomfromtext('point(119.700000000 27.600451210)', 4490), 100, 'toytown'),
    ('b', '乙村', st_geomfromtext('point(119.703038915 27.603790167)', 4490), 60, 'toytown'),
    ('c', '丙村', st_geomfromtext('point(119.702532346 27.599187821)', 4490), 30, 'toytown'),
    ('d', '丁岛', st_geomfromtext('point(119.721271707 27.600360968)', 4490), 25, 'toytown'),
    ('e', '戊寨', st_geomfromtext('point(119.750646921 27.600000000)', 4490), 7, 'toytown'),
    ('f', '己村', st_geomfromtext('point(119.706077780 27.602887746)', 4490), 50, 'toytown'),
    ('g', '庚村', st_geomfromtext('point(119.700000000 27.598826853)', 4490), 10, 'toytown'),
    ('h', '辛村', st_geomfromtext('point(119.707090569 27.600270726)', 4490), 45, 'toytown');

insert into risk.shelter (id, name, geom, capacity, status, suited_hazards, source) values
    ('s1', '学校', st_geomfromtext('point(119.705064692 27.600180484)', 4490), 120, 'open', 'flood,earthquake', 'toytown'),
    ('s2', '礼堂', st_geomfromtext('point(119.709116423 27.599729274)', 4490), 40, 'open', 'flood', 'toytown'),
    ('s3', '旧仓库', st_geomfromtext('point(119.703241403 27.600000000)', 4490), 500, 'closed', 'flood', 'toytown');

insert into risk.admin_area (id, name, geom, code, level, parent_code, source) values
    ('county', '玩具县', st_geomfromtext('multipolygon(((119.694935515 27.595487894, 119.725322424 27.595487894, 119.725325535 27.609024204, 119.694934893 27.609024204, 119.694935515 27.595487894)))', 4490),
     '330000', 'county', null, 'toytown'),
    ('township', '玩具镇', st_geomfromtext('multipolygon(((119.694935515 27.595487894, 119.712154763 27.595487894, 119.712156257 27.609024204, 119.694934893 27.609024204, 119.694935515 27.595487894)))', 4490),
     '330001', 'township', '330000', 'toytown'),
    ('west', '西村', st_geomfromtext('multipolygon(((119.694935515 27.595487894, 119.704558036 27.595487894, 119.704558596 27.609024204, 119.694934893 27.609024204, 119.694935515 27.595487894)))', 4490),
     '330001001', 'village', '330001', 'toytown'),
    ('east', '东村', st_geomfromtext('multipolygon(((119.704558036 27.595487894, 119.712154763 27.595487894, 119.712156257 27.609024204, 119.704558596 27.609024204, 119.704558036 27.595487894)))', 4490),
     '330001002', 'village', '330001', 'toytown');
