package org.riskmap.warning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.riskmap.postgis.Database;

/** Reads warnings with their records and closures. */
final class WarningList {

    private static final int MOST = 500;
    private static final String WARNINGS = """
            select * from (
                select w.id, w.name, w.level, w.hazard, w.valid_from, w.valid_to,
                       case when w.time_from > now() then 'planned' when w.time_to > now() then 'in_force' else 'over' end,
                       st_xmin(w.geom), st_ymin(w.geom), st_xmax(w.geom), st_ymax(w.geom),
                       r.admin_codes, r.catchments, r.rules, coalesce((r.rule -> 'steps')::text, '[]'),
                       r.issued_at, r.issued_by, r.ended_at, r.ended_by
                from risk.warning w left join risk.warning_record r on r.warning_id = w.id
                order by w.time_from desc, w.id) listed (id, name, level, hazard, valid_from, valid_to, state, west, south,
                         east, north, admin_codes, catchments, rules, steps, issued_at, issued_by, ended_at, ended_by)
            where (cast(:state as text) is null or state = :state) and (cast(:id as text) is null or id = :id)
            limit :most
            """;

    private final Database database;

    WarningList(Database database) {
        this.database = database;
    }

    Optional<IssuedWarning> find(String id) {
        return read(null, id).stream().findFirst();
    }

    /** The newest first. */
    List<IssuedWarning> all(@Nullable String state) {
        return read(state, null);
    }

    private record Closing(String warning, IssuedWarning.Closure closure) {}

    private List<IssuedWarning> read(@Nullable String state, @Nullable String id) {
        Map<String, List<IssuedWarning.Closure>> closures = closures(id);
        return database.client()
                .sql(WARNINGS)
                .param("state", state)
                .param("id", id)
                .param("most", MOST)
                .query((row, number) -> warning(row, closures.getOrDefault(row.getString(1), List.of())))
                .list();
    }

    private Map<String, List<IssuedWarning.Closure>> closures(@Nullable String warning) {
        return database
                .client()
                .sql("""
                        select warning_id, id, name, road_classes from risk.closure
                        where warning_id is not null and (cast(:id as text) is null or warning_id = :id)
                        order by length(id), id
                        """)
                .param("id", warning)
                .query((row, number) -> new Closing(
                        row.getString(1),
                        new IssuedWarning.Closure(row.getString(2), row.getString(3), row.getString(4))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Closing::warning, Collectors.mapping(Closing::closure, Collectors.toList())));
    }

    private static IssuedWarning warning(ResultSet row, List<IssuedWarning.Closure> closures) throws SQLException {
        return new IssuedWarning(
                row.getString("id"),
                row.getString("name"),
                row.getString("level"),
                row.getString("hazard"),
                Warnings.instant(row.getObject("valid_from", OffsetDateTime.class)),
                Warnings.instant(row.getObject("valid_to", OffsetDateTime.class)),
                row.getString("state"),
                List.of(row.getDouble("west"), row.getDouble("south"), row.getDouble("east"), row.getDouble("north")),
                texts(row, "admin_codes"),
                texts(row, "catchments"),
                row.getString("rules"),
                row.getString("steps"),
                Warnings.instant(row.getObject("issued_at", OffsetDateTime.class)),
                row.getString("issued_by"),
                Warnings.instant(row.getObject("ended_at", OffsetDateTime.class)),
                row.getString("ended_by"),
                closures);
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return row.getArray(column) == null
                ? List.of()
                : List.of((String[]) row.getArray(column).getArray());
    }
}
