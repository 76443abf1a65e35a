package org.riskmap.evacuation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.riskmap.postgis.Database;
import org.riskmap.postgis.SqlQuery;

/** Counties, townships and villages, kept in memory until they change. Safe for many threads. */
final class AdminAreas {

    private final Database database;
    private volatile @Nullable State state;

    AdminAreas(Database database) {
        this.database = database;
    }

    /** One version of the areas. */
    record State(
            String version,
            List<Area> areas,
            STRtree index,
            @Nullable CountyLand county) {

        /** The part of land that lies in the county; all of it where there is none. */
        Geometry inCounty(Geometry land) {
            return county == null ? land : county.cut(land);
        }

        /** The area of a level that holds a position, borders included; of several the one with the least code. */
        @Nullable
        Area at(String level, double lon, double lat) {
            Area best = null;
            for (Object item : index.query(new Envelope(lon, lon, lat, lat))) {
                Area area = (Area) item;
                if (area.level().equals(level)
                        && (best == null || area.code().compareTo(best.code()) < 0)
                        && area.locator().locate(new Coordinate(lon, lat)) != Location.EXTERIOR) {
                    best = area;
                }
            }
            return best;
        }
    }

    /** One area. */
    record Area(String code, @Nullable String name, String level, IndexedPointInAreaLocator locator) {}

    /** The areas as they are now. */
    State current() {
        String version = database.client()
                .sql("select count(*)::text from risk.change where table_name = 'admin_area'")
                .query(String.class)
                .single();
        State known = state;
        if (known == null || !known.version().equals(version)) {
            known = read(version);
            state = known;
        }
        return known;
    }

    private State read(String version) {
        List<Area> areas = new ArrayList<>();
        List<Geometry> counties = new ArrayList<>();
        STRtree index = new STRtree();
        database.list(
                SqlQuery.of("select code, name, level, st_asbinary(geom) from risk.admin_area order by level, code"),
                row -> {
                    Geometry land = Objects.requireNonNull(row.geometry(4));
                    Area area = new Area(
                            Objects.requireNonNull(row.text(1)),
                            row.text(2),
                            Objects.requireNonNull(row.text(3)),
                            new IndexedPointInAreaLocator(land));
                    index.insert(land.getEnvelopeInternal(), area);
                    if (area.level().equals("county")) {
                        counties.add(land);
                    }
                    return areas.add(area);
                });
        index.build();
        return new State(
                version,
                List.copyOf(areas),
                index,
                counties.isEmpty() ? null : new CountyLand(UnaryUnionOp.union(counties)));
    }
}
