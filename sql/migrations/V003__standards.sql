-- Thresholds that the analyses and the page read. None of these numbers stands in code.
-- lower_bound is inclusive, upper_bound exclusive, both in `unit`.

insert into risk.standard_threshold
    (topic, class, label_zh, quantity, lower_bound, upper_bound, value, unit, source, certainty, valid_from)
values
    ('warning_level', 'red',    '一级（红色）', 'rank', null, null, 1, null, '《中华人民共和国突发事件应对法》', 'sure', '2007-11-01'),
    ('warning_level', 'orange', '二级（橙色）', 'rank', null, null, 2, null, '《中华人民共和国突发事件应对法》', 'sure', '2007-11-01'),
    ('warning_level', 'yellow', '三级（黄色）', 'rank', null, null, 3, null, '《中华人民共和国突发事件应对法》', 'sure', '2007-11-01'),
    ('warning_level', 'blue',   '四级（蓝色）', 'rank', null, null, 4, null, '《中华人民共和国突发事件应对法》', 'sure', '2007-11-01'),

    ('geohazard_danger', '特大型', '特大型地质灾害险情', 'threatened_persons', 1000, null, null, '人', '《国家突发地质灾害应急预案》', 'sure', '2006-01-13'),
    ('geohazard_danger', '大型',   '大型地质灾害险情',   'threatened_persons', 500, 1000, null, '人', '《国家突发地质灾害应急预案》', 'sure', '2006-01-13'),
    ('geohazard_danger', '中型',   '中型地质灾害险情',   'threatened_persons', 100, 500, null, '人', '《国家突发地质灾害应急预案》', 'sure', '2006-01-13'),
    ('geohazard_danger', '小型',   '小型地质灾害险情',   'threatened_persons', 0, 100, null, '人', '《国家突发地质灾害应急预案》', 'sure', '2006-01-13'),
    ('geohazard_danger', '特大型', '特大型地质灾害险情', 'threatened_property', 10000, null, null, '万元', '《国家突发地质灾害应急预案》', 'sure', '2006-01-13'),
    ('geohazard_danger', '大型',   '大型地质灾害险情',   'threatened_property', 5000, 10000, null, '万元', '《国家突发地质灾害应急预案》', 'sure', '2006-01-13'),
    ('geohazard_danger', '中型',   '中型地质灾害险情',   'threatened_property', 500, 5000, null, '万元', '《国家突发地质灾害应急预案》', 'sure', '2006-01-13'),
    ('geohazard_danger', '小型',   '小型地质灾害险情',   'threatened_property', 0, 500, null, '万元', '《国家突发地质灾害应急预案》', 'sure', '2006-01-13'),

    ('major_hazard_source', '一级', '一级重大危险源', 'R', 100, null, null, null, 'GB 18218', 'second-hand', '2019-03-01'),
    ('major_hazard_source', '二级', '二级重大危险源', 'R', 50, 100, null, null, 'GB 18218', 'second-hand', '2019-03-01'),
    ('major_hazard_source', '三级', '三级重大危险源', 'R', 10, 50, null, null, 'GB 18218', 'second-hand', '2019-03-01'),
    ('major_hazard_source', '四级', '四级重大危险源', 'R', null, 10, null, null, 'GB 18218', 'second-hand', '2019-03-01'),

    ('exposure_alpha', 'persons_100', '厂外暴露人员100人及以上', 'persons_within_500m', 100, null, 2.0, '人', 'GB 18218', 'second-hand', '2019-03-01'),
    ('exposure_alpha', 'persons_50',  '厂外暴露人员50～99人',   'persons_within_500m', 50, 100, 1.5, '人', 'GB 18218', 'second-hand', '2019-03-01'),
    ('exposure_alpha', 'persons_30',  '厂外暴露人员30～49人',   'persons_within_500m', 30, 50, 1.2, '人', 'GB 18218', 'second-hand', '2019-03-01'),
    ('exposure_alpha', 'persons_1',   '厂外暴露人员1～29人',    'persons_within_500m', 1, 30, 1.0, '人', 'GB 18218', 'second-hand', '2019-03-01'),
    ('exposure_alpha', 'persons_0',   '厂外无暴露人员',         'persons_within_500m', 0, 1, 0.5, '人', 'GB 18218', 'second-hand', '2019-03-01'),

    ('fire_danger', '1', '一级（绿）难以燃烧', 'index', null, 26, null, null, 'QX/T 77-2007 及另一网页', 'second-hand', '2007-10-01'),
    ('fire_danger', '2', '二级（蓝）较难燃烧', 'index', 26, 51, null, null, 'QX/T 77-2007 及另一网页', 'second-hand', '2007-10-01'),
    ('fire_danger', '3', '三级（黄）较易燃烧', 'index', 51, 73, null, null, 'QX/T 77-2007 及另一网页', 'second-hand', '2007-10-01'),
    ('fire_danger', '4', '四级（橙）容易燃烧', 'index', 73, 91, null, null, 'QX/T 77-2007 及另一网页', 'second-hand', '2007-10-01'),
    ('fire_danger', '5', '五级（红）极易燃烧', 'index', 91, null, null, null, 'QX/T 77-2007 及另一网页', 'second-hand', '2007-10-01'),

    ('shelter_tier', 'county',   '县级避灾安置场所', 'capacity', 200, null, null, '人', '浙江省某县避灾安置场所建设通知', 'second-hand', '2020-01-01'),
    ('shelter_tier', 'township', '乡级避灾安置场所', 'capacity', 100, null, null, '人', '浙江省某县避灾安置场所建设通知', 'second-hand', '2020-01-01'),
    ('shelter_tier', 'village',  '村级避灾安置场所', 'capacity', 50, null, null, '人', '浙江省某县避灾安置场所建设通知', 'second-hand', '2020-01-01'),

    ('emergency_shelter', 'service_radius', '应急避难场所服务半径', 'radius', null, null, 500, 'm', '广东省应急避难场所建设要求', 'second-hand', '2020-01-01'),
    ('emergency_shelter', 'walking_time',   '步行到达时间',         'time', null, null, 600, 's', '广东省应急避难场所建设要求', 'second-hand', '2020-01-01'),

    ('gb51143_area', 'emergency_1',  '紧急避难场所（低限）', 'area_per_person', null, null, 0.5, 'm²/人', 'GB 51143（凭记忆，未核对原文）', 'unverified', '2016-08-01'),
    ('gb51143_area', 'emergency_2',  '紧急避难场所',         'area_per_person', null, null, 1.0, 'm²/人', 'GB 51143（凭记忆，未核对原文）', 'unverified', '2016-08-01'),
    ('gb51143_area', 'short',        '短期固定避难场所',     'area_per_person', null, null, 2.0, 'm²/人', 'GB 51143（凭记忆，未核对原文）', 'unverified', '2016-08-01'),
    ('gb51143_area', 'medium',       '中期固定避难场所',     'area_per_person', null, null, 3.0, 'm²/人', 'GB 51143（凭记忆，未核对原文）', 'unverified', '2016-08-01'),
    ('gb51143_area', 'long',         '长期固定避难场所',     'area_per_person', null, null, 4.5, 'm²/人', 'GB 51143（凭记忆，未核对原文）', 'unverified', '2016-08-01'),
    ('gb51143_radius', 'emergency',  '紧急避难场所服务半径', 'radius', null, null, 500, 'm', 'GB 51143（凭记忆，未核对原文）', 'unverified', '2016-08-01'),
    ('gb51143_radius', 'short',      '短期固定避难场所服务半径', 'radius', null, null, 1000, 'm', 'GB 51143（凭记忆，未核对原文）', 'unverified', '2016-08-01'),
    ('gb51143_radius', 'medium',     '中期固定避难场所服务半径', 'radius', null, null, 1500, 'm', 'GB 51143（凭记忆，未核对原文）', 'unverified', '2016-08-01'),
    ('gb51143_radius', 'long',       '长期固定避难场所服务半径', 'radius', null, null, 2500, 'm', 'GB 51143（凭记忆，未核对原文）', 'unverified', '2016-08-01'),

    ('walking', 'flat', '平地步行速度', 'speed', null, null, 4.0, 'km/h', 'Tobler 1993（坡度修正用同一文献的函数）', 'sure', '1993-02-01'),

    ('response_circle', '1min',  '1分钟救援圈',  'time', null, null, 60, 's', '“135”快速救援圈、15分钟救援圈实践', 'second-hand', '2020-01-01'),
    ('response_circle', '3min',  '3分钟救援圈',  'time', null, null, 180, 's', '“135”快速救援圈、15分钟救援圈实践', 'second-hand', '2020-01-01'),
    ('response_circle', '5min',  '5分钟救援圈',  'time', null, null, 300, 's', '“135”快速救援圈、15分钟救援圈实践', 'second-hand', '2020-01-01'),
    ('response_circle', '15min', '15分钟救援圈', 'time', null, null, 900, 's', '“135”快速救援圈、15分钟救援圈实践', 'second-hand', '2020-01-01');
