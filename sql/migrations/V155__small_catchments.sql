-- Small catchments (小流域): land that drains to one place, by which floods and debris flows are warned of.

create table risk.small_catchment (
    id         risk.feature_id primary key,
    name       text,
    geom       geometry(MultiPolygon, 4490) not null,
    code       text,
    area_km2   double precision check (area_km2 >= 0),
    source     text not null default 'edited',
    updated_at timestamptz not null default now()
);

create index small_catchment_geom on risk.small_catchment using gist (geom);
create index small_catchment_source on risk.small_catchment (source);
create trigger note_insert after insert on risk.small_catchment referencing new table as new_rows
    for each statement execute function risk.note_change();
create trigger note_update after update on risk.small_catchment referencing old table as old_rows new table as new_rows
    for each statement execute function risk.note_change();
create trigger note_delete after delete on risk.small_catchment referencing old table as old_rows
    for each statement execute function risk.note_change();
create trigger note_truncate after truncate on risk.small_catchment
    for each statement execute function risk.note_change();
create trigger stamp before update on risk.small_catchment
    for each row when (old is distinct from new) execute function risk.stamp();
