-- Runs expire by policy; a pinned one stays. What expired is remembered by its id, so that whoever asks is told.

alter table risk.analysis_run
    add column pinned boolean not null default false;
create index on risk.analysis_run (created_at) where not pinned;

create table risk.expired_run (
    id         text primary key,
    process    text not null,
    created_at timestamptz not null,
    expired_at timestamptz not null,
    reason     text not null
);
