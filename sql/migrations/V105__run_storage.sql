-- Answers and catchments are written while a planner waits: compressed fast or not at all.

do
$$
begin
    alter table risk.analysis_output alter column body set compression lz4;
exception
    when feature_not_supported then -- this PostgreSQL was built without lz4
        alter table risk.analysis_output alter column body set storage external;
end
$$;

alter table risk.shelter_catchment alter column geom set storage external;
