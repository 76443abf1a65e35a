package org.riskmap.ogc.wms;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.riskmap.kernel.Crs;
import org.riskmap.ogc.Gml;

/** How the answer to GetFeatureInfo is written. */
enum InfoFormat {
    TEXT("text/plain"),
    HTML("text/html"),
    JSON("application/json"),
    GEOJSON("application/geo+json"),
    GML2("application/vnd.ogc.gml"),
    XML2("text/xml"),
    GML3("application/vnd.ogc.gml/3.1.1"),
    XML3("text/xml; subtype=gml/3.1.1");

    private final String mediaType;

    InfoFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /** Those that capabilities list, as GeoServer's do. */
    static List<String> offered() {
        return Arrays.stream(values())
                .filter(format -> format != GEOJSON)
                .map(InfoFormat::mediaType)
                .toList();
    }

    static Optional<InfoFormat> named(String name) {
        String type = name.toLowerCase(Locale.ROOT).replace(" ", "");
        return Arrays.stream(values())
                .filter(format -> format.mediaType.replace(" ", "").equals(type))
                .findFirst();
    }

    /**
     * @param hits layer after layer
     * @param crs of the map
     * @param baseUrl ending in {@code /geoserver/}, where the schemas are described
     */
    String write(List<InfoHits> hits, Crs crs, String baseUrl) {
        return switch (this) {
            case TEXT -> InfoText.plain(hits);
            case HTML -> InfoText.html(hits);
            case JSON, GEOJSON -> InfoJson.write(hits, crs);
            case GML2, XML2 -> InfoGml.write(hits, crs, Gml.Dialect.GML2, baseUrl);
            case GML3, XML3 -> InfoGml.write(hits, crs, Gml.Dialect.GML31, baseUrl);
        };
    }
}
