package org.riskmap.layer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.expression.Expression;
import org.jspecify.annotations.Nullable;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.filter.Filters;
import org.riskmap.filter.SqlCondition;
import org.riskmap.kernel.Envelope;
import org.riskmap.kernel.Feature;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.postgis.Database;
import org.riskmap.postgis.Rows;
import org.riskmap.postgis.SqlQuery;
import org.riskmap.postgis.TableShape.Column;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.stereotype.Component;

/** Reads layers of the catalog. Safe for many threads. */
@Component
public final class FeatureReader {

    private static final Duration SHAPE_HOLDS = Duration.ofSeconds(10);

    private record Known(FeatureLayer layer, PublishedTable table, long readAtNanos) {}

    private final Map<String, Known> tables = new ConcurrentHashMap<>();

    /** What a layer's features are made of, as its table is now or was a few seconds ago. */
    public LayerSchema schema(FeatureLayer layer) {
        return table(layer).schema();
    }

    /**
     * The features that a query asks for. Where a page is asked for, features of equal rank come in the order of their key.
     *
     * @throws InvalidInput where the filter, the order or the properties name what the layer does not have
     * @throws org.springframework.dao.DataAccessException where the database fails or takes too long
     */
    public FeatureCursor read(FeatureLayer layer, FeatureQuery query) {
        return current(layer, table -> read(layer, table, query));
    }

    private FeatureCursor read(FeatureLayer layer, PublishedTable table, FeatureQuery query) {
        SqlCondition condition = condition(layer, table, query.filter());
        List<String> given = given(table, query);
        Map<String, Expression> computed = new LinkedHashMap<>(table.computed());
        Set<String> needed = new LinkedHashSet<>(given);
        Filters.properties(condition.remainder()).forEach(name -> needed.add(Filters.column(name)));
        computed.keySet().retainAll(needed);
        computed.values().forEach(expression -> needed.addAll(Filters.properties(expression)));
        List<String> columns = columns(table, needed);
        SqlQuery sql = new FeatureSql(table).features(query, condition, columns);
        Rows rows = layer.store().database().stream(sql, query.timeout());
        return new RowCursor(rows, recipe(layer, table, query, condition, columns, computed, given));
    }

    private static List<String> given(PublishedTable table, FeatureQuery query) {
        String geometry = table.schema().geometry().map(LayerProperty::name).orElse("");
        List<String> wanted = query.properties() == null ? table.schema().names() : query.properties();
        for (String name : wanted) {
            if (table.schema().property(name).isEmpty()) {
                throw new InvalidInput(
                        "properties",
                        "there is no property '" + name + "'",
                        "the properties are " + String.join(", ", table.schema().names()));
            }
        }
        return wanted.stream().filter(name -> !name.equals(geometry)).distinct().toList();
    }

    private static List<String> columns(PublishedTable table, Set<String> needed) {
        String geometry = table.schema().geometry().map(LayerProperty::name).orElse("");
        return needed.stream()
                .filter(name ->
                        !name.equals(geometry) && table.shape().column(name).isPresent())
                .toList();
    }

    private static RowCursor.Recipe recipe(
            FeatureLayer layer,
            PublishedTable table,
            FeatureQuery query,
            SqlCondition condition,
            List<String> columns,
            Map<String, Expression> computed,
            List<String> given) {
        Map<String, Function<Feature, @Nullable Object>> functions = new LinkedHashMap<>();
        computed.forEach((name, expression) -> functions.put(name, Filters.value(expression, table.subject(layer))));
        Predicate<Feature> test =
                condition.complete() ? null : Filters.predicate(condition.remainder(), table.subject(layer));
        List<Boolean> geometries = columns.stream()
                .map(name -> table.shape().column(name).orElseThrow().isGeometry())
                .toList();
        long limit = query.limit() == null ? Long.MAX_VALUE : query.limit();
        return new RowCursor.Recipe(
                columns, geometries, functions, test, given, condition.complete() ? 0 : query.offset(), limit);
    }

    /** How many features a query finds, its page, order and properties aside. */
    public long count(FeatureLayer layer, FeatureQuery query) {
        return current(layer, table -> count(layer, table, query));
    }

    private long count(FeatureLayer layer, PublishedTable table, FeatureQuery query) {
        SqlCondition condition = condition(layer, table, query.filter());
        Database database = layer.store().database();
        if (condition.complete()) {
            SqlQuery sql = new FeatureSql(table).count(query.bounds(), condition);
            try (Rows rows = database.stream(sql, query.timeout())) {
                rows.next();
                return rows.integer(1);
            }
        }
        long count = 0;
        FeatureQuery one = query.withPage(0, null).withSort(List.of()).withProperties(List.of());
        try (FeatureCursor cursor = read(layer, one)) {
            while (cursor.next()) {
                count++;
            }
        }
        return count;
    }

    /** The smallest envelope of all features in the native system, east first; empty where there are none. */
    public Optional<Envelope> bounds(FeatureLayer layer) {
        return current(layer, table -> bounds(layer, table));
    }

    private Optional<Envelope> bounds(FeatureLayer layer, PublishedTable table) {
        Column geometry = table.geometry();
        if (geometry == null) {
            return Optional.empty();
        }
        SqlCondition condition = condition(layer, table, Filter.INCLUDE);
        SqlQuery sql = new FeatureSql(table).extent(geometry, condition);
        List<Optional<Envelope>> found = layer.store()
                .database()
                .list(
                        sql,
                        row -> row.value(1) == null
                                ? Optional.<Envelope>empty()
                                : Optional.of(new Envelope(row.real(1), row.real(2), row.real(3), row.real(4))));
        return found.get(0);
    }

    /** What a filter and the layer's own let through. */
    static SqlCondition condition(FeatureLayer layer, PublishedTable table, Filter asked) {
        List<Filter> filters = new ArrayList<>();
        Filters.check("filter", asked, table.schema().names());
        Filters.checkPlaces("filter", asked, table.schema().geometries());
        filters.add(Filters.placed("filter", asked, layer.nativeCrs().eastFirst(), layer.nativeCrs()));
        String own = layer.cqlFilter();
        if (own != null && !own.isBlank()) {
            String input = "cqlFilter of layer " + layer.qualifiedName();
            Filter always = Filters.ecql(input, own);
            Filters.check(input, always, table.shape());
            filters.add(Filters.placed(input, always, layer.nativeCrs().eastFirst(), layer.nativeCrs()));
        }
        return Filters.sql(Filters.all(filters), table.shape(), layer.name());
    }

    /** Once more with the table as it is now, where the database does not know what it is asked for: it was altered meanwhile. */
    private <T> T current(FeatureLayer layer, Function<PublishedTable, T> work) {
        try {
            return work.apply(table(layer));
        } catch (BadSqlGrammarException altered) {
            tables.remove(layer.qualifiedName());
            return work.apply(table(layer));
        }
    }

    private PublishedTable table(FeatureLayer layer) {
        Known known = tables.get(layer.qualifiedName());
        long now = System.nanoTime();
        if (known == null || known.layer() != layer || now - known.readAtNanos() > SHAPE_HOLDS.toNanos()) {
            known = new Known(layer, PublishedTable.of(layer), now);
            tables.put(layer.qualifiedName(), known);
        }
        return known.table();
    }
}
