package org.riskmap.ogc.wms;

import org.geotools.api.filter.Filter;
import org.riskmap.catalog.PublishedLayer;
import org.riskmap.style.Style;

/**
 * One layer to draw: a feature or coverage layer, never a group.
 *
 * @param layer what
 * @param style how
 * @param filter which features; {@code INCLUDE} for all
 */
record RequestedLayer(PublishedLayer layer, Style style, Filter filter) {}
