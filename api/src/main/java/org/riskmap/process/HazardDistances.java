package org.riskmap.process;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.geotools.api.filter.expression.Expression;
import org.jspecify.annotations.Nullable;
import org.riskmap.exposure.Distances;
import org.riskmap.filter.Filters;
import org.riskmap.kernel.Feature;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.standard.Standards;
import org.riskmap.standard.Threshold;

/**
 * The inputs {@code distances} and {@code distanceBy} of {@code buffer-exposure}: the same rings around all hazards, or
 * distances of each hazard's own from a column, an expression or the standards table.
 */
sealed interface HazardDistances {

    int MOST_RINGS = 20;
    double LEAST_M = 1;
    double MOST_M = 100_000;

    /** Puts what stands for it into the run's parameters. */
    void addTo(Map<String, @Nullable Object> parameters);

    /** Whether the standards table was asked. */
    default boolean readsStandards() {
        return false;
    }

    /**
     * @param hazards sorted by id
     * @throws InvalidInput naming the first hazard without a usable distance
     */
    Distances of(List<Feature> hazards);

    /** Reads both inputs, of which one is given. */
    static HazardDistances read(Inputs inputs, Standards standards) {
        Input by = inputs.get("distanceBy");
        Input distances = inputs.get("distances");
        if (!by.given()) {
            return new Same(metres(distances));
        }
        if (distances.given()) {
            throw by.wrong("distances are given too", "give distances for all hazards or distanceBy, not both");
        }
        by.object("column", "expression", "rules", "otherwise");
        List<String> ways = List.of("column", "expression", "rules").stream()
                .filter(way -> by.member(way).given())
                .toList();
        if (ways.size() != 1) {
            throw by.wrong(
                    ways.isEmpty() ? "it says no way to find a distance" : "it says " + String.join(" and ", ways),
                    "give one of column, expression and rules");
        }
        Input otherwise = by.member("otherwise");
        double[] last = otherwise.given() ? listed(otherwise) : new double[0];
        if (ways.get(0).equals("rules")) {
            String topic = by.member("rules").text(100);
            List<Threshold> rows = standards.valid(topic, LocalDate.now(ZoneOffset.UTC)).stream()
                    .filter(row -> row.value() != null && "m".equals(row.unit()))
                    .toList();
            if (rows.isEmpty()) {
                throw by.member("rules")
                        .wrong(
                                "the standards table has no distances in metres under '" + topic + "'",
                                "give a topic that has, such as hazard_reach");
            }
            return new ByRules(topic, rows, last);
        }
        return new ByExpression(ways.get(0), expressions(by.member(ways.get(0)), ways.get(0)), last);
    }

    private static List<String> expressions(Input given, String way) {
        List<String> texts = new ArrayList<>();
        if (given.json().isArray()) {
            given.items(1, MOST_RINGS).forEach(item -> texts.add(item.text(2000)));
        } else {
            texts.add(given.text(2000));
        }
        if (way.equals("expression")) {
            texts.forEach(text -> Filters.ecqlExpression(given.path(), text));
        }
        return texts;
    }

    /** One number or an ascending list. */
    private static double[] listed(Input input) {
        return input.json().isArray() ? metres(input) : new double[] {metre(input)};
    }

