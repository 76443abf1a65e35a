package org.riskmap.network;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.riskmap.elevation.Heights;
import org.riskmap.postgis.Database;
import org.riskmap.postgis.Row;
import org.riskmap.postgis.Rows;
import org.riskmap.postgis.SqlQuery;

/** Reads a network from PostGIS; rows and the version of their table come from one statement, hence from one state. */
final class NetworkReader {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private NetworkReader() {}

    /** How many statements changed roads and rivers so far, as {@code road/river}. */
    static String version(Database database) {
        return database.client().sql("""
                        select count(*) filter (where table_name = 'road') || '/'
                               || count(*) filter (where table_name = 'river')
                        from risk.change
                        where table_name in ('road', 'river')
                        """).query(String.class).single();
    }

    static RoadNetwork read(Database database, @Nullable Heights heights) {
        Map<String, String> versions = new TreeMap<>();
        RoadGraphBuilder builder = new RoadGraphBuilder(heights);
        versions.put("risk:road", readRoads(database, builder));
        List<Geometry> rivers = new ArrayList<>();
        versions.put("risk:river", readRivers(database, rivers));
        if (heights != null) {
            versions.put("dem", heights.version());
        }
        return new RoadNetwork(builder.build(), new Rivers(rivers), heights, Map.copyOf(versions));
    }

    private static String readRoads(Database database, RoadGraphBuilder builder) {
        String version = "0";
        try (Rows rows = database.stream(SqlQuery.of("""
                        select v.version, r.id, r.class, r.oneway, r.maxspeed_kmh, r.junction, r.access,
                               coalesce(r.bridge, 'no') <> 'no' or coalesce(r.tunnel, 'no') <> 'no',
                               st_asbinary(r.geom)
                        from (select count(*)::text as version from risk.change where table_name = 'road') v
                             left join risk.road r on true
                        order by r.id collate "C"
                        """), PATIENCE)) {
            while (rows.next()) {
                version = rows.text(1);
                if (rows.text(2) != null) {
                    builder.add(road(rows));
                }
            }
        }
        return version;
    }

    private static RoadLine road(Row row) {
        return new RoadLine(
                row.text(2),
                row.text(3),
                row.text(4),
                (Double) row.value(5),
                row.text(6),
                row.text(7),
                (Boolean) row.value(8),
                row.geometry(9));
    }

    private static String readRivers(Database database, List<Geometry> rivers) {
        String version = "0";
        try (Rows rows = database.stream(SqlQuery.of("""
                        select v.version, st_asbinary(r.geom)
                        from (select count(*)::text as version from risk.change where table_name = 'river') v
                             left join risk.river r on true
                        order by r.id collate "C"
                        """), PATIENCE)) {
            while (rows.next()) {
                version = rows.text(1);
                Geometry river = rows.geometry(2);
                if (river != null) {
                    rivers.add(river);
                }
            }
        }
        return version;
    }
}
