-- Who is responsible for an area, and lists of people to call. Personal data: a schema of its own, which no role but the
-- service's may use; no layer reads it.

create schema personal;
revoke all on schema personal from public;

create table personal.role (
    role     text primary key check (role ~ '^[a-z_]{1,40}$'),
    rank     integer not null unique,
    label_zh text not null,
    label_en text not null
);
comment on column personal.role.rank is 'the order of calling, the first first';
insert into personal.role (role, rank, label_zh, label_en)
values ('county_leader', 10, '县级包乡领导', 'county leader in charge'),
       ('township_leader', 20, '乡镇主要负责人', 'head of the township'),
       ('village_leader', 30, '村（社区）主要负责人', 'head of the village'),
       ('transfer', 40, '转移责任人', 'in charge of evacuation'),
       ('grid', 50, '网格员', 'grid member'),
       ('patrol', 60, '地质灾害巡查员', 'geohazard patrol'),
       ('shelter', 70, '避灾点管理员', 'keeper of a shelter');

create table personal.responsible (
    id           text primary key check (id ~ '^[A-Za-z0-9_.-]{1,64}$'),
    name         text not null,
    phone        text not null,
    role         text not null references personal.role,
    admin_code   text,
    hazard_layer text check (hazard_layer in ('geohazard_zone', 'geohazard_point', 'geohazard_line', 'hazard_site', 'shelter')),
    hazard_id    text,
    source       text not null default 'edited',
    updated_at   timestamptz not null default now(),
    check ((admin_code is null) <> (hazard_id is null)),
    check ((hazard_layer is null) = (hazard_id is null))
);
create index on personal.responsible (admin_code);
create index on personal.responsible (hazard_layer, hazard_id);

-- What each of them answers for, as land.
create view personal.duty as
select p.*, a.geom::geometry(Geometry, 4490) as geom, a.name as place,
       array_position(array ['county', 'township', 'village'], a.level) as depth
from personal.responsible p join risk.admin_area a on a.code = p.admin_code
union all
select p.*, h.geom, h.name, 4
from personal.responsible p
     join (select 'geohazard_zone' as layer, id::text as id, name, geom::geometry(Geometry, 4490) as geom from risk.geohazard_zone
           union all select 'geohazard_point', id, name, geom from risk.geohazard_point
           union all select 'geohazard_line', id, name, geom from risk.geohazard_line
           union all select 'hazard_site', id, name, geom from risk.hazard_site
           union all select 'shelter', id, name, geom from risk.shelter) h on h.layer = p.hazard_layer and h.id = p.hazard_id;

create table personal.call_list (
    id         text primary key,
    title      text not null,
    subject    text not null,
    created_at timestamptz not null default now(),
    created_by text not null
);
comment on column personal.call_list.subject is 'id of the warning it is for; empty: an area';

create table personal.call_entry (
    list_id   text not null references personal.call_list on delete cascade,
    place     integer not null check (place > 0),
    person_id text not null,
    name      text not null,
    phone     text not null,
    role      text not null references personal.role,
    area      text,
    state     text not null default 'pending' check (state in ('pending', 'called', 'confirmed', 'not_reached')),
    note      text not null default '',
    state_at  timestamptz,
    state_by  text,
    primary key (list_id, place)
);
comment on table personal.call_entry is 'as it was when the list was made: a list stays what it is when people change';
