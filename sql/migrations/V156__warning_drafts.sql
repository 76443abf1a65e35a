-- Warnings that somebody, or the rain, proposes. A draft closes nothing and is in no layer; issuing makes a warning of it.

create table risk.warning_draft (
    id         text primary key,
    request    json not null,
    reason     text not null,
    origin     text not null,
    created_at timestamptz not null default now(),
    created_by text not null,
    state      text not null default 'open' check (state in ('open', 'issued', 'discarded')),
    warning_id text references risk.warning,
    decided_at timestamptz,
    decided_by text,
    check ((state = 'open') = (decided_by is null)),
    check ((state = 'issued') = (warning_id is not null))
);
create unique index on risk.warning_draft (origin) where state = 'open' and origin <> '';
comment on column risk.warning_draft.request is 'the warning as it would be issued: the body of POST /riskmap/warnings';
comment on column risk.warning_draft.origin is 'what proposed it, so that it is proposed once; empty: a person';

alter table risk.warning_record
    add column catchments text[] not null default '{}';

do
$$
begin
    if exists (select from pg_roles where rolname = 'riskmap_reader') then
        revoke all on risk.warning_draft from riskmap_reader;
    end if;
end
$$;
