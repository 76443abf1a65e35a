package org.riskmap.layer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.geotools.api.filter.expression.Expression;
import org.jspecify.annotations.Nullable;
import org.riskmap.catalog.Attribute;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.filter.FeatureIdSql;
import org.riskmap.filter.Filters;
import org.riskmap.filter.Subject;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.postgis.SqlQuery;
import org.riskmap.postgis.TableShape;
import org.riskmap.postgis.TableShape.Column;

/**
 * A layer's table as it is published: names changed, the key hidden where the store hides it, computed properties.
 *
 * @param shape columns under their published names, then those that only expressions or the key need
 * @param from what stands after FROM
 * @param schema what is published
 * @param computed properties that are no column
 */
record PublishedTable(TableShape shape, String from, LayerSchema schema, Map<String, Expression> computed) {

    static PublishedTable of(FeatureLayer layer) {
        TableShape table = layer.store()
                .database()
                .shape(layer.schema(), layer.table())
                .orElseThrow(() -> new InvalidInput(
                        "layer",
                        layer.qualifiedName() + " has no table now: " + layer.schema() + "." + layer.table()
                                + " is gone",
                        "ask for other layers, or create it; /actuator/health lists what is not served"));
        List<LayerProperty> properties = new ArrayList<>();
        Map<String, String> renamed = new LinkedHashMap<>();
        Map<String, Expression> computed = new LinkedHashMap<>();
        for (Attribute attribute : attributes(layer, table)) {
            Optional<Column> column = table.column(attribute.source());
            if (column.isPresent()) {
                properties.add(property(attribute.name(), column.get()));
                if (!attribute.name().equals(attribute.source())) {
                    renamed.put(attribute.name(), attribute.source());
                }
            } else {
                Expression expression = Filters.ecqlExpression(
                        layer.qualifiedName() + " attribute " + attribute.name(), attribute.source());
                computed.put(attribute.name(), expression);
                properties.add(new LayerProperty(attribute.name(), "text", true, null));
            }
        }
        TableShape shape = renamed.isEmpty() ? table : renamed(table, renamed);
        String from = renamed.isEmpty() ? table.qualifiedName() : selectRenamed(table, renamed);
        return new PublishedTable(shape, from, new LayerSchema(properties), computed);
    }

    private static List<Attribute> attributes(FeatureLayer layer, TableShape table) {
        List<Attribute> wanted = layer.attributes().isEmpty()
                ? table.columns().stream()
                        .map(column -> new Attribute(column.name(), column.name()))
                        .toList()
                : layer.attributes();
        return wanted.stream()
                .filter(attribute -> layer.store().exposesPrimaryKeys()
                        || !table.primaryKey().contains(attribute.source()))
                .toList();
    }

    private static LayerProperty property(String name, Column column) {
        return new LayerProperty(name, column.sqlType(), column.nullable(), column.geometryType());
    }

    /** The table's own columns, but for those whose name a published one takes, and the renamed ones. */
    private static TableShape renamed(TableShape table, Map<String, String> names) {
        List<Column> columns = new ArrayList<>(kept(table, names));
        names.forEach((published, source) -> {
            Column column = table.column(source).orElseThrow();
            columns.add(
                    new Column(published, column.sqlType(), column.nullable(), column.geometryType(), column.srid()));
        });
        List<String> key = table.primaryKey().stream()
                .map(name -> names.containsKey(name) ? nameOf(name, names) : name)
                .toList();
        return new TableShape(table.schema(), table.table(), columns, key);
    }

    private static List<Column> kept(TableShape table, Map<String, String> names) {
        return table.columns().stream()
                .filter(column -> !names.containsKey(column.name()))
                .toList();
    }

    private static String nameOf(String source, Map<String, String> names) {
        return names.entrySet().stream()
                .filter(entry -> entry.getValue().equals(source))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("column " + source + " is hidden by another of its name"));
    }

    private static String selectRenamed(TableShape table, Map<String, String> names) {
        Stream<String> kept = kept(table, names).stream().map(column -> SqlQuery.identifier(column.name()));
        Stream<String> renamed = names.entrySet().stream()
                .map(entry -> SqlQuery.identifier(entry.getValue()) + " as " + SqlQuery.identifier(entry.getKey()));
        return Stream.concat(kept, renamed)
                .collect(Collectors.joining(", ", "(select ", " from " + table.qualifiedName() + ")"));
    }

    /** The geometry's column; null where the layer has none. */
    @Nullable
    Column geometry() {
        return schema.geometry()
                .flatMap(property -> shape.column(property.name()))
                .orElse(null);
    }

    String idSql() {
        return FeatureIdSql.of(shape);
    }

    Subject subject(FeatureLayer layer) {
        return new Subject(
                layer.name(), schema.geometry().map(LayerProperty::name).orElse(""));
    }
}
