package org.riskmap.ogc.wfs;

import org.jspecify.annotations.Nullable;
import org.riskmap.filter.SrsName;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.InvalidInput;

/**
 * The system that an answer is written in.
 *
 * @param crs with the order in which GML and CSV give positions
 * @param name as {@code srsName} in GML
 */
record OutputCrs(Crs crs, String name) {

    /**
     * As GeoServer: without {@code srsName} the layer's own by authority (WFS 1.0: x, y); {@code EPSG:n} is x, y and called
     * by the old http name; a URN or URI follows the authority.
     */
    static OutputCrs of(@Nullable String srsName, Crs declared, WfsVersion version) {
        if (srsName == null) {
            return version == WfsVersion.V1_0_0
                    ? new OutputCrs(declared.eastFirst(), oldName(declared))
                    : new OutputCrs(Crs.byAuthority(declared.code()), urn(declared, version));
        }
        Crs crs;
        try {
            crs = SrsName.parse("srsName", srsName);
        } catch (InvalidInput unknown) {
            throw WfsFailure.invalid("srsName", "Unable to support srsName: " + unknown.problem());
        }
        if (crs.equals(Crs.CRS84)
                && srsName.toUpperCase(java.util.Locale.ROOT).contains("CRS")
                && !srsName.toUpperCase(java.util.Locale.ROOT).contains("EPSG")) {
            return new OutputCrs(crs, "urn:ogc:def:crs:OGC:1.3:CRS84");
        }
        boolean byAuthority =
                srsName.strip().toLowerCase(java.util.Locale.ROOT).startsWith("urn:") || srsName.contains("/def/crs/");
        if (version == WfsVersion.V1_0_0 || !byAuthority) {
            return new OutputCrs(crs.eastFirst(), oldName(crs));
        }
        return new OutputCrs(crs, srsName.contains("/def/crs/") ? srsName.strip() : urn(crs, version));
    }

    private static String oldName(Crs crs) {
        return "http://www.opengis.net/gml/srs/epsg.xml#" + crs.code();
    }

    private static String urn(Crs crs, WfsVersion version) {
        return version == WfsVersion.V1_1_0 ? "urn:x-ogc:def:crs:EPSG:" + crs.code() : crs.urn();
    }
}
