package org.riskmap.catalog;

import java.util.List;

/**
 * How a layer is offered.
 *
 * @param defaultStyle where a request names none
 * @param otherStyles that the layer names besides
 * @param advertised whether capabilities list it
 * @param queryable whether it may be asked what lies at a point
 * @param opaque whether it hides what is below (WMS 1.3.0, 7.2.4.7.2)
 */
public record Publication(
        NamedStyle defaultStyle, List<NamedStyle> otherStyles, boolean advertised, boolean queryable, boolean opaque) {

    public Publication {
        otherStyles = List.copyOf(otherStyles);
    }
}
