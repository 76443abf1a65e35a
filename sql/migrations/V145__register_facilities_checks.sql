-- What the register check, the hazardous sites and the forest fire process read and write beside what was there.

create table risk.facility (
    id         risk.feature_id primary key,
    name       text,
    geom       geometry(Point, 4490) not null,
    kind       text not null,
    persons    integer check (persons >= 0),
    address    text,
    admin_code text,
    source     text not null,
    updated_at timestamptz not null default now()
);
comment on table risk.facility is 'schools, hospitals and other places full of people who need help to leave';
comment on column risk.facility.kind is 'school, kindergarten, college, hospital, clinic, nursing_home, or another word';
comment on column risk.facility.persons is 'usually there; not added to residents';

do
$$
declare
    t text;
begin
    foreach t in array array ['geohazard_point', 'geohazard_line', 'geohazard_zone']
        loop
            execute format('alter table risk.%I '
                               'add column threatened_property_wan double precision check (threatened_property_wan >= 0), '
                               'add column treatment text check (treatment in (''engineering'', ''relocation'', ''monitoring'')), '
                               'add column treatment_state text check (treatment_state in (''planned'', ''under_way'', ''done'')), '
                               'add column treatment_due date, '
                               'add check (treatment is not null or treatment_state is null)', t);
        end loop;
end
$$;
comment on column risk.geohazard_zone.threatened_property_wan is '威胁财产，万元';
comment on column risk.geohazard_zone.treatment is 'engineering 治理, relocation 搬迁, monitoring 监测; null: nothing decided';

alter table risk.firebreak add column width_m double precision check (width_m > 0);
comment on column risk.firebreak.width_m is 'mean width; with the measured length it gives the area';

create table risk.run_check (
    id         risk.feature_id primary key,
    name       text,
    geom       geometry(Geometry, 4490) not null,
    run_id     text not null references risk.analysis_run on delete cascade,
    layer      text not null,
    feature_id text not null,
    code       text not null,
    severity   text not null check (severity in ('ok', 'notice', 'problem')),
    registered double precision,
    counted    double precision,
    difference double precision,
    grade      text,
    source     text not null,
    updated_at timestamptz not null default now()
);
comment on column risk.run_check.registered is 'what the register, the plan or the standard says, in the unit of the code';
comment on column risk.run_check.counted is 'what was found on the map, in the same unit';

do
$$
declare
    t text;
begin
    foreach t in array array ['facility', 'run_check']
        loop
            execute format('create index %I on risk.%I using gist (geom)', t || '_geom', t);
            execute format('create index %I on risk.%I (source)', t || '_source', t);
            execute format('create trigger note_insert after insert on risk.%I referencing new table as new_rows '
                               'for each statement execute function risk.note_change()', t);
            execute format('create trigger note_update after update on risk.%I referencing old table as old_rows '
                               'new table as new_rows for each statement execute function risk.note_change()', t);
            execute format('create trigger note_delete after delete on risk.%I referencing old table as old_rows '
                               'for each statement execute function risk.note_change()', t);
            execute format('create trigger note_truncate after truncate on risk.%I '
                               'for each statement execute function risk.note_change()', t);
            execute format('create trigger stamp before update on risk.%I '
                               'for each row when (old is distinct from new) execute function risk.stamp()', t);
        end loop;
end
$$;
create index run_check_run on risk.run_check (run_id);
