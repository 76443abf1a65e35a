-- A threshold is never overwritten: another number is another row, and the one before ends on the day before it.

alter table risk.standard_threshold
    add column note   text not null default '',
    add column author text not null default 'riskmap';

create function risk.keep_threshold() returns trigger
    language plpgsql as
$$
begin
    if tg_op = 'DELETE' or (to_jsonb(new) - 'valid_to') is distinct from (to_jsonb(old) - 'valid_to') then
        raise exception 'threshold %/% of % is a record: only its last day may be set', old.topic, old.class, old.valid_from;
    end if;
    return new;
end
$$;
create trigger keep before update or delete on risk.standard_threshold
    for each row execute function risk.keep_threshold();
