-- Whether the run of new rows is there was asked by reading all runs, for longer the more are kept. Nothing looks for results by their
-- source: it is the process of the run.

create or replace function risk.belongs_to_run() returns trigger
    language plpgsql security definer set search_path = risk, public as
$$
declare
    run text;
begin
    for run in select distinct run_id from new_rows where run_id is not null loop
        perform from analysis_run where id = run for key share;
        if not found then
            raise foreign_key_violation
                using message = format('table "%s" names a run that is not there', tg_table_name),
                      hint = 'rows of a run are written with their run';
        end if;
    end loop;
    return null;
end
$$;

do
$$
declare
    t text;
begin
    foreach t in array array['run_coverage', 'run_shelter', 'run_ring', 'run_exposed', 'run_site', 'run_circle', 'run_route',
                             'run_check'] loop
        execute format('drop index if exists risk.%I', t || '_source');
    end loop;
end
$$;
