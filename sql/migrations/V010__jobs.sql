-- Executions that run in the background. risk.job is what a caller sees; risk.scheduled_task is the queue of the library
-- db-scheduler (its own layout of columns), from which any node of the service takes work.

create table risk.job (
    id         uuid primary key,
    process    text not null,
    request    text not null,
    owner      text,
    status     text not null default 'accepted'
        check (status in ('accepted', 'running', 'successful', 'failed', 'dismissed')),
    progress   integer not null default 0 check (progress between 0 and 100),
    message    text,
    attempts   integer not null default 0,
    run_id     text references risk.analysis_run on delete set null,
    problem    text,
    created_at timestamptz not null default now(),
    started_at timestamptz,
    finished_at timestamptz,
    updated_at timestamptz not null default now(),
    check ((status = 'failed') = (problem is not null))
);
create index on risk.job (owner, created_at);
comment on column risk.job.id is 'whoever knows it may ask for the job of an anonymous caller: never listed for others';
comment on column risk.job.request is 'the execute request as JSON text';
comment on column risk.job.owner is 'name of the login; null: anonymous';
comment on column risk.job.attempts is 'how often a node took it; more than one after a restart';
comment on column risk.job.problem is 'RFC 9457 problem of a failed job';

create table risk.scheduled_task (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index on risk.scheduled_task (execution_time);
create index on risk.scheduled_task (last_heartbeat);

do
$$
begin
    if exists (select from pg_roles where rolname = 'riskmap_reader') then
        revoke all on risk.job, risk.scheduled_task from riskmap_reader;
    end if;
end
$$;
