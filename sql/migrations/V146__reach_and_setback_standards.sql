-- Distances and classes of the register check, hazardous sites and forest fire. A class is "kind", "kind/grade", "*/grade"
-- or "*"; of a setback "kind of site/kind of facility", "kind of site/*", or "*".

insert into risk.standard_threshold
    (topic, class, label_zh, quantity, lower_bound, upper_bound, value, unit, source, certainty, valid_from)
values
    ('exposure_alpha', 'radius', '厂外暴露人员统计半径', 'radius', null, null, 500, 'm', 'GB 18218', 'second-hand', '2019-03-01'),

    ('hazard_reach', '尾矿库', '尾矿库（头顶库）下游影响距离', 'reach', null, null, 1000, 'm', '遏制尾矿库“头顶库”重特大事故工作方案（转引：下游1公里（含）内有居民或重要设施）', 'second-hand', '2016-05-20'),
    ('hazard_reach', '危险化学品企业', '危险化学品企业厂外500米', 'reach', null, null, 500, 'm', 'GB 18218（α 的统计半径）', 'second-hand', '2019-03-01'),
    ('hazard_reach', '危险化学品企业/1', '一级重大危险源', 'reach', null, null, 1000, 'm', '本系统初始值，无标准依据，请按安全评价报告修改', 'unverified', '2020-01-01'),
    ('hazard_reach', '液化石油气站', '液化石油气站', 'reach', null, null, 300, 'm', '本系统初始值，无标准依据，请按安全评价报告修改', 'unverified', '2020-01-01'),
    ('hazard_reach', '涉氨制冷企业', '涉氨制冷企业', 'reach', null, null, 300, 'm', '本系统初始值，无标准依据，请按安全评价报告修改', 'unverified', '2020-01-01'),
    ('hazard_reach', '加油站', '加油站', 'reach', null, null, 100, 'm', '本系统初始值，无标准依据，请按安全评价报告修改', 'unverified', '2020-01-01'),
    ('hazard_reach', '水库大坝', '水库大坝', 'reach', null, null, 2000, 'm', '本系统初始值，无标准依据；溃坝影响范围应以淹没分析为准', 'unverified', '2020-01-01'),
    ('hazard_reach', '*/1', '其他一级危险源', 'reach', null, null, 1000, 'm', '本系统初始值，无标准依据，请按安全评价报告修改', 'unverified', '2020-01-01'),
    ('hazard_reach', '*/2', '其他二级危险源', 'reach', null, null, 500, 'm', '本系统初始值，无标准依据，请按安全评价报告修改', 'unverified', '2020-01-01'),
    ('hazard_reach', '*/3', '其他三级危险源', 'reach', null, null, 300, 'm', '本系统初始值，无标准依据，请按安全评价报告修改', 'unverified', '2020-01-01'),
    ('hazard_reach', '*/4', '其他四级危险源', 'reach', null, null, 200, 'm', '本系统初始值，无标准依据，请按安全评价报告修改', 'unverified', '2020-01-01'),

    ('setback', '加油站/*', '加油站与重要公共建筑物的距离', 'distance', null, null, 50, 'm', 'GB 50156（凭记忆，未核对原文）', 'unverified', '2021-10-01'),
    ('setback', '液化石油气站/*', '液化石油气站与重要公共建筑物的距离', 'distance', null, null, 100, 'm', 'GB 51142（凭记忆，未核对原文）', 'unverified', '2016-08-01'),
    ('setback', '烟花爆竹经营点/*', '烟花爆竹零售点与学校、医院等的距离', 'distance', null, null, 100, 'm', '《烟花爆竹经营许可实施办法》（凭记忆，未核对原文）', 'unverified', '2013-12-01'),
    ('setback', '危险化学品企业/*', '危险化学品企业与学校、医院等的距离', 'distance', null, null, 500, 'm', '以 GB 18218 统计半径代替；应按 GB/T 37243 计算外部安全防护距离', 'unverified', '2019-03-01'),
    ('setback', '尾矿库/*', '尾矿库下游1公里内的学校、医院等', 'distance', null, null, 1000, 'm', '遏制尾矿库“头顶库”重特大事故工作方案（转引）', 'second-hand', '2016-05-20'),
    ('setback', '涉氨制冷企业/*', '涉氨制冷企业与学校、医院等的距离', 'distance', null, null, 300, 'm', '本系统初始值，无标准依据，请按安全评价报告修改', 'unverified', '2020-01-01'),

    ('register_check', 'point_reach', '隐患点威胁范围', 'distance', null, null, 200, 'm', '本系统初始值，无标准依据；应以调查划定的威胁范围为准', 'unverified', '2020-01-01'),
    ('register_check', 'line_reach', '隐患线（沟谷）威胁范围', 'distance', null, null, 50, 'm', '本系统初始值，无标准依据；应以调查划定的威胁范围为准', 'unverified', '2020-01-01'),
    ('register_check', 'outside_zone', '隐患点偏离所属风险区的容许距离', 'distance', null, null, 50, 'm', '本系统初始值，无标准依据', 'unverified', '2020-01-01'),
    ('register_check', 'tolerance', '人数差异容许比例', 'share', null, null, 0.2, null, '本系统初始值，无标准依据', 'unverified', '2020-01-01'),

    ('forest_edge', 'reach', '森林防火区：林地边缘外距离', 'distance', null, null, 100, 'm', '各县区政府森林防火区公告（100米为常见值，也有10米）', 'second-hand', '2020-01-01'),
    ('belt_width', '生物防火林带', '生物防火林带宽度（无实测宽度时）', 'width', null, null, 15, 'm', '本系统初始值，请以实测为准', 'unverified', '2020-01-01');

-- The class of a day: the zone's own class and the weather's, the weather counting twice. Rows, so that a county can have another table.
insert into risk.standard_threshold
    (topic, class, label_zh, quantity, lower_bound, upper_bound, value, unit, source, certainty, valid_from)
select 'fire_danger_today',
       'zone_' || z || '/weather_' || w,
       '林区' || z || '级、气象' || w || '级',
       'class',
       null,
       null,
       round((z + 2 * w) / 3.0),
       null,
       '本系统初始值：（林区等级＋2×气象等级）÷3 取整，无标准依据，各县可改',
       'unverified',
       '2020-01-01'
from generate_series(1, 5) z, generate_series(1, 5) w;
