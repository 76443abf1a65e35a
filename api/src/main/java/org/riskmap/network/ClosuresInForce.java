package org.riskmap.network;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.riskmap.postgis.Database;
import org.riskmap.postgis.SqlQuery;

/**
 * The rows of {@code risk.closure} that hold now by the database's clock: {@code valid_from} ≤ now &lt; {@code valid_to}, an
 * end that is not said being open. One that names classes of roads closes the roads of these classes that come into its
 * area; any other closes its land.
 */
public final class ClosuresInForce {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Database database;

    public ClosuresInForce(Database database) {
        this.database = database;
    }

    /**
     * What is closed.
     *
     * @param ids of the closures, ascending; empty where nothing is closed
     * @param land polygons that do not overlap, degrees; may be empty
     * @param roads ids of closed roads
     * @param version of all this: equal closures have equal versions
     */
    public record Closed(List<String> ids, Geometry land, Set<String> roads, String version) {

        /** Nothing is closed. */
        public static Closed nothing() {
            return new Closed(List.of(), FACTORY.createPolygon(), Set.of(), "");
        }

        public boolean isEmpty() {
            return ids.isEmpty();
        }
    }

    /** What is closed now. */
    public Closed now() {
        List<String> ids = new ArrayList<>();
        List<Geometry> land = new ArrayList<>();
        StringBuilder content = new StringBuilder();
        database.list(SqlQuery.of("""
                select id, road_classes, st_asbinary(geom)
                from risk.closure
                where (valid_from is null or valid_from <= now()) and (valid_to is null or valid_to > now())
                order by id
                """), row -> {
            Geometry area = Objects.requireNonNull(row.geometry(3));
            content.append(row.text(1)).append('\t').append(row.text(2)).append('\t');
            content.append(area.toText()).append('\n');
            if (row.text(2) == null) {
                land.addAll(validParts(area));
            }
            return ids.add(String.valueOf(row.text(1)));
        });
        return ids.isEmpty()
                ? Closed.nothing()
                : new Closed(
                        List.copyOf(ids),
                        land.isEmpty() ? FACTORY.createPolygon() : UnaryUnionOp.union(land),
                        roads(ids),
                        hash(content.toString()));
    }

    private Set<String> roads(List<String> closures) {
        return new TreeSet<>(
                database.list(SqlQuery.of("""
                        select r.id
                        from risk.closure c
                             join risk.road r on st_intersects(r.geom, c.geom)
                                  and r.class = any (string_to_array(c.road_classes, ','))
                        where c.id = any (string_to_array(?, '/'))
                        """, String.join("/", closures)), row -> String.valueOf(row.text(1))));
    }

    /** Part by part: repairing a whole whose parts overlap would cut holes into it. */
    private static List<Geometry> validParts(Geometry polygons) {
        List<Geometry> parts = new ArrayList<>();
        for (int i = 0; i < polygons.getNumGeometries(); i++) {
            Geometry part = polygons.getGeometryN(i);
            parts.add(part.isValid() ? part : GeometryFixer.fix(part));
        }
        return parts;
    }

    private static String hash(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
