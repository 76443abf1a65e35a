-- The analyst's read-only role. `./riskmap` gives it a password on the private cluster; on an existing PostGIS the
-- administrator does. Records of runs and rejects are readable, so that an analyst can follow them.

do
$$
begin
    if not exists (select from pg_roles where rolname = 'riskmap_reader') then
        create role riskmap_reader login;
    end if;
exception
    when insufficient_privilege then
        raise warning 'the role riskmap_reader was not created: this database user may not create roles. '
            'Ask the administrator to run: CREATE ROLE riskmap_reader LOGIN; GRANT USAGE ON SCHEMA risk TO riskmap_reader; '
            'GRANT SELECT ON ALL TABLES IN SCHEMA risk TO riskmap_reader;';
    when duplicate_object or unique_violation then
        null; -- another migration on the same cluster created it in the same moment
end
$$;

do
$$
begin
    if exists (select from pg_roles where rolname = 'riskmap_reader') then
        grant usage on schema risk to riskmap_reader;
        grant select on all tables in schema risk to riskmap_reader;
        alter default privileges in schema risk grant select on tables to riskmap_reader;
    end if;
end
$$;
