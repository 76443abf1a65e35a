package org.riskmap.layer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.geotools.api.filter.Filter;
import org.jspecify.annotations.Nullable;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.filter.SqlCondition;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.postgis.Database;
import org.riskmap.postgis.SqlQuery;
import org.riskmap.postgis.TableShape.Column;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Changes rows of layers. Who may is not asked here. Safe for many threads. */
@Component
public final class FeatureWriter {

    /** Columns that the database keeps itself, where a replaced row does not give them. */
    private static final List<String> KEPT = List.of("updated_at", "source");

    /**
     * What an edit did.
     *
     * @param edit that was asked for
     * @param ids of the rows, without the layer's name
     */
    public record Done(Edit edit, List<String> ids) {}

    /**
     * The property that is a layer's key.
     *
     * @throws InvalidInput where the key is none or several
     */
    public String key(FeatureLayer layer) {
        List<String> key = PublishedTable.of(layer).shape().primaryKey();
        if (key.size() != 1) {
            throw new InvalidInput(layer.qualifiedName(), "its key is not one column", "let the service make the ids");
        }
        return key.get(0);
    }

    /**
     * Does all edits in their order, or none.
     *
     * @throws InvalidInput naming the property and the rule that a value breaks, or the property that a layer does not have
     * @throws DataAccessException where the database fails otherwise
     */
    public List<Done> apply(List<? extends Edit> edits) {
        if (edits.isEmpty()) {
            return List.of();
        }
        Database database = edits.get(0).layer().store().database();
        if (edits.stream().anyMatch(edit -> edit.layer().store().database() != database)) {
            throw new InvalidInput("typeName", "the layers lie in several databases", "change each by itself");
        }
        List<SqlQuery> statements = edits.stream().map(FeatureWriter::statement).toList();
        List<Done> done = new ArrayList<>();
        try {
            database.inTransaction(client -> {
                for (SqlQuery each : statements) {
                    List<String> ids = client.sql(each.sql())
                            .params(each.values())
                            .query(String.class)
                            .list();
                    done.add(new Done(edits.get(done.size()), ids));
                }
                return null;
            });
            return done;
        } catch (DataAccessException failed) {
            FeatureLayer layer =
                    edits.get(Math.min(done.size(), edits.size() - 1)).layer();
            RuntimeException told = failed;
            throw BrokenRule.of(failed, database, layer.schema(), layer.table())
                    .map(rule -> (RuntimeException) rule)
                    .orElse(told);
        }
    }

    private static SqlQuery statement(Edit edit) {
        PublishedTable table = PublishedTable.of(edit.layer());
        if (!table.from().equals(table.shape().qualifiedName())) {
            throw new InvalidInput(
                    edit.layer().qualifiedName(), "it publishes columns under other names", "change its table");
        }
        if (edit instanceof Edit.Insert insert) {
            return insert(table, insert);
        }
        if (edit instanceof Edit.Update update) {
            return update(table, edit.layer(), update.values(), update.filter());
        }
        if (edit instanceof Edit.Replace replace) {
            return update(table, edit.layer(), whole(table, replace.values()), replace.filter());
        }
        return delete(table, edit.layer(), ((Edit.Delete) edit).filter());
    }

    private static SqlQuery insert(PublishedTable table, Edit.Insert insert) {
        Map<Column, @Nullable Object> values = columns(table, insert.values());
        key(table, values);
        if (values.isEmpty()) {
            throw new InvalidInput(insert.layer().qualifiedName(), "the feature has no properties", "give some");
        }
        String names = values.keySet().stream()
                .map(column -> SqlQuery.identifier(column.name()))
                .collect(Collectors.joining(", "));
        String places = values.keySet().stream().map(RowValues::placeholder).collect(Collectors.joining(", "));
        return new SqlQuery(
                "insert into " + table.from() + " (" + names + ") values (" + places + ") returning " + table.idSql(),
                bound(values));
    }

    /** A key of text that nobody gives would be refused; one of numbers has a sequence. */
    private static void key(PublishedTable table, Map<Column, @Nullable Object> values) {
        List<String> key = table.shape().primaryKey();
        if (key.size() == 1) {
            Column column = table.shape().column(key.get(0)).orElseThrow();
            Object given = values.get(column);
            if (column.sqlType().equals("text")
                    && (given == null || given.toString().isEmpty())) {
                values.put(column, UUID.randomUUID().toString());
            } else if (given == null) {
                values.remove(column);
            }
        }
    }

    /** All properties but the key and what the database keeps. */
    private static Map<String, @Nullable Object> whole(
            PublishedTable table, Map<String, ? extends @Nullable Object> values) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        for (String name : table.schema().names()) {
            boolean kept = KEPT.contains(name) || table.shape().primaryKey().contains(name);
            if (values.containsKey(name) && !table.shape().primaryKey().contains(name)) {
                all.put(name, values.get(name));
            } else if (!kept) {
                all.put(name, null);
            }
        }
        return all;
    }

    private static SqlQuery update(
            PublishedTable table, FeatureLayer layer, Map<String, ? extends @Nullable Object> values, Filter filter) {
        Map<Column, @Nullable Object> columns = columns(table, values);
        if (columns.isEmpty()) {
            throw new InvalidInput(layer.qualifiedName(), "no property is to be changed", "name one with its value");
        }
        SqlCondition condition = condition(layer, table, filter);
        String set = columns.keySet().stream()
                .map(column -> SqlQuery.identifier(column.name()) + " = " + RowValues.placeholder(column))
                .collect(Collectors.joining(", "));
        List<@Nullable Object> bound = bound(columns);
        bound.addAll(condition.values());
        return new SqlQuery(
                "update " + table.from() + " as t set " + set + " where " + condition.sql() + " returning "
                        + table.idSql(),
                bound);
    }

    private static SqlQuery delete(PublishedTable table, FeatureLayer layer, Filter filter) {
        SqlCondition condition = condition(layer, table, filter);
        return new SqlQuery(
                "delete from " + table.from() + " as t where " + condition.sql() + " returning " + table.idSql(),
                condition.values());
    }

    private static SqlCondition condition(FeatureLayer layer, PublishedTable table, Filter filter) {
        SqlCondition condition = FeatureReader.condition(layer, table, filter);
        if (!condition.complete()) {
            throw new InvalidInput(
                    "filter", "the database cannot compute it", "name the features by their ids to change them");
        }
        return condition;
    }

    private static Map<Column, @Nullable Object> columns(
            PublishedTable table, Map<String, ? extends @Nullable Object> values) {
        Map<Column, @Nullable Object> columns = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (table.schema().property(name).isEmpty()) {
                throw new InvalidInput(
                        name,
                        "there is no such property",
                        "the properties are " + String.join(", ", table.schema().names()));
            }
            Column column = table.shape()
                    .column(name)
                    .orElseThrow(() -> new InvalidInput(name, "it is computed", "change what it is computed from"));
            columns.put(column, value);
        });
        return columns;
    }

    private static List<@Nullable Object> bound(Map<Column, @Nullable Object> values) {
        List<@Nullable Object> bound = new ArrayList<>();
        values.forEach((column, value) -> bound.add(RowValues.bound(column, value)));
        return bound;
    }
}
