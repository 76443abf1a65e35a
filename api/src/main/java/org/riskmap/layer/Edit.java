package org.riskmap.layer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.geotools.api.filter.Filter;
import org.jspecify.annotations.Nullable;
import org.riskmap.catalog.FeatureLayer;

/**
 * A change of a layer's rows. Values are by published property: text as ISO 19136 writes it, or geometry in the layer's
 * native system, east first; null empties the property. Filters are over the published properties.
 */
public sealed interface Edit {

    FeatureLayer layer();

    /** A new row. What is not given has the table's default; a key of text that is not given is made up. */
    record Insert(FeatureLayer layer, Map<String, ? extends @Nullable Object> values) implements Edit {
        public Insert {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    /** Other values for some properties of rows. */
    record Update(FeatureLayer layer, Map<String, ? extends @Nullable Object> values, Filter filter) implements Edit {
        public Update {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    /**
     * Other values for all properties of rows but the key: those that are not given become null. What the database keeps
     * itself, the time of the last change and the source, stays where it is not given.
     */
    record Replace(FeatureLayer layer, Map<String, ? extends @Nullable Object> values, Filter filter) implements Edit {
        public Replace {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    /** Rows that go. */
    record Delete(FeatureLayer layer, Filter filter) implements Edit {}
}
