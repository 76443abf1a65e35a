package org.riskmap.ogc.wfs;

import org.geotools.api.referencing.FactoryException;
import org.geotools.metadata.iso.citation.Citations;
import org.geotools.referencing.CRS;
import org.geotools.referencing.wkt.Formattable;
import org.riskmap.kernel.Crs;

/** Reference systems as well-known text (OGC 01-009), east first, as files carry them. */
final class CrsText {

    private CrsText() {}

    /** In the words that ESRI's programs know, as a {@code .prj} has it. */
    static String esri(Crs crs) {
        return ((Formattable) decoded(crs)).toWKT(Citations.ESRI, 0);
    }

    static String ogc(Crs crs) {
        return ((Formattable) decoded(crs)).toWKT(Citations.OGC, 0);
    }

    private static org.geotools.api.referencing.crs.CoordinateReferenceSystem decoded(Crs crs) {
        try {
            return CRS.decode("EPSG:" + crs.code(), true);
        } catch (FactoryException unknown) {
            throw WfsFailure.invalid("srsName", "EPSG:" + crs.code() + " cannot be written into a file of this format");
        }
    }
}
