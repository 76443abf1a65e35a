-- What changed, in a table that misses nothing: one row per statement and table, with the envelope of old and new rows.
-- NOTIFY only wakes; a listener reads the table from where it stood. A transaction that started earlier may commit
-- later, so a reader asks for txid >= the oldest transaction that was open when it last read, and skips numbers it knows.

create table risk.change (
    seq        bigint generated always as identity primary key,
    txid       xid8 not null default pg_current_xact_id(),
    table_name text not null,
    operation  text not null check (operation in ('INSERT', 'UPDATE', 'DELETE', 'TRUNCATE')),
    rows       bigint,
    envelope   geometry(Polygon, 4490),
    changed_at timestamptz not null default clock_timestamp()
);
create index on risk.change (txid);
create index on risk.change (table_name);
comment on column risk.change.envelope is 'of old and new rows together; null: anywhere (TRUNCATE)';
comment on column risk.change.rows is 'rows of the statement; null: unknown (TRUNCATE)';

create function risk.box_of(extent box2d) returns geometry
    language sql immutable parallel safe as
$$
select st_makeenvelope(st_xmin(extent), st_ymin(extent), st_xmax(extent), st_ymax(extent), 4490)
$$;

create function risk.note_change() returns trigger
    language plpgsql security definer set search_path = risk, public as
$$
declare
    touched bigint;
    extent  box2d;
begin
    if tg_op = 'INSERT' then
        select count(*), st_extent(geom) into touched, extent from new_rows;
    elsif tg_op = 'DELETE' then
        select count(*), st_extent(geom) into touched, extent from old_rows;
    elsif tg_op = 'UPDATE' then
        select count(*) into touched from new_rows;
        select st_extent(geom) into extent
        from (select geom from new_rows union all select geom from old_rows) both_sides;
    end if;
    if tg_op = 'TRUNCATE' or touched > 0 then
        insert into risk.change (table_name, operation, rows, envelope)
        values (tg_table_name, tg_op, touched, risk.box_of(extent));
        perform pg_notify('riskmap_change', tg_table_name);
    end if;
    return null;
end
$$;

create function risk.stamp() returns trigger
    language plpgsql as
$$
begin
    new.updated_at := now();
    return new;
end
$$;

do
$$
declare
    t text;
begin
    for t in select f_table_name from geometry_columns where f_table_schema = 'risk' and f_table_name <> 'change'
        loop
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

-- The version of a table's data: it grows with every statement that changed a row, and with nothing else.
create view risk.data_version as
select table_name, count(*) as version
from risk.change
group by table_name;
