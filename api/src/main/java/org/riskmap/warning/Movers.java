package org.riskmap.warning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.riskmap.kernel.Feature;
import org.riskmap.postgis.Database;
import org.riskmap.postgis.Row;
import org.riskmap.postgis.SqlQuery;
import org.riskmap.warning.Impact.Mover;
import org.riskmap.warning.Rule.Move;

/** Who must leave: settlements in the warned area or in closed land, by the first move of the rule that holds for them. */
final class Movers {

    /** At the limit is within it, as in the rings of hazards. */
    private static final double AT_THE_LIMIT_M = 1e-6;
    /** No degree, of latitude or longitude, is shorter in China. */
    private static final double LEAST_DEGREE_M = 60_000;

    private static final String SETTLEMENT =
            "s.id, s.name, s.population, s.households, s.vulnerable, s.admin_code, st_asbinary(s.geom)";

    private final Database database;

    Movers(Database database) {
        this.database = database;
    }

    /** Settlements in an area, by id. */
    List<Feature> settlements(Geometry area) {
        return database.list(SqlQuery.of("select " + SETTLEMENT + """
                         from risk.settlement s where st_intersects(s.geom, st_geomfromwkb(?, 4490)) order by s.id
                        """, Wkb.of(area)), Movers::settlement);
    }

    /** In the order of leaving: by move, then the nearest first. */
    List<Mover> of(Geometry area, Geometry closedLand, List<Move> moves) {
        List<Mover> movers = new ArrayList<>();
        Set<String> gone = new HashSet<>();
        for (int i = 0; i < moves.size(); i++) {
            for (Mover mover : moved(area, closedLand, moves.get(i), i + 1)) {
                if (gone.add(mover.settlement().id())) {
                    movers.add(mover);
                }
            }
        }
        return movers;
    }

    private List<Mover> moved(Geometry area, Geometry closedLand, Move move, int order) {
        Place place = Place.of(move.near());
        if (place == Place.AREA) {
            return settlements(area).stream()
                    .map(settlement -> new Mover(settlement, order, move.why(), place.word(), null, 0))
                    .toList();
        }
        String classes = Impacts.joined(move.classes());
        return database.list(
                SqlQuery.of(
                        """
                        with given as materialized (
                            select st_geomfromwkb(?, 4490) as area, st_geomfromwkb(?, 4490) as closed),
                        near as materialized (
                            select h.id, h.geom from risk.%s h, given
                            where st_intersects(h.geom, given.area) and (? = '' or %s = any (string_to_array(?, E'\\n'))))
                        select %s, n.id, n.distance_m
                        from risk.settlement s
                             cross join given
                             cross join lateral (
                                 select near.id, st_distance(near.geom::geography, s.geom::geography) as distance_m
                                 from near
                                 where near.geom && st_expand(s.geom, ?)
                                 order by distance_m, near.id
                                 limit 1) n
                        where (st_intersects(s.geom, given.area) or st_intersects(s.geom, given.closed))
                              and n.distance_m <= ?
                        order by n.distance_m, s.id
                        """.formatted(place.word(), place.classSql(), SETTLEMENT),
                        Wkb.of(area),
                        Wkb.of(closedLand),
                        classes,
                        classes,
                        (move.withinM() + 1) / LEAST_DEGREE_M,
                        move.withinM() + AT_THE_LIMIT_M),
                row -> new Mover(settlement(row), order, move.why(), place.word(), row.text(8), row.real(9)));
    }

    private static Feature settlement(Row row) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("layer", "risk:settlement");
        properties.put("id", row.text(1));
        properties.put("name", row.text(2));
        properties.put("population", row.value(3));
        properties.put("households", row.value(4));
        properties.put("vulnerable", row.value(5));
        properties.put("admin_code", row.text(6));
        return new Feature(String.valueOf(row.text(1)), row.geometry(7), properties);
    }
}
