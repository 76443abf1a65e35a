package org.riskmap.page;

import java.util.List;
import org.riskmap.postgis.Database;
import org.springframework.stereotype.Component;

/** Finds places by name: exact names first, then those that begin so, then the rest; pieces of a road count once. */
@Component
class Places {

    private static final String NAMED = """
            with place as (
                select 0 as kind, 'admin_area' as layer, id::text, name, geom, level = 'township' as is_context
                from risk.admin_area where name ilike :pattern escape '\\'
                union all
                select 1, 'settlement', id, name, geom, false from risk.settlement where name ilike :pattern escape '\\'
                union all
                select 2, 'shelter', id, name, geom, false from risk.shelter where name ilike :pattern escape '\\'
                union all
                select 3, 'hazard_site', id, name, geom, false from risk.hazard_site where name ilike :pattern escape '\\'
                union all
                select 4, 'geohazard_point', id, name, geom, false
                from risk.geohazard_point where name ilike :pattern escape '\\'
                union all
                select 5, 'geohazard_line', id, name, geom, false
                from risk.geohazard_line where name ilike :pattern escape '\\'
                union all
                select 6, 'geohazard_zone', id, name, geom, false
                from risk.geohazard_zone where name ilike :pattern escape '\\'
                union all
                select 7, 'rescue_station', id, name, geom, false
                from risk.rescue_station where name ilike :pattern escape '\\'
                union all
                select 8, 'road', min(id), name, st_collect(geom), false
                from risk.road where name ilike :pattern escape '\\' group by name
                union all
                select 9, 'river', min(id), name, st_collect(geom), false
                from risk.river where name ilike :pattern escape '\\' group by name
            ), best as (
                select *, row_number() over (order by lower(name) <> lower(:text), not starts_with(lower(name), lower(:text)),
                                                      kind, length(name), name, id) as number
                from place
                order by number
                limit :limit
            )
            select layer, id, name, st_x(point), st_y(point), st_dimension(geom) > 0,
                   st_xmin(geom), st_ymin(geom), st_xmax(geom), st_ymax(geom),
                   case when not is_context then (select name from risk.admin_area township
                                                  where level = 'township' and st_intersects(township.geom, point)
                                                  order by id limit 1) end
            from best, st_pointonsurface(geom) as point
            order by number
            """;

    private final Database database;

    Places(Database database) {
        this.database = database;
    }

    List<Place> named(PlaceQuery query) {
        return database.client()
                .sql(NAMED)
                .param("pattern", query.pattern())
                .param("text", query.text())
                .param("limit", query.limit())
                .query((row, number) -> new Place(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(11),
                        row.getDouble(4),
                        row.getDouble(5),
                        row.getBoolean(6)
                                ? List.of(row.getDouble(7), row.getDouble(8), row.getDouble(9), row.getDouble(10))
                                : null))
                .list();
    }
}
