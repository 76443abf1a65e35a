package org.riskmap.memory;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The values of a feature's properties by their names; the names are shared with the other features. Never changes. */
final class Row extends AbstractMap<String, @Nullable Object> {

    /** Names in their order. */
    static final class Columns {

        private final String[] names;
        private final Map<String, Integer> places = new HashMap<>();

        Columns(Collection<String> names) {
            this.names = names.toArray(String[]::new);
            for (String name : this.names) {
                places.put(name, places.size());
            }
        }
    }

    private final Columns columns;
    private final @Nullable Object[] cells;

    Row(Columns columns, @Nullable Object[] cells) {
        this.columns = columns;
        this.cells = cells;
    }

    @Override
    public @Nullable Object get(Object name) {
        Integer place = columns.places.get(name);
        return place == null ? null : cells[place];
    }

    @Override
    public boolean containsKey(Object name) {
        return columns.places.containsKey(name);
    }

    @Override
    public int size() {
        return cells.length;
    }

    /** Without an entry for each. */
    @Override
    public void forEach(BiConsumer<? super String, ? super @Nullable Object> action) {
        for (int i = 0; i < cells.length; i++) {
            action.accept(columns.names[i], cells[i]);
        }
    }

    @Override
    public Set<Map.Entry<String, @Nullable Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return cells.length;
            }

            @Override
            public Iterator<Map.Entry<String, @Nullable Object>> iterator() {
                return entries();
            }
        };
    }

    private Iterator<Map.Entry<String, @Nullable Object>> entries() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < cells.length;
            }

            @Override
            public Map.Entry<String, @Nullable Object> next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                Map.Entry<String, @Nullable Object> entry =
                        new SimpleImmutableEntry<>(columns.names[next], cells[next]);
                next++;
                return entry;
            }
        };
    }
}
