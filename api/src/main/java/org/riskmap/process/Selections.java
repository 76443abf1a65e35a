package org.riskmap.process;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.Feature;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.postgis.Database;
import org.riskmap.postgis.SqlQuery;
import org.riskmap.postgis.TableShape;
import org.springframework.stereotype.Component;

/** Selections go in; features sorted by id, with all columns as properties, come out. */
@Component
final class Selections {

    private static final Pattern EQUALITY = Pattern.compile("\\s*(\\w+)\\s*=\\s*'([^']*)'\\s*");

    private final Database database;

    Selections(Database database) {
        this.database = database;
    }

    /**
     * The features of a selection, sorted by id; geometry in EPSG:4490, valid in requests, as stored in layers.
     *
     * @throws InvalidInput where there is no such layer or the filter cannot be used
     */
    List<Feature> features(Selection selection) {
        return selection instanceof Selection.Inline inline
                ? inline.features()
                : ofLayer((Selection.OfLayer) selection);
    }

    /**
     * Tables of schema {@code risk} that the selections read.
     *
     * @throws InvalidInput where there is no such layer
     */
    Set<String> tables(Collection<Selection> selections) {
        Set<String> tables = new TreeSet<>();
        for (Selection selection : selections) {
            if (selection instanceof Selection.OfLayer layer) {
                tables.add(shape(layer).table());
            }
        }
        return tables;
    }

    private TableShape shape(Selection.OfLayer selection) {
        String table = selection.layer().startsWith("risk:") ? selection.layer().substring(5) : "";
        return database.shape("risk", table)
                .filter(shape -> shape.geometry().isPresent())
                .orElseThrow(() -> new InvalidInput(
                        selection.path(), "there is no layer '" + selection.layer() + "'", "name a published layer"));
    }

    private List<Feature> ofLayer(Selection.OfLayer selection) {
        TableShape shape = shape(selection);
        List<TableShape.Column> columns =
                shape.columns().stream().filter(column -> !column.isGeometry()).toList();
        String geometry = SqlQuery.identifier(shape.geometry().orElseThrow().name());
        StringBuilder names = new StringBuilder();
        columns.forEach(column -> names.append(", ").append(SqlQuery.identifier(column.name())));
        String select = "select id, st_asbinary(" + geometry + ")" + names + " from " + shape.qualifiedName();
        List<Feature> features = database.list(filtered(select, shape, selection), row -> {
            Map<String, @Nullable Object> properties = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                properties.put(columns.get(i).name(), row.value(i + 3));
            }
            return new Feature(
                    String.valueOf(row.text(1)), java.util.Objects.requireNonNull(row.geometry(2)), properties);
        });
        return features.stream().sorted(Comparator.comparing(Feature::id)).toList();
    }

    private static SqlQuery filtered(String select, TableShape shape, Selection.OfLayer selection) {
        if (selection.filter() == null) {
            return SqlQuery.of(select);
        }
        Matcher equality = EQUALITY.matcher(selection.filter());
        if (!equality.matches() || shape.column(equality.group(1)).isEmpty()) {
            throw new InvalidInput(
                    selection.path() + ".filter",
                    "'" + selection.filter() + "' cannot be read",
                    "compare a column with a text: status = 'open'");
        }
        return SqlQuery.of(
                select + " where " + SqlQuery.identifier(equality.group(1)) + "::text = ?", equality.group(2));
    }
}