    private static double[] metres(Input input) {
        List<Input> items = input.items(1, MOST_RINGS);
        double[] distances = new double[items.size()];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = metre(items.get(i));
            if (i > 0 && distances[i] <= distances[i - 1]) {
                throw items.get(i)
                        .wrong(
                                items.get(i).shown() + " does not exceed the one before",
                                "give distances in ascending order");
            }
        }
        return distances;
    }

    private static double metre(Input item) {
        if (item.json().isNumber() && Math.abs(item.json().doubleValue(0)) < LEAST_M) {
            throw item.wrong(
                    item.shown() + " is less than " + (int) LEAST_M + " m",
                    "give metres, not degrees or kilometres: 500 for half a kilometre; a degree is no length, it is 111 km"
                            + " northwards and less eastwards");
        }
        return item.number(LEAST_M, MOST_M);
    }

    /** @param distancesM ascending */
    record Same(double[] distancesM) implements HazardDistances {

        @Override
        public void addTo(Map<String, @Nullable Object> parameters) {
            parameters.put("distances", list(distancesM));
        }

        @Override
        public Distances of(List<Feature> hazards) {
            return Distances.same(distancesM);
        }
    }

    /**
     * Numbers that columns or ECQL expressions give.
     *
     * @param way {@code column} or {@code expression}
     * @param texts one for each ring
     * @param otherwise for hazards for which they give nothing; empty: that is an error
     */
    record ByExpression(String way, List<String> texts, double[] otherwise) implements HazardDistances {

        @Override
        public void addTo(Map<String, @Nullable Object> parameters) {
            Map<String, @Nullable Object> by = new LinkedHashMap<>();
            by.put(way, texts);
            by.put("otherwise", list(otherwise));
            parameters.put("distanceBy", by);
        }

        @Override
        public Distances of(List<Feature> hazards) {
            List<Function<Feature, @Nullable Object>> values = texts.stream()
                    .<Function<Feature, @Nullable Object>>map(text -> {
                        if (way.equals("column")) {
                            return feature -> feature.properties().get(text);
                        }
                        Expression expression = Filters.ecqlExpression("distanceBy.expression", text);
                        return Filters.value(expression);
                    })
                    .toList();
            return each(
                    hazards,
                    texts.size(),
                    otherwise,
                    (feature, ring) -> values.get(ring).apply(feature),
                    this::path);
        }

        private String path(int ring) {
            return "distanceBy." + way + (texts.size() == 1 ? "" : "[" + ring + "]");
        }
    }

    /**
     * Distances by kind and grade: of the classes {@code kind/grade}, {@code kind}, {@code &#42;/grade} and {@code *} the first
     * that the table has.
     *
     * @param rows in metres
     * @param otherwise as in {@link ByExpression}
     */
    record ByRules(String topic, List<Threshold> rows, double[] otherwise) implements HazardDistances {

        @Override
        public void addTo(Map<String, @Nullable Object> parameters) {
            Map<String, @Nullable Object> by = new LinkedHashMap<>();
            by.put("rules", topic);
            Map<String, @Nullable Object> metres = new LinkedHashMap<>();
            rows.forEach(row -> metres.put(row.category(), row.value()));
            by.put("metres", metres);
            by.put("otherwise", list(otherwise));
            parameters.put("distanceBy", by);
        }

        @Override
        public boolean readsStandards() {
            return true;
        }

        @Override
        public Distances of(List<Feature> hazards) {
            Map<String, @Nullable Double> metres = new LinkedHashMap<>();
            rows.forEach(row -> metres.put(row.category(), row.value()));
            return each(
                    hazards,
                    1,
                    otherwise,
                    (feature, ring) -> {
                        Object kind = KindAndGrade.kind(feature);
                        Object grade = KindAndGrade.grade(feature);
                        for (String name : List.of(kind + "/" + grade, "" + kind, "*/" + grade, "*")) {
                            if (metres.get(name) != null) {
                                return metres.get(name);
                            }
                        }
                        return null;
                    },
                    ring -> "distanceBy.rules");
        }
    }

    /** What a hazard says of itself, whatever its layer calls it. */
    final class KindAndGrade {
        private KindAndGrade() {}

        static @Nullable Object kind(Feature feature) {
            Object kind = feature.properties().get("kind");
            return kind == null ? feature.properties().get("type") : kind;
        }

        static @Nullable Object grade(Feature feature) {
            for (String column : List.of("grade", "danger_grade", "danger_class", "risk")) {
                Object grade = feature.properties().get(column);
                if (grade != null) {
                    return grade;
                }
            }
            return null;
        }
    }

    /** A hazard's value for a ring. */
    interface Value {
        @Nullable
        Object of(Feature hazard, int ring);
    }

    private static Distances each(
            List<Feature> hazards, int rings, double[] otherwise, Value value, Function<Integer, String> path) {
        if (otherwise.length != 0 && otherwise.length != rings) {
            throw new InvalidInput(
                    "distanceBy.otherwise",
                    "it has " + otherwise.length + " distances, the hazards' own are " + rings,
                    "give as many");
        }
        if (hazards.isEmpty()) {
            double[] one = new double[rings];
            java.util.Arrays.setAll(one, ring -> ring + 1);
            return Distances.same(otherwise.length == 0 ? one : otherwise);
        }
        List<double[]> each = new ArrayList<>();
        for (Feature hazard : hazards) {
            double[] own = new double[rings];
            for (int ring = 0; ring < rings; ring++) {
                own[ring] = metres(hazard, ring, otherwise, value.of(hazard, ring), path.apply(ring));
                if (ring > 0 && own[ring] <= own[ring - 1]) {
                    throw new InvalidInput(
                            path.apply(ring),
                            "for '" + hazard.id() + "' it gives " + own[ring]
                                    + ", which does not exceed the one before",
                            "give them so that they ascend for every hazard");
                }
            }
            each.add(own);
        }
        return Distances.ofEach(each);
    }

    private static double metres(Feature hazard, int ring, double[] otherwise, @Nullable Object value, String path) {
        if (value == null && otherwise.length > 0) {
            return otherwise[ring];
        }
        double metres = value instanceof Number number ? number.doubleValue() : Double.NaN;
        if (!(metres >= LEAST_M && metres <= MOST_M)) {
            throw new InvalidInput(
                    path,
                    "for the hazard '" + hazard.id() + "' it gives "
                            + (value == null ? "nothing" : "'" + value + "'")
                            + ", not metres from 1 to 100000",
                    value == null
                            ? "give otherwise, metres for hazards without one, or select only those that have one"
                            : "give metres, not degrees or kilometres");
        }
        return metres;
    }

    private static List<Double> list(double[] metres) {
        return java.util.Arrays.stream(metres).boxed().toList();
    }
}
