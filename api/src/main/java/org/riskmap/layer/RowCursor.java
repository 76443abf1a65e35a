package org.riskmap.layer;

import java.sql.Date;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.Feature;
import org.riskmap.postgis.Rows;

/** Features of rows of {@link FeatureSql#features}: computed, tested, skipped and limited where SQL did not. */
final class RowCursor implements FeatureCursor {

    /**
     * How rows become features.
     *
     * @param columns names of the properties in the rows, in their order
     * @param geometries which of the columns are geometries
     * @param computed further properties
     * @param test what SQL did not decide
     * @param given properties that the features shall have, in their order
     * @param skip features to leave out at the beginning
     * @param limit most features to give
     */
    record Recipe(
            List<String> columns,
            List<Boolean> geometries,
            Map<String, Function<Feature, @Nullable Object>> computed,
            @Nullable Predicate<Feature> test,
            List<String> given,
            long skip,
            long limit) {}

    private final Rows rows;
    private final Recipe recipe;
    private final boolean trims;
    private long skipped;
    private long told;
    private @Nullable Feature current;

    RowCursor(Rows rows, Recipe recipe) {
        this.rows = rows;
        this.recipe = recipe;
        List<String> all = new ArrayList<>(recipe.columns());
        all.addAll(recipe.computed().keySet());
        this.trims = !all.equals(recipe.given());
    }

    @Override
    public boolean next() {
        current = null;
        while (told < recipe.limit() && rows.next()) {
            Feature feature = read();
            if (recipe.test() == null || recipe.test().test(feature)) {
                if (skipped < recipe.skip()) {
                    skipped++;
                } else {
                    told++;
                    current = trims ? trimmed(feature) : feature;
                    return true;
                }
            }
        }
        return false;
    }

    private Feature read() {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        for (int i = 0; i < recipe.columns().size(); i++) {
            properties.put(
                    recipe.columns().get(i), value(i + 3, recipe.geometries().get(i)));
        }
        String id = rows.text(1);
        if (id == null) {
            throw new IllegalStateException("a feature has no id: its key is null");
        }
        Feature feature = new Feature(id, rows.geometry(2), properties);
        recipe.computed().forEach((name, value) -> properties.put(name, value.apply(feature)));
        return feature;
    }

    private @Nullable Object value(int column, boolean geometry) {
        Object value = geometry ? rows.geometry(column) : rows.value(column);
        return value instanceof Date date ? date.toLocalDate() : value;
    }

    private Feature trimmed(Feature feature) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        for (String name : recipe.given()) {
            properties.put(name, feature.properties().get(name));
        }
        return new Feature(feature.id(), feature.geometry(), Collections.unmodifiableMap(properties));
    }

    @Override
    public Feature feature() {
        if (current == null) {
            throw new NoSuchElementException("the cursor stands on no feature");
        }
        return current;
    }

    @Override
    public void close() {
        rows.close();
    }
}
