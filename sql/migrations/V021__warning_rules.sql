-- What warnings mean, as data; who issued and ended them; who did what.

create table risk.warning_rules (
    county     text not null,
    version    integer not null check (version > 0),
    rules      json not null,
    note       text not null,
    author     text not null,
    created_at timestamptz not null default now(),
    primary key (county, version)
);
comment on table risk.warning_rules is 'by county (* for any other), the newest version counts; a version is never changed';

create table risk.warning_record (
    warning_id  text primary key,
    admin_codes text[] not null,
    rules       text not null,
    rule        json not null,
    issued_at   timestamptz not null default now(),
    issued_by   text not null,
    ended_at    timestamptz,
    ended_by    text,
    check ((ended_at is null) = (ended_by is null))
);
comment on column risk.warning_record.rules is 'county and version of the rules it was issued by';
comment on column risk.warning_record.rule is 'the rule as it was then';

create table risk.audit (
    id      bigint generated always as identity primary key,
    at      timestamptz not null default clock_timestamp(),
    who     text not null,
    action  text not null,
    subject text not null,
    detail  text not null
);
create index on risk.audit (subject);

create function risk.keep_record() returns trigger
    language plpgsql as
$$
begin
    raise exception 'risk.% is a record: its rows are not changed or removed', tg_table_name;
end
$$;
create trigger keep before update or delete on risk.audit for each row execute function risk.keep_record();
create trigger keep before update or delete on risk.warning_rules for each row execute function risk.keep_record();

-- An issued warning: only its end may come earlier.
create function risk.keep_warning() returns trigger
    language plpgsql as
$$
begin
    if tg_op = 'DELETE' or (new.id, new.name, new.geom, new.level, new.hazard, new.valid_from, new.source)
            is distinct from (old.id, old.name, old.geom, old.level, old.hazard, old.valid_from, old.source)
        or coalesce(new.valid_to, 'infinity') > coalesce(old.valid_to, 'infinity') then
        raise exception 'warning % was issued: it is a record, only its end may come earlier', old.id;
    end if;
    return new;
end
$$;
create trigger keep before update or delete on risk.warning
    for each row when (old.source = 'issued') execute function risk.keep_warning();

do
$$
begin
    if exists (select from pg_roles where rolname = 'riskmap_reader') then
        revoke all on risk.audit from riskmap_reader;
    end if;
end
$$;

