package org.riskmap.warning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.riskmap.kernel.Feature;
import org.riskmap.postgis.Database;
import org.riskmap.postgis.Row;
import org.riskmap.postgis.SqlQuery;
import org.riskmap.warning.Impact.Closed;
import org.riskmap.warning.Rule.Closing;
import org.springframework.stereotype.Component;

/** A warned area and a rule go in; what is there and what becomes of it come out. Nothing is written. */
@Component
public final class Impacts {

    /** Tables that the answer depends on, besides the roads'. */
    public static final Set<String> TABLES = Set.of(
            "settlement",
            "geohazard_zone",
            "geohazard_point",
            "geohazard_line",
            "fire_zone",
            "hazard_site",
            "river",
            "road",
            "admin_area");

    private final Database database;
    private final Movers movers;

    Impacts(Database database) {
        this.database = database;
        this.movers = new Movers(database);
    }

    /**
     * What a warning means.
     *
     * @param area polygons that do not overlap, degrees
     */
    public Impact of(Geometry area, Rule rule) {
        List<Closed> closed = closed(area, rule.closings());
        Geometry closedLand = land(closed);
        Set<String> closedClasses = new TreeSet<>();
        rule.closings().stream()
                .filter(closing -> closing.land() == null)
                .forEach(closing -> closedClasses.addAll(closing.classes()));
        List<Feature> roads = roads(area, closedLand, closedClasses);
        return new Impact(
                features(area, closing(rule), Place.GEOHAZARD_ZONE, Place.FIRE_ZONE),
                features(area, Map.of(), Place.GEOHAZARD_POINT, Place.GEOHAZARD_LINE, Place.HAZARD_SITE),
                movers.settlements(area),
                roads,
                movers.of(area, closedLand, rule.moves()),
                closed,
                roads.stream()
                        .filter(road -> "whole".equals(road.properties().get("closed")))
                        .map(road -> String.valueOf(road.properties().get("id")))
                        .toList());
    }

    /** The union of closed land; empty where no land is closed. */
    public static Geometry land(List<Closed> closed) {
        List<Geometry> land = closed.stream()
                .filter(one -> one.roadClasses() == null)
                .map(Closed::land)
                .toList();
        return land.isEmpty() ? new GeometryFactory().createPolygon() : UnaryUnionOp.union(land);
    }

    /** What a rule closes in an area. */
    List<Closed> closed(Geometry area, List<Closing> closings) {
        List<Closed> closed = new ArrayList<>();
        for (Closing closing : closings) {
            if (closing.land() == null) {
                closed.add(new Closed(
                        "封闭道路 " + String.join("、", closing.classes()), area, String.join(",", closing.classes())));
            } else if (Place.of(closing.land()) == Place.AREA) {
                closed.add(new Closed("预警区封闭", area, null));
            } else {
                closed.addAll(zones(area, Place.of(closing.land()), closing.classes()));
            }
        }
        return closed;
    }

    private List<Closed> zones(Geometry area, Place place, List<String> classes) {
        return database.list(
                SqlQuery.of(
                        """
                        select id, name, st_asbinary(geom)
                        from risk.%s
                        where st_intersects(geom, st_geomfromwkb(?, 4490)) and (? = '' or %s = any (string_to_array(?, E'\\n')))
                        order by id
                        """.formatted(place.word(), place.classSql()), Wkb.of(area), joined(classes), joined(classes)),
                row -> {
                    Geometry zone = Objects.requireNonNull(row.geometry(3));
                    String name = row.text(2) == null ? row.text(1) : row.text(2);
                    return new Closed(
                            "封闭 " + name, WarnedArea.ofPolygons(place.word() + "." + row.text(1), List.of(zone)), null);
                });
    }

    static String joined(List<String> classes) {
        return String.join("\n", classes);
    }

    private static Map<Place, List<String>> closing(Rule rule) {
        Map<Place, List<String>> closing = new LinkedHashMap<>();
        for (Closing one : rule.closings()) {
            if (one.land() != null) {
                closing.merge(
                        Place.of(one.land()),
                        one.classes(),
                        (some, more) -> some.isEmpty() || more.isEmpty()
                                ? List.of()
                                : Stream.concat(some.stream(), more.stream()).toList());
            }
        }
        return closing;
    }

    private List<Feature> features(Geometry area, Map<Place, List<String>> closing, Place... places) {
        List<Feature> features = new ArrayList<>();
        for (Place place : places) {
            features.addAll(database.list(
                    SqlQuery.of("""
                            select id, name, %s, %s, st_asbinary(geom)
                            from risk.%s
                            where st_intersects(geom, st_geomfromwkb(?, 4490))
                            order by id
                            """.formatted(place.classSql(), place.kindSql(), place.word()), Wkb.of(area)), row -> {
                        Map<String, @Nullable Object> properties = properties("risk:" + place.word(), row);
                        properties.put("class", row.text(3));
                        properties.put("kind", row.text(4));
                        List<String> classes = closing.get(place);
                        if (place == Place.GEOHAZARD_ZONE || place == Place.FIRE_ZONE) {
                            properties.put(
                                    "closed",
                                    closing.containsKey(Place.AREA)
                                            || classes != null && (classes.isEmpty() || classes.contains(row.text(3))));
                        }
                        return new Feature(place.word() + "." + row.text(1), row.geometry(5), properties);
                    }));
        }
        return features;
    }

    private List<Feature> roads(Geometry area, Geometry closedLand, Set<String> closedClasses) {
        return database.list(SqlQuery.of("""
                        select id, name, class, st_asbinary(geom), st_intersects(geom, st_geomfromwkb(?, 4490))
                        from risk.road
                        where st_intersects(geom, st_geomfromwkb(?, 4490))
                        order by id
                        """, Wkb.of(closedLand), Wkb.of(area)), row -> {
            Map<String, @Nullable Object> properties = properties("risk:road", row);
            properties.put("class", row.text(3));
            boolean whole = row.text(3) != null && closedClasses.contains(row.text(3));
            properties.put("closed", whole ? "whole" : Boolean.TRUE.equals(row.value(5)) ? "part" : null);
            return new Feature("road." + row.text(1), row.geometry(4), properties);
        });
    }

    private static Map<String, @Nullable Object> properties(String layer, Row row) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("layer", layer);
        properties.put("id", row.text(1));
        properties.put("name", row.text(2));
        return properties;
    }
}
