-- An answer is kept output by output, so that one of them can be given without taking the others apart.

alter table risk.analysis_run
    drop column result,
    add column process_version text not null,
    alter column parameters type json,
    alter column data_versions type json;

create table risk.analysis_output (
    run_id text not null references risk.analysis_run on delete cascade,
    place  integer not null,
    name   text not null,
    body   text not null,
    primary key (run_id, place),
    unique (run_id, name)
);
comment on column risk.analysis_output.body is 'JSON text, byte for byte as it was first given';

alter table risk.run_ring
    alter column population type bigint,
    alter column households type bigint;
alter table risk.run_exposed
    alter column population type bigint,
    add column households bigint check (households >= 0);
comment on column risk.run_exposed.ring is 'number of the ring, from 0, inside out';
