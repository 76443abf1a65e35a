package org.riskmap.page;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.riskmap.operation.ServiceSettings;
import org.riskmap.postgis.Database;
import org.riskmap.postgis.SqlQuery;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/** Reads {@link State}: the version at every question, the rest only when the version is a new one. */
@Component
class States {

    private static final String VERSION = """
            select count(*) || '-' || coalesce(max(seq), 0)
            from risk.change
            where table_name not like 'run\\_%'
            """;
    private static final String LAYERS = """
            select f_table_name
            from geometry_columns
            where f_table_schema = 'risk' and f_table_name <> 'change' and f_table_name not like 'run\\_%'
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
    private static final String DEMO = "demo";

    private final Database database;
    private final ServiceSettings settings;
    private final String version;
    private volatile @Nullable State last;

    States(Database database, ServiceSettings settings, ObjectProvider<BuildProperties> build) {
        this.database = database;
        this.settings = settings;
        this.version =
                build.stream().map(BuildProperties::getVersion).findFirst().orElse("development");
    }

    State now() {
        String dataVersion = database.client().sql(VERSION).query(String.class).single();
        boolean elevation = hasElevation();
        State known = last;
        if (known != null && known.dataVersion().equals(dataVersion) && known.elevation() == elevation) {
            return known;
        }
        State fresh = read(dataVersion, elevation);
        last = fresh;
        return fresh;
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

    private boolean hasElevation() {
        return Files.isReadable(settings.rasterDir().resolve("dem.tif"));
    }
}
