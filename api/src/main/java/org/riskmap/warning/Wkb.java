package org.riskmap.warning;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;

/** Geometry as it is bound to statements. */
final class Wkb {

    private Wkb() {}

    static byte[] of(Geometry geometry) {
        return new WKBWriter().write(geometry);
    }
}