insert into risk.warning_rules (county, version, rules, note, author)
values ('*', 1, $rules$[{"hazards": ["geohazard"], "level": "blue", "move": [], "close": [], "steps": [{"step": "断", "text": "巡查切坡、临崖、临水路段和在建工程，备好封路标志"}, {"step": "禁", "text": "提醒避免进入高风险区和山洪沟道"}, {"step": "停", "text": "户外高空、涉水作业做好停工准备"}, {"step": "撤", "text": "核对转移名单、责任人和避灾点，暂不转移"}, {"step": "疏", "text": "疏通涵洞、边沟和排洪通道"}]},
{"hazards": ["flood", "typhoon"], "level": "blue", "move": [], "close": [], "steps": [{"step": "断", "text": "巡查切坡、临崖、临水路段和在建工程，备好封路标志"}, {"step": "禁", "text": "提醒避免进入高风险区和山洪沟道"}, {"step": "停", "text": "户外高空、涉水作业做好停工准备"}, {"step": "撤", "text": "核对转移名单、责任人和避灾点，暂不转移"}, {"step": "疏", "text": "疏通涵洞、边沟和排洪通道"}]},
{"hazards": ["geohazard"], "level": "yellow", "move": [{"near": "geohazard_zone", "classes": ["high"], "within_m": 100, "why": "高风险区内及外100米"}], "close": [], "steps": [{"step": "断", "text": "切断危险区内户外用电，值守易塌方路段"}, {"step": "禁", "text": "禁止进入高风险区游玩、露营、作业"}, {"step": "停", "text": "停止高风险区内施工和户外活动"}, {"step": "撤", "text": "高风险区内人员转移"}, {"step": "疏", "text": "疏导沿线车辆绕行，疏通排水"}]},
{"hazards": ["flood", "typhoon"], "level": "yellow", "move": [{"near": "geohazard_zone", "classes": ["high"], "within_m": 100, "why": "高风险区内及外100米"}], "close": [], "steps": [{"step": "断", "text": "切断危险区内户外用电，值守易塌方路段"}, {"step": "禁", "text": "禁止进入高风险区游玩、露营、作业"}, {"step": "停", "text": "停止高风险区内施工和户外活动"}, {"step": "撤", "text": "高风险区内人员转移"}, {"step": "疏", "text": "疏导沿线车辆绕行，疏通排水"}]},
{"hazards": ["geohazard"], "level": "orange", "move": [{"near": "geohazard_zone", "classes": ["high"], "within_m": 200, "why": "高风险区内及外200米"}, {"near": "geohazard_point", "classes": ["high"], "within_m": 150, "why": "高风险隐患点150米内"}, {"near": "geohazard_zone", "classes": ["medium"], "within_m": 100, "why": "中风险区内及外100米"}], "close": [{"land": "geohazard_zone", "classes": ["high"]}, {"roads": ["track", "path", "footway", "bridleway", "steps"]}], "steps": [{"step": "断", "text": "封闭高风险区道路和山间便道，切断危险区电源"}, {"step": "禁", "text": "禁止车辆人员进入高风险区和山洪沟道"}, {"step": "停", "text": "停工、停课、停止集会和景区营业"}, {"step": "撤", "text": "按顺序转移高、中风险区和临河人员，先老弱病残"}, {"step": "疏", "text": "在路口疏导，引导至避灾点"}]},
{"hazards": ["flood", "typhoon"], "level": "orange", "move": [{"near": "geohazard_zone", "classes": ["high"], "within_m": 200, "why": "高风险区内及外200米"}, {"near": "geohazard_point", "classes": ["high"], "within_m": 150, "why": "高风险隐患点150米内"}, {"near": "geohazard_zone", "classes": ["medium"], "within_m": 100, "why": "中风险区内及外100米"}, {"near": "river", "classes": [], "within_m": 30, "why": "河道30米内"}], "close": [{"land": "geohazard_zone", "classes": ["high"]}, {"roads": ["track", "path", "footway", "bridleway", "steps"]}], "steps": [{"step": "断", "text": "封闭高风险区道路和山间便道，切断危险区电源"}, {"step": "禁", "text": "禁止车辆人员进入高风险区和山洪沟道"}, {"step": "停", "text": "停工、停课、停止集会和景区营业"}, {"step": "撤", "text": "按顺序转移高、中风险区和临河人员，先老弱病残"}, {"step": "疏", "text": "在路口疏导，引导至避灾点"}]},
{"hazards": ["geohazard"], "level": "red", "move": [{"near": "geohazard_zone", "classes": ["high"], "within_m": 300, "why": "高风险区内及外300米"}, {"near": "geohazard_point", "classes": ["high", "medium"], "within_m": 200, "why": "高、中风险隐患点200米内"}, {"near": "geohazard_zone", "classes": ["medium", "low", "watch"], "within_m": 200, "why": "其他风险区内及外200米"}, {"near": "geohazard_line", "classes": [], "within_m": 100, "why": "隐患线100米内"}], "close": [{"land": "geohazard_zone", "classes": ["high", "medium"]}, {"roads": ["track", "path", "footway", "bridleway", "steps", "service"]}], "steps": [{"step": "断", "text": "封闭风险区道路、山间便道和内部道路，断电断气"}, {"step": "禁", "text": "禁止非救援人员车辆进入预警区"}, {"step": "停", "text": "停工、停课、停业、停运"}, {"step": "撤", "text": "风险区、隐患点周边和临河人员全部转移，清点到户到人"}, {"step": "疏", "text": "全线疏导，保障救援通道"}]},
{"hazards": ["flood", "typhoon"], "level": "red", "move": [{"near": "geohazard_zone", "classes": ["high"], "within_m": 300, "why": "高风险区内及外300米"}, {"near": "geohazard_point", "classes": ["high", "medium"], "within_m": 200, "why": "高、中风险隐患点200米内"}, {"near": "geohazard_zone", "classes": ["medium", "low", "watch"], "within_m": 200, "why": "其他风险区内及外200米"}, {"near": "geohazard_line", "classes": [], "within_m": 100, "why": "隐患线100米内"}, {"near": "river", "classes": [], "within_m": 100, "why": "河道100米内"}], "close": [{"land": "geohazard_zone", "classes": ["high", "medium"]}, {"roads": ["track", "path", "footway", "bridleway", "steps", "service"]}], "steps": [{"step": "断", "text": "封闭风险区道路、山间便道和内部道路，断电断气"}, {"step": "禁", "text": "禁止非救援人员车辆进入预警区"}, {"step": "停", "text": "停工、停课、停业、停运"}, {"step": "撤", "text": "风险区、隐患点周边和临河人员全部转移，清点到户到人"}, {"step": "疏", "text": "全线疏导，保障救援通道"}]},
{"hazards": ["fire"], "level": "blue", "move": [], "close": [], "steps": [{"step": "断", "text": "断绝火源：入口查验登记"}, {"step": "禁", "text": "林区注意用火"}, {"step": "停", "text": "计划烧除、林区施工用火审批从严"}, {"step": "撤", "text": "暂不转移"}, {"step": "疏", "text": "疏导上坟、游览人群"}]},
{"hazards": ["fire"], "level": "yellow", "move": [], "close": [], "steps": [{"step": "断", "text": "断绝火源：入口查验登记"}, {"step": "禁", "text": "禁止野外用火"}, {"step": "停", "text": "计划烧除、林区施工用火审批从严"}, {"step": "撤", "text": "暂不转移"}, {"step": "疏", "text": "疏导上坟、游览人群"}]},
{"hazards": ["fire"], "level": "orange", "move": [], "close": [{"roads": ["track", "path", "footway", "bridleway", "steps"]}], "steps": [{"step": "断", "text": "封闭进山便道，切断林区非必要用电"}, {"step": "禁", "text": "禁止野外用火，禁止进入林区"}, {"step": "停", "text": "停止一切野外用火审批和林区作业"}, {"step": "撤", "text": "暂不转移"}, {"step": "疏", "text": "疏导上坟、游览人群"}]},
{"hazards": ["fire"], "level": "red", "move": [{"near": "fire_zone", "classes": ["5"], "within_m": 0, "why": "五级火险区内"}, {"near": "fire_zone", "classes": ["5", "4"], "within_m": 100, "why": "四、五级火险区100米内"}], "close": [{"land": "fire_zone", "classes": ["5"]}, {"roads": ["track", "path", "footway", "bridleway", "steps"]}], "steps": [{"step": "断", "text": "封闭进山便道，切断林区非必要用电"}, {"step": "禁", "text": "禁止野外用火，禁止进入林区"}, {"step": "停", "text": "停止一切野外用火审批和林区作业"}, {"step": "撤", "text": "林缘居民按名单转移"}, {"step": "疏", "text": "疏导车辆，保障消防通道"}]},
{"hazards": ["earthquake"], "level": "blue", "move": [], "close": [], "steps": [{"step": "断", "text": "检查并切断受损区电、气、水"}, {"step": "禁", "text": "禁止进入受损建筑和陡坡下方"}, {"step": "停", "text": "受损场所停工停课停业"}, {"step": "撤", "text": "暂不转移"}, {"step": "疏", "text": "疏导人群至开阔地"}]},
{"hazards": ["earthquake"], "level": "yellow", "move": [], "close": [], "steps": [{"step": "断", "text": "检查并切断受损区电、气、水"}, {"step": "禁", "text": "禁止进入受损建筑和陡坡下方"}, {"step": "停", "text": "受损场所停工停课停业"}, {"step": "撤", "text": "暂不转移"}, {"step": "疏", "text": "疏导人群至开阔地"}]},
{"hazards": ["earthquake"], "level": "orange", "move": [{"near": "geohazard_zone", "classes": ["high", "medium"], "within_m": 0, "why": "高、中风险区内"}], "close": [{"land": "geohazard_zone", "classes": ["high"]}], "steps": [{"step": "断", "text": "检查并切断受损区电、气、水"}, {"step": "禁", "text": "禁止进入受损建筑和陡坡下方"}, {"step": "停", "text": "受损场所停工停课停业"}, {"step": "撤", "text": "转移至室外避难场所"}, {"step": "疏", "text": "疏导人群至开阔地"}]},
{"hazards": ["earthquake"], "level": "red", "move": [{"near": "geohazard_zone", "classes": [], "within_m": 0, "why": "风险区内"}, {"near": "hazard_site", "classes": ["1", "2"], "within_m": 500, "why": "一、二级危险源500米内"}, {"near": "area", "classes": [], "within_m": 0, "why": "预警区内"}], "close": [{"land": "geohazard_zone", "classes": ["high", "medium"]}], "steps": [{"step": "断", "text": "检查并切断受损区电、气、水"}, {"step": "禁", "text": "禁止进入受损建筑和陡坡下方"}, {"step": "停", "text": "受损场所停工停课停业"}, {"step": "撤", "text": "转移至室外避难场所"}, {"step": "疏", "text": "疏导人群至开阔地"}]},
{"hazards": ["tsunami"], "level": "blue", "move": [], "close": [], "steps": [{"step": "断", "text": "封闭临海道路"}, {"step": "禁", "text": "禁止下海、上堤"}, {"step": "停", "text": "停止海上和岸边作业"}, {"step": "撤", "text": "暂不转移"}, {"step": "疏", "text": "疏导船只回港、人群向高处"}]},
{"hazards": ["tsunami"], "level": "yellow", "move": [], "close": [], "steps": [{"step": "断", "text": "封闭临海道路"}, {"step": "禁", "text": "禁止下海、上堤"}, {"step": "停", "text": "停止海上和岸边作业"}, {"step": "撤", "text": "暂不转移"}, {"step": "疏", "text": "疏导船只回港、人群向高处"}]},
{"hazards": ["tsunami"], "level": "orange", "move": [{"near": "area", "classes": [], "within_m": 0, "why": "预警区内"}], "close": [], "steps": [{"step": "断", "text": "封闭临海道路"}, {"step": "禁", "text": "禁止下海、上堤"}, {"step": "停", "text": "停止海上和岸边作业"}, {"step": "撤", "text": "预警区内人员向高处转移"}, {"step": "疏", "text": "疏导船只回港、人群向高处"}]},
{"hazards": ["tsunami"], "level": "red", "move": [{"near": "area", "classes": [], "within_m": 0, "why": "预警区内"}], "close": [], "steps": [{"step": "断", "text": "封闭临海道路"}, {"step": "禁", "text": "禁止下海、上堤"}, {"step": "停", "text": "停止海上和岸边作业"}, {"step": "撤", "text": "预警区内人员向高处转移"}, {"step": "疏", "text": "疏导船只回港、人群向高处"}]}]$rules$,
        '示例规则，仅供演示：各县须按本县预案核定后另存新版本（unverified）', 'riskmap');
