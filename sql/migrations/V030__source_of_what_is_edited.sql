-- A row that a client of the feature service makes says where it comes from, as every loaded row does.
do
$$
declare
    t text;
begin
    for t in select c.table_name
             from information_schema.columns c
                  join information_schema.tables o using (table_schema, table_name)
             where c.table_schema = 'risk' and c.column_name = 'source' and c.column_default is null
               and o.table_type = 'BASE TABLE'
        loop
            execute format('alter table risk.%I alter column source set default %L', t, 'edited');
        end loop;
end
$$;
