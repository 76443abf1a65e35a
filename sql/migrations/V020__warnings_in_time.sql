-- When a closure or a warning holds, for maps: no gaps, so that a publisher compares two columns and open ends are drawn.
-- What a source does not say stays null in valid_from and valid_to.

alter table risk.closure
    add column time_from    timestamptz generated always as (coalesce(valid_from, timestamptz '1900-01-01 00:00:00+00')) stored,
    add column time_to      timestamptz generated always as (coalesce(valid_to, timestamptz '9999-12-31 00:00:00+00')) stored,
    add column warning_id   text,
    add column road_classes text check (road_classes ~ '^[a-z_]+(,[a-z_]+)*$');
comment on column risk.closure.warning_id is 'the warning whose rules closed it; null: closed by itself';
comment on column risk.closure.road_classes is
    'only roads of these classes (comma-separated) that lie in the area are closed; null: the land is closed';

alter table risk.warning
    add column time_from timestamptz generated always as (coalesce(valid_from, timestamptz '1900-01-01 00:00:00+00')) stored,
    add column time_to   timestamptz generated always as (coalesce(valid_to, timestamptz '9999-12-31 00:00:00+00')) stored;

create index on risk.closure (time_to);
create index on risk.warning (time_to);
