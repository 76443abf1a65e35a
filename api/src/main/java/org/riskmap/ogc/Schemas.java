package org.riskmap.ogc;

/**
 * Where a client finds the OGC's XML schemas: on the service's own host.
 *
 * @param folder URL ending in a slash, below which they lie as below {@code http://schemas.opengis.net/}
 */
public record Schemas(String folder) {

    /** @param baseUrl of the service, ending in {@code /geoserver/} */
    public static Schemas of(String baseUrl) {
        return new Schemas(baseUrl + "schemas/");
    }

    /** The URL of a file such as {@code wfs/2.0/wfs.xsd}. */
    public String file(String path) {
        return folder + path;
    }

    /** A pair for {@code xsi:schemaLocation}. */
    public String pair(String space, String path) {
        return space + " " + file(path);
    }
}
