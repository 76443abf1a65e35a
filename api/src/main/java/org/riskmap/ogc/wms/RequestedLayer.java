package org.riskmap.ogc.wms;

import java.util.List;
import org.geotools.api.filter.Filter;
import org.riskmap.catalog.PublishedLayer;
import org.riskmap.layer.SortKey;
import org.riskmap.style.Style;

/**
 * One layer to draw: a feature or coverage layer, never a group.
 *
 * @param layer what
 * @param style how
 * @param filter which features; {@code INCLUDE} for all
 * @param sort in what order features are drawn; empty means as they come
 */
record RequestedLayer(PublishedLayer layer, Style style, Filter filter, List<SortKey> sort) {

    RequestedLayer {
        sort = List.copyOf(sort);
    }
}
