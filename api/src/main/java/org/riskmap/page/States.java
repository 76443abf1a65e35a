package org.riskmap.page;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.riskmap.elevation.Elevation;
import org.riskmap.elevation.Heights;
import org.riskmap.postgis.Database;
import org.riskmap.postgis.SqlQuery;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/** Reads {@link State}: the version at every question, the rest only when the version or the model of
 * heights is a new one. */
@Component
class States {

    private static final String VERSION = """
            select count(*) || '-' || coalesce(max(seq), 0)
            from risk.change
            where table_name not like 'run\\_%'
            """;
    private static final String LAYERS = """
            select f_table_name
            from geometry_columns g
                 join information_schema.tables t on t.table_schema = g.f_table_schema and t.table_name = g.f_table_name
            where f_table_schema = 'risk' and table_type = 'BASE TABLE'
              and f_table_name <> 'change' and f_table_name not like 'run\\_%'
            order by 1
            """;
    /** Layers whose features hold from one moment to another. */
    private static final String LASTING = """
            select table_name
            from information_schema.columns
            where table_schema = 'risk' and column_name in ('time_from', 'time_to')
            group by table_name
            having count(*) = 2
            order by 1
            """;

    private static final String COUNTIES = """
            select name, code
            from risk.admin_area
            where level = 'county'
            order by code
            limit 2
            """;
    private static final String POPULATION = "select coalesce(sum(population), 0) from risk.settlement";
    private static final String HOMES = """
            select st_x(geom), st_y(geom)
            from risk.settlement
            order by id
            limit 100
            """;
    private static final String DEMO = "demo";

    private final Database database;
    private final Supplier<@Nullable Heights> heights;
    private final String version;
    private volatile @Nullable Known last;

    /** A state and what it was read from. */
    private record Known(State state, @Nullable Heights heights, List<String> lasting) {}

    @Autowired
    States(Database database, Elevation elevation, ObjectProvider<BuildProperties> build) {
        this(
                database,
                elevation::newest,
                build.stream().map(BuildProperties::getVersion).findFirst().orElse("development"));
    }

    States(Database database, Supplier<@Nullable Heights> heights, String version) {
        this.database = database;
        this.heights = heights;
        this.version = version;
    }

    State now() {
        String dataVersion = database.client().sql(VERSION).query(String.class).single();
        Heights newest = heights.get();
        Known known = last;
        if (known == null || !known.state.dataVersion().equals(dataVersion) || known.heights != newest) {
            known = new Known(read(dataVersion, newest != null && coversHomes(newest)), newest, lasting());
        }
        State state = known.state.counting(inForce(known.lasting));
        last = new Known(state, known.heights, known.lasting);
        return state;
    }

    private List<String> lasting() {
        return database.client().sql(LASTING).query(String.class).list();
    }

    /** How many features of these layers hold now: time goes on while the data stays. */
    private Map<String, Long> inForce(List<String> layers) {
        Map<String, Long> counts = new TreeMap<>();
        layers.forEach(layer -> counts.put(
                layer,
                database.client()
                        .sql("select count(*) from risk." + SqlQuery.identifier(layer)
                                + " where time_from <= now() and time_to > now()")
                        .query(Long.class)
                        .single()));
        return counts;
    }

    private record Rows(String layer, String source, long count) {}

    private State read(String dataVersion, boolean elevation) {
        List<String> layers = database.client().sql(LAYERS).query(String.class).list();
        List<Rows> rows = rows(layers);
        Map<String, Long> counts = new TreeMap<>();
        layers.forEach(layer -> counts.put(layer, 0L));
        rows.forEach(part -> counts.merge(part.layer, part.count, Long::sum));
        return new State(
                rows.stream().anyMatch(part -> part.source.equals(DEMO)),
                county(),
                extent(counts.get("admin_area") > 0 ? List.of("admin_area") : layers),
                counts,
                database.client().sql(POPULATION).query(Long.class).single(),
                elevation,
                dataVersion,
                version,
                sources(rows));
    }

    private List<Rows> rows(List<String> layers) {
        String sql = layers.stream()
                .map(layer -> "select '" + layer + "', source, count(*) from risk." + SqlQuery.identifier(layer)
                        + " group by source")
                .collect(Collectors.joining(" union all "));
        return database.list(
                SqlQuery.of(sql),
                row -> new Rows(String.valueOf(row.text(1)), String.valueOf(row.text(2)), row.integer(3)));
    }

    private static List<State.Source> sources(List<Rows> rows) {
        Map<String, TreeSet<String>> layers = new TreeMap<>();
        rows.forEach(part ->
                layers.computeIfAbsent(part.source, source -> new TreeSet<>()).add(part.layer));
        return layers.entrySet().stream()
                .map(source -> new State.Source(source.getKey(), List.copyOf(source.getValue())))
                .toList();
    }

    private State.@Nullable County county() {
        List<State.County> counties =
                database.list(SqlQuery.of(COUNTIES), row -> new State.County(row.text(1), String.valueOf(row.text(2))));
        return counties.size() == 1 ? counties.get(0) : null;
    }

    private @Nullable List<Double> extent(List<String> layers) {
        String boxes = layers.stream()
                .map(layer -> "select st_extent(geom) as box from risk." + SqlQuery.identifier(layer))
                .collect(Collectors.joining(" union all "));
        String sql = """
                select st_xmin(box), st_ymin(box), st_xmax(box), st_ymax(box)
                from (select st_extent(box::geometry) as box from (%s) parts) whole
                where box is not null
                """.formatted(boxes);
        return database
                .list(SqlQuery.of(sql), row -> List.of(row.real(1), row.real(2), row.real(3), row.real(4)))
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** A model of another county, such as the demo's beside real data, has no height where people live here. */
    private boolean coversHomes(Heights model) {
        return database.list(SqlQuery.of(HOMES), row -> model.metresAt(row.real(1), row.real(2))).stream()
                .anyMatch(height -> !Double.isNaN(height));
    }
}
