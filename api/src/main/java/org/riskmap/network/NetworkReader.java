package org.riskmap.network;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.riskmap.elevation.Heights;
import org.riskmap.postgis.BinaryRows;
import org.riskmap.postgis.Database;
import org.riskmap.postgis.Rows;
import org.riskmap.postgis.SqlQuery;

/** Reads roads and rivers from PostGIS, in the order of their ids. */
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
        RoadGraphBuilder builder = new RoadGraphBuilder(heights);
        try (BinaryRows rows = database.copyOut(SqlQuery.of("""
                        select id, class, oneway, maxspeed_kmh, junction, access,
                               coalesce(bridge, 'no') <> 'no' or coalesce(tunnel, 'no') <> 'no', geom
                        from risk.road
                        order by id collate "C"
                        """), PATIENCE)) {
            while (rows.next()) {
                builder.add(road(rows));
            }
        }
        return new RoadNetwork(builder.build(), new Rivers(rivers(database)), heights);
    }

    private static RoadLine road(BinaryRows row) {
        return new RoadLine(
                Objects.requireNonNull(row.text(1)),
                row.text(2),
                row.text(3),
                row.real(4),
                row.text(5),
                row.text(6),
                row.flag(7),
                Objects.requireNonNull(row.bytes(8)));
    }

    private static List<Geometry> rivers(Database database) {
        List<Geometry> rivers = new ArrayList<>();
        try (Rows rows = database.stream(
                SqlQuery.of("select st_asbinary(geom) from risk.river order by id collate \"C\""), PATIENCE)) {
            while (rows.next()) {
                rivers.add(Objects.requireNonNull(rows.geometry(1)));
            }
        }
        return rivers;
    }
}
