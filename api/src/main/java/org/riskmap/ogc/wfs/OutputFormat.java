package org.riskmap.ogc.wfs;

import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.riskmap.ogc.Gml;
import org.riskmap.ogc.TextOut;

/** What features are written as. */
enum OutputFormat {
    GML32(List.of("application/gml+xml; version=3.2", "gml32", "text/xml; subtype=gml/3.2")),
    GML31(List.of("text/xml; subtype=gml/3.1.1", "gml3")),
    GML2(List.of("text/xml; subtype=gml/2.1.2", "GML2")),
    GEOJSON(List.of("application/json", "json")),
    CSV(List.of("csv", "text/csv")),
    SHAPE_ZIP(List.of("SHAPE-ZIP", "application/zip")),
    KML(List.of("KML", "application/vnd.google-earth.kml+xml")),
    GEOPACKAGE(List.of("geopackage", "geopkg", "gpkg", "application/geopackage+sqlite3", "application/x-gpkg"));

    private final List<String> names;

    OutputFormat(List<String> names) {
        this.names = names;
    }

    /** Every name of every format, for capabilities. */
    static List<String> allNames() {
        return Stream.of(values())
                .flatMap(format -> format.names.stream())
                .sorted()
                .toList();
    }

    /** @throws WfsFailure InvalidParameterValue where there is no such format */
    static OutputFormat of(@Nullable String asked, WfsVersion version) {
        if (asked == null || asked.isBlank()) {
            return standard(version);
        }
        // a plus sign that was not encoded in a URL arrives as a space
        String name = asked.strip()
                .toLowerCase(Locale.ROOT)
                .replace("gml xml", "gml+xml")
                .replace("kml xml", "kml+xml")
                .replace("geopackage sqlite3", "geopackage+sqlite3")
                .replace(" ", "");
        return switch (name) {
            case "application/gml+xml;version=3.2",
                    "application/gml+xml",
                    "gml32",
                    "text/xml;subtype=gml/3.2",
                    "text/xml;subtype=gml/3.2.1" -> GML32;
            case "text/xml;subtype=gml/3.1.1", "text/xml;subtype=gml/3.1", "gml3", "gml31" -> GML31;
            case "text/xml;subtype=gml/2.1.2", "gml2" -> GML2;
            case "text/xml" -> standard(version);
            case "application/json", "json", "application/geo+json", "application/vnd.geo+json" -> GEOJSON;
            case "csv", "text/csv" -> CSV;
            case "shape-zip", "application/zip" -> SHAPE_ZIP;
            case "kml", "application/vnd.google-earth.kml+xml" -> KML;
            case "geopackage", "geopkg", "gpkg", "application/geopackage+sqlite3", "application/x-gpkg" -> GEOPACKAGE;
            default ->
                throw WfsFailure.invalid(
                        "outputFormat",
                        "Failed to find response for output format " + asked + "; ask for one of " + allNames());
        };
    }

    private static OutputFormat standard(WfsVersion version) {
        return switch (version) {
            case V2_0_0 -> GML32;
            case V1_1_0 -> GML31;
            case V1_0_0 -> GML2;
        };
    }

    String contentType(@Nullable String asked) {
        return switch (this) {
            case GML32 ->
                asked != null && asked.toLowerCase(Locale.ROOT).startsWith("text/xml")
                        ? "text/xml; subtype=gml/3.2"
                        : "application/gml+xml; version=3.2";
            case GML31 -> "text/xml; subtype=gml/3.1.1";
            case GML2 -> "text/xml; subtype=gml/2.1.2";
            case GEOJSON -> "application/json;charset=UTF-8";
            case CSV -> "text/csv;charset=UTF-8";
            case SHAPE_ZIP -> "application/zip";
            case KML -> "application/vnd.google-earth.kml+xml";
            case GEOPACKAGE -> "application/geopackage+sqlite3";
        };
    }

    /** The ending of a file to save; null where the answer is rather shown than saved. */
    @Nullable
    String ending() {
        return switch (this) {
            case SHAPE_ZIP -> ".zip";
            case KML -> ".kml";
            case GEOPACKAGE -> ".gpkg";
            case CSV -> ".csv";
            default -> null;
        };
    }

    /** What the format's coordinates have to be in, as {@code srsName}; null where any system will do. */
    @Nullable
    String onlySystem() {
        return this == KML ? "urn:ogc:def:crs:OGC:1.3:CRS84" : null;
    }

    /** Whether a schema can be described as it. */
    boolean describes() {
        return this == GML32 || this == GML31 || this == GML2 || this == GEOJSON;
    }

    /** @param stream that {@code out} goes to, for what is not text */
    FeatureEncoder encoder(TextOut out, OutputStream stream, Answer answer) {
        return switch (this) {
            case GML32 -> new GmlEncoder(out, Gml.Dialect.GML32, answer);
            case GML31 -> new GmlEncoder(out, Gml.Dialect.GML31, answer);
            case GML2 -> new GmlEncoder(out, Gml.Dialect.GML2, answer);
            case GEOJSON -> new GeoJsonEncoder(out);
            case CSV -> new CsvEncoder(out);
            case SHAPE_ZIP -> new ShapeZipEncoder(stream, answer);
            case KML -> new KmlEncoder(out);
            case GEOPACKAGE -> new GeoPackageEncoder(stream, answer);
        };
    }
}
