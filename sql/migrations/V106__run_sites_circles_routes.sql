-- Results of siting, response circles and routes, as layers by run_id.

create table risk.run_site (
    id         risk.feature_id primary key,
    name       text,
    geom       geometry(Point, 4490) not null,
    run_id     text not null references risk.analysis_run on delete cascade,
    site_id    text not null,
    rank       integer not null check (rank >= 1),
    required   boolean not null,
    capacity   integer check (capacity >= 0),
    adds       bigint not null,
    total      bigint not null,
    source     text not null,
    updated_at timestamptz not null default now()
);

create table risk.run_circle (
    id         risk.feature_id primary key,
    name       text,
    geom       geometry(MultiPolygon, 4490) not null,
    run_id     text not null references risk.analysis_run on delete cascade,
    limit_s    double precision not null,
    population bigint not null check (population >= 0),
    source     text not null,
    updated_at timestamptz not null default now()
);

create table risk.run_route (
    id            risk.feature_id primary key,
    name          text,
    geom          geometry(LineString, 4490) not null,
    run_id        text not null references risk.analysis_run on delete cascade,
    demand_id     text not null,
    shelter_id    text not null,
    persons       integer not null check (persons >= 0),
    travel_time_s integer not null check (travel_time_s >= 0),
    distance_m    double precision not null,
    climb_m       double precision,
    source        text not null,
    updated_at    timestamptz not null default now()
);

do
$$
declare
    t text;
begin
    foreach t in array array ['run_site', 'run_circle', 'run_route']
        loop
            execute format('create index %I on risk.%I using gist (geom)', t || '_geom', t);
            execute format('create index %I on risk.%I (source)', t || '_source', t);
            execute format('create index %I on risk.%I (run_id)', t || '_run', t);
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
