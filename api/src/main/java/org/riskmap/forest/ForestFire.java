package org.riskmap.forest;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.riskmap.exposure.Measure;
import org.riskmap.exposure.Neighbours;
import org.riskmap.exposure.Neighbours.Neighbour;
import org.riskmap.exposure.People;
import org.riskmap.exposure.Townships;
import org.riskmap.forest.ForestResult.Border;
import org.riskmap.forest.ForestResult.Part;
import org.riskmap.forest.ForestResult.Resident;
import org.riskmap.forest.ForestResult.Year;
import org.riskmap.forest.ForestResult.Zone;
import org.riskmap.kernel.Feature;

/** The fire zones of a county on one day, with what protects them and whom they endanger. */
public final class ForestFire {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final ForestQuestion question;
    private final DangerOfTheDay danger;
    private final Townships townships;
    private final Neighbours forest;

    public ForestFire(ForestQuestion question, DangerOfTheDay danger) {
        this.question = question;
        this.danger = danger;
        this.townships = new Townships(question.areas());
        this.forest = new Neighbours(question.zones());
    }

    /**
     * @throws org.riskmap.kernel.InvalidInput where a settlement's population is not a number of persons
     */
    public ForestResult find() {
        List<Map<String, Integer>> firesByZone = new ArrayList<>();
        question.zones().forEach(zone -> firesByZone.add(new TreeMap<>()));
        List<Year> years = years(firesByZone);
        List<Zone> zones = new ArrayList<>();
        List<Border> borders = new ArrayList<>();
        for (int i = 0; i < question.zones().size(); i++) {
            Feature feature = question.zones().get(i);
            Map<Integer, Geometry> pieces = shared(feature);
            zones.add(zone(feature, pieces, firesByZone.get(i)));
            if (pieces.size() > 1) {
                borders.addAll(new SharedBorders(townships, feature, pieces.keySet()).borders());
            }
        }
        return new ForestResult(zones, borders, new Belts(question, townships).rows(), residents(), years);
    }

    /** What of a zone lies in which township, slivers left out. */
    private Map<Integer, Geometry> shared(Feature zone) {
        double leastM2 = question.sliver() * Measure.of(zone.geometry());
        Map<Integer, Geometry> pieces = new TreeMap<>(townships.pieces(zone.geometry()));
        pieces.values().removeIf(piece -> Measure.of(piece, 2) < leastM2);
        return pieces;
    }

    private Zone zone(Feature zone, Map<Integer, Geometry> pieces, Map<String, Integer> fires) {
        Integer own = zone.properties().get("danger_class") instanceof Number number ? number.intValue() : null;
        List<Part> parts = new ArrayList<>();
        pieces.forEach((area, piece) -> {
            String code = Objects.requireNonNull(text(townships.areas().get(area), "code"));
            Double index = question.weather().get(code);
            Integer weather = index == null ? null : danger.weather(index);
            parts.add(new Part(
                    code,
                    text(townships.areas().get(area), "name"),
                    Measure.of(piece, 2),
                    index,
                    weather,
                    own == null || weather == null ? null : danger.of(own, weather)));
        });
        parts.sort(Comparator.comparingDouble((Part part) -> -part.areaM2()).thenComparing(Part::code));
        Integer today = parts.stream()
                .map(Part::today)
                .filter(Objects::nonNull)
                .max(Integer::compare)
                .orElse(null);
        return new Zone(zone, Measure.of(zone.geometry()), own, today, parts, fires);
    }

    private List<Resident> residents() {
        List<Resident> residents = new ArrayList<>();
        for (Feature settlement : question.settlements()) {
            forest.of(settlement.geometry(), question.edgeM()).stream()
                    .min(Comparator.comparingLong((Neighbour near) -> Math.round(near.distanceM() * 1000))
                            .thenComparingInt(Neighbour::number))
                    .ifPresent(near -> residents.add(new Resident(
                            settlement,
                            question.zones().get(near.number()),
                            near.distanceM(),
                            near.distanceM() == 0,
                            orZero(People.of("people", settlement, "population")),
                            orZero(People.of("people", settlement, "households")))));
        }
        residents.sort(Comparator.comparingDouble(Resident::distanceM)
                .thenComparing(one -> one.settlement().id()));
        return residents;
    }

    private static long orZero(@Nullable Long number) {
        return number == null ? 0 : number;
    }

    private List<Year> years(List<Map<String, Integer>> firesByZone) {
        Map<String, int[]> counts = new TreeMap<>(Comparator.nullsLast(Comparator.naturalOrder()));
        for (Feature fire : question.fires()) {
            String year = year(fire.properties().get("detected_at"));
            List<Neighbour> in = forest.of(fire.geometry(), 0).stream()
                    .filter(Neighbour::inside)
                    .toList();
            counts.computeIfAbsent(year, unused -> new int[2])[in.isEmpty() ? 1 : 0]++;
            in.forEach(zone -> firesByZone.get(zone.number()).merge(year == null ? "" : year, 1, Integer::sum));
        }
        List<Year> years = new ArrayList<>();
        counts.forEach((year, count) -> years.add(new Year(year, count[0], count[1])));
        return years;
    }

    /** The year in China of a moment as a column or GeoJSON has it; null where there is none. */
    static @Nullable String year(@Nullable Object moment) {
        if (moment == null) {
            return null;
        }
        if (moment instanceof java.util.Date date) {
            return String.valueOf(
                    Instant.ofEpochMilli(date.getTime()).atZone(CHINA).getYear());
        }
        if (moment instanceof Instant instant) {
            return String.valueOf(instant.atZone(CHINA).getYear());
        }
        try {
            return String.valueOf(
                    java.time.OffsetDateTime.parse(moment.toString().trim().replace(' ', 'T'))
                            .atZoneSameInstant(CHINA)
                            .getYear());
        } catch (DateTimeParseException noMoment) {
            return null; // counted under no known year, which the result shows
        }
    }

    static @Nullable String text(Feature feature, String property) {
        Object value = feature.properties().get(property);
        return value == null ? null : value.toString();
    }
}
