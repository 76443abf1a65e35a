package org.riskmap.warning;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.postgis.Database;
import org.riskmap.postgis.SqlQuery;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Land that is warned, from names of administrative areas or polygons; degrees, longitude first. */
@Component
public final class WarnedArea {

    /** How many areas one warning may name. */
    static final int MOST_CODES = 500;

    private final Database database;

    WarnedArea(Database database) {
        this.database = database;
    }

    /**
     * The union of administrative areas.
     *
     * @throws InvalidInput naming {@code path}, where there is no area of a code
     */
    public Geometry ofCodes(String path, List<String> codes) {
        if (codes.isEmpty() || codes.size() > MOST_CODES) {
            throw new InvalidInput(path, "it has " + codes.size() + " codes", "give 1 to " + MOST_CODES);
        }
        return named(
                path,
                codes,
                "select code, st_asbinary(geom) from risk.admin_area where code = any (string_to_array(?, E'\\n'))"
                        + " order by level, code",
                "administrative area with the code",
                "give codes of the layer risk:admin_area");
    }

    /**
     * The union of small catchments (小流域).
     *
     * @throws InvalidInput naming {@code path}, where there is none of an id
     */
    public Geometry ofCatchments(String path, List<String> ids) {
        if (ids.isEmpty() || ids.size() > MOST_CODES) {
            throw new InvalidInput(path, "it has " + ids.size() + " ids", "give 1 to " + MOST_CODES);
        }
        return named(
                path,
                ids,
                "select id, st_asbinary(geom) from risk.small_catchment where id = any (string_to_array(?, E'\\n'))"
                        + " order by id",
                "small catchment with the id",
                "give ids of the layer risk:small_catchment");
    }

    private Geometry named(String path, List<String> names, String sql, String what, String remedy) {
        TreeSet<String> missing = new TreeSet<>(names);
        List<Geometry> areas = new ArrayList<>();
        database.list(SqlQuery.of(sql, String.join("\n", names)), row -> {
            missing.remove(row.text(1));
            return areas.add(Objects.requireNonNull(row.geometry(2)));
        });
        if (!missing.isEmpty()) {
            throw new InvalidInput(path, "there is no " + what + " '" + missing.first() + "'", remedy);
        }
        return union(areas);
    }

    /**
     * The union of polygons.
     *
     * @throws InvalidInput naming {@code path}, where one is no polygon or none is given
     */
    public static Geometry ofPolygons(String path, List<@Nullable Geometry> polygons) {
        List<Geometry> areas = new ArrayList<>();
        for (Geometry polygon : polygons) {
            if (!(polygon instanceof Polygonal) || polygon.isEmpty()) {
                throw new InvalidInput(
                        path,
                        polygon == null ? "a feature has no geometry" : "it has a " + polygon.getGeometryType(),
                        "give polygons; make them of lines and points with a buffer");
            }
            areas.add(polygon);
        }
        if (areas.isEmpty()) {
            throw new InvalidInput(path, "no area is selected", "give a polygon, or codes of administrative areas");
        }
        return union(areas);
    }

    private static Geometry union(List<Geometry> areas) {
        List<Geometry> parts = new ArrayList<>();
        for (Geometry area : areas) {
            for (int i = 0; i < area.getNumGeometries(); i++) {
                Geometry part = area.getGeometryN(i);
                parts.add(part.isValid() ? part : GeometryFixer.fix(part));
            }
        }
        return UnaryUnionOp.union(parts);
    }

    /** The area of GeoJSON: a Polygon, a MultiPolygon, a Feature or a FeatureCollection of them. */
    public Geometry ofGeoJson(String path, JsonNode json) {
        List<Geometry> polygons = new ArrayList<>();
        String type = json.path("type").asString("");
        if (type.equals("FeatureCollection")) {
            json.path("features").forEach(feature -> polygons.add(geometry(path, feature.path("geometry"))));
        } else {
            polygons.add(geometry(path, type.equals("Feature") ? json.path("geometry") : json));
        }
        return ofPolygons(path, List.copyOf(polygons));
    }

    private Geometry geometry(String path, JsonNode json) {
        try {
            Geometry geometry = database.list(
                            SqlQuery.of("select st_asbinary(st_geomfromgeojson(?))", json.toString()),
                            row -> Objects.requireNonNull(row.geometry(1)))
                    .get(0);
            if (!new org.locationtech.jts.geom.Envelope(-180, 180, -90, 90).covers(geometry.getEnvelopeInternal())) {
                throw new InvalidInput(path, "a coordinate is no degree", "give longitude, latitude in degrees");
            }
            return geometry;
        } catch (DataAccessException unreadable) {
            throw new InvalidInput(path, "it is no GeoJSON geometry", "give a Polygon or MultiPolygon");
        }
    }

    /**
     * The area of a warning that was issued or loaded.
     *
     * @throws InvalidInput naming {@code path}, where there is none of this id
     */
    public Geometry ofWarning(String path, String id) {
        return named(
                path,
                List.of(id),
                "select id, st_asbinary(geom) from risk.warning where id = any (string_to_array(?, E'\\n'))",
                "warning with the id",
                "give the id of a warning");
    }

    /** Code of the county that holds most of an area; null where none holds any. */
    public @Nullable String county(Geometry area) {
        return database.list(SqlQuery.of("""
                        with given as (select st_geomfromwkb(?, 4490) as geom)
                        select a.code
                        from risk.admin_area a, given
                        where a.level = 'county' and st_intersects(a.geom, given.geom)
                        order by st_area(st_intersection(a.geom, given.geom)) desc, a.code
                        limit 1
                        """, Wkb.of(area)), row -> String.valueOf(row.text(1))).stream()
                .findFirst()
                .orElse(null);
    }
}
