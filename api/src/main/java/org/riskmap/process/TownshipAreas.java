package org.riskmap.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.Feature;
import org.riskmap.postgis.Database;
import org.riskmap.postgis.SqlQuery;
import org.springframework.stereotype.Component;

/** Administrative areas of a level, with code and name, by code. */
@Component
final class TownshipAreas {

    private final Database database;

    TownshipAreas(Database database) {
        this.database = database;
    }

    List<Feature> of(String level) {
        return database.list(
                SqlQuery.of(
                        "select code, name, st_asbinary(geom) from risk.admin_area where level = ? order by code",
                        level),
                row -> {
                    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
                    properties.put("code", row.text(1));
                    properties.put("name", row.text(2));
                    return new Feature(String.valueOf(row.text(1)), row.geometry(3), properties);
                });
    }
}
