-- A coverage writes some two thousand rows while a planner waits. Its points are looked for by run, never by place alone: an index of
-- places cost more than all else. Whether their run is there is asked once for a statement instead of once for a row.

drop index if exists risk.run_coverage_geom;
drop index if exists risk.run_shelter_geom;

alter table risk.run_coverage drop constraint if exists run_coverage_run_id_fkey;
alter table risk.run_shelter drop constraint if exists run_shelter_run_id_fkey;
alter table risk.shelter_catchment drop constraint if exists shelter_catchment_run_id_fkey;

create function risk.belongs_to_run() returns trigger
    language plpgsql security definer set search_path = risk, public as
$$
declare
    given bigint;
    found bigint;
begin
    select count(distinct run_id) into given from new_rows;
    select count(*) into found
    from (select 1 from analysis_run where id in (select run_id from new_rows) for key share) locked;
    if found < given then
        raise foreign_key_violation
            using message = format('table "%s" names a run that is not there', tg_table_name),
                  hint = 'rows of a run are written with their run';
    end if;
    return null;
end
$$;

create function risk.delete_rows_of_runs() returns trigger
    language plpgsql security definer set search_path = risk, public as
$$
begin
    delete from run_coverage where run_id in (select id from old_rows);
    delete from run_shelter where run_id in (select id from old_rows);
    delete from shelter_catchment where run_id in (select id from old_rows);
    return null;
end
$$;

create trigger rows_of_runs after delete on risk.analysis_run
    referencing old table as old_rows for each statement execute function risk.delete_rows_of_runs();

do
$$
declare
    t text;
begin
    foreach t in array array['run_coverage', 'run_shelter', 'shelter_catchment'] loop
        execute format('create trigger belongs_to_run after insert on risk.%I '
                           'referencing new table as new_rows for each statement execute function risk.belongs_to_run()', t);
        execute format('create trigger belongs_to_run_still after update on risk.%I '
                           'referencing new table as new_rows for each statement execute function risk.belongs_to_run()', t);
    end loop;
end
$$;
