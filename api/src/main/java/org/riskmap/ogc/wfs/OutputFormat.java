package org.riskmap.ogc.wfs;

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
    CSV(List.of("csv", "text/csv"));

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
        };
    }

    FeatureEncoder encoder(TextOut out, Answer answer) {
        return switch (this) {
            case GML32 -> new GmlEncoder(out, Gml.Dialect.GML32, answer);
            case GML31 -> new GmlEncoder(out, Gml.Dialect.GML31, answer);
            case GML2 -> new GmlEncoder(out, Gml.Dialect.GML2, answer);
            case GEOJSON -> new GeoJsonEncoder(out);
            case CSV -> new CsvEncoder(out);
        };
    }
}
