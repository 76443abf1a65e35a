package org.riskmap.filter;

import java.util.Collections;
import java.util.List;
import org.geotools.api.filter.Filter;
import org.jspecify.annotations.Nullable;

/**
 * A filter cut in two: what the database decides and what is left to decide row by row. A row passes where the SQL is true
 * and the remainder accepts it.
 *
 * @param sql a condition for {@code where}, with {@code ?} for each value; {@code true} where nothing goes to the database
 * @param values what is bound, in order
 * @param remainder {@code Filter.INCLUDE} where the database decides everything
 */
public record SqlCondition(String sql, List<? extends @Nullable Object> values, Filter remainder) {

    public SqlCondition {
        values = Collections.unmodifiableList(values);
    }

    /** Whether the database decides everything, so that it may count and page. */
    public boolean complete() {
        return remainder == Filter.INCLUDE;
    }
}
