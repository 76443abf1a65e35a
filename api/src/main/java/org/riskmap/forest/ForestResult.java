package org.riskmap.forest;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.riskmap.kernel.Feature;

/**
 * What was found.
 *
 * @param zones in the order of the question
 * @param borders by zone, then by township
 * @param belts by township (those in none last), then by kind
 * @param people at or in the forest, nearest first
 * @param fires by year, those of no known year last
 */
public record ForestResult(
        List<Zone> zones, List<Border> borders, List<Belt> belts, List<Resident> people, List<Year> fires) {

    /**
     * @param dangerClass of the zone itself, 1 to 5; null: not said
     * @param today the highest of its parts; null where no part has one
     * @param parts by township, the largest first
     * @param firesByYear fire points in it
     */
    public record Zone(
            Feature zone,
            double areaM2,
            @Nullable Integer dangerClass,
            @Nullable Integer today,
            List<Part> parts,
            Map<String, Integer> firesByYear) {

        /** Whether several townships share it. */
        public boolean isShared() {
            return parts.size() > 1;
        }
    }

    /**
     * What of a zone lies in one township.
     *
     * @param weather class of the township's weather; null: no index was given
     */
    public record Part(
            String code,
            @Nullable String name,
            double areaM2,
            @Nullable Double index,
            @Nullable Integer weather,
            @Nullable Integer today) {}

    /** The border of two townships as far as it runs through a zone; {@code codeA} is before {@code codeB}. */
    public record Border(
            Feature zone,
            String codeA,
            @Nullable String nameA,
            String codeB,
            @Nullable String nameB,
            double lengthM,
            Geometry line) {}

    /**
     * Belts of one kind in one township.
     *
     * @param code null: in no township
     * @param lengthM of lines
     * @param areaM2 of polygons, and of lines whose width is known
     * @param withoutWidthM length of lines whose width is not known
     * @param assumedWidthM length of lines whose width was taken from their kind
     */
    public record Belt(
            @Nullable String code,
            @Nullable String name,
            String kind,
            double lengthM,
            double areaM2,
            double withoutWidthM,
            double assumedWidthM) {}

    /** @param inside in the forest; else within reach of its edge */
    public record Resident(
            Feature settlement, Feature zone, double distanceM, boolean inside, long population, long households) {}

    /** @param year as text; {@code null} where fires do not say when */
    public record Year(@Nullable String year, int inside, int outside) {}
}
