package org.riskmap.kernel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.Proj4jException;

/**
 * A coordinate reference system of the EPSG registry together with the axis order in which a text gives its positions.
 * Two values with one code and different orders are the same system, written differently; geometry in memory is always
 * east first.
 *
 * @param code EPSG code that proj4j knows
 * @param axisOrder order of coordinates in the text that named the system
 */
public record Crs(int code, AxisOrder axisOrder) {

    private static final Map<Integer, Optional<CoordinateReferenceSystem>> KNOWN = new ConcurrentHashMap<>();

    /** Longitude, latitude on WGS 84 (OGC:CRS84). */
    public static final Crs CRS84 = new Crs(4326, AxisOrder.EAST_NORTH);
    /** What every table is stored in: CGCS2000, longitude and latitude in degrees, east first. */
    public static final Crs STORAGE = new Crs(4490, AxisOrder.EAST_NORTH);

    /** What web maps called their projection before the registry had it; clients of tiles still do. */
    private static final int GOOGLE = 900913;

    private static final int WEB_MERCATOR = 3857;

    private static final Pattern EPSG_NAME = Pattern.compile(
            "(?i)(?:EPSG:|urn:(?:x-)?ogc:def:crs:EPSG:[^:]*:|https?://www\\.opengis\\.net/(?:def/crs/EPSG/[^/]*/|gml/srs/epsg\\.xml#))(\\d{1,6})");
    private static final Pattern CRS84_NAME = Pattern.compile(
            "(?i)(?:CRS:84|OGC:CRS84|urn:(?:x-)?ogc:def:crs:OGC:[^:]*:CRS84|https?://www\\.opengis\\.net/def/crs/OGC/[^/]*/CRS84)");
    private static final BitSet NORTH_FIRST = northFirstCodes();

    /** Fails with {@link InvalidInput} where the code is not one that can be transformed. */
    public Crs {
        if (definition(code).isEmpty()) {
            throw new InvalidInput("crs", "EPSG:" + code + " is not known", "name a code of the EPSG registry");
        }
    }

    /** The system with coordinates in the order of the registry: latitude or northing first where it says so. */
    public static Crs byAuthority(int code) {
        return new Crs(code, NORTH_FIRST.get(code) ? AxisOrder.NORTH_EAST : AxisOrder.EAST_NORTH);
    }

    /** The system with coordinates east first, whatever the registry says. */
    public static Crs eastFirst(int code) {
        return new Crs(code, AxisOrder.EAST_NORTH);
    }

    /**
     * Reads {@code EPSG:n}, {@code urn:ogc:def:crs:EPSG::n}, {@code http://www.opengis.net/def/crs/EPSG/0/n} (all with the
     * authority's axis order) and the forms of CRS84. What {@code EPSG:n} means for the axis order differs between
     * services: a caller that reads it east first says {@link #eastFirst()} to the result.
     *
     * @param input name of the parameter, for the message
     * @throws InvalidInput where the text has none of these forms or the code is unknown
     */
    public static Crs parse(String input, String text) {
        String name = text.strip();
        if (CRS84_NAME.matcher(name).matches()) {
            return CRS84;
        }
        Matcher epsg = EPSG_NAME.matcher(name);
        if (!epsg.matches()) {
            throw new InvalidInput(
                    input, "'" + text + "' is not a coordinate reference system", "write it as EPSG:4490");
        }
        int code = Integer.parseInt(epsg.group(1));
        if (definition(code).isEmpty()) {
            throw new InvalidInput(input, "EPSG:" + code + " is not known", "name a code of the EPSG registry");
        }
        return byAuthority(code);
    }

    /** The same system read and written east first. */
    public Crs eastFirst() {
        return eastFirst(code);
    }

    /** Whether texts in this order give latitude or northing first. */
    public boolean northFirst() {
        return axisOrder == AxisOrder.NORTH_EAST;
    }

    /** Whether the unit is degrees of longitude and latitude. */
    public boolean geographic() {
        return definition().isGeographic();
    }

    /** Whether the two name one system, however it is written. */
    public boolean sameSystem(Crs other) {
        return code == other.code;
    }

    /** {@code EPSG:4490}. */
    public String epsgName() {
        return "EPSG:" + code;
    }

    /** {@code urn:ogc:def:crs:EPSG::4490}; always means the authority's axis order. */
    public String urn() {
        return "urn:ogc:def:crs:EPSG::" + code;
    }

    CoordinateReferenceSystem definition() {
        return definition(code).orElseThrow();
    }

    private static Optional<CoordinateReferenceSystem> definition(int code) {
        return KNOWN.computeIfAbsent(code == GOOGLE ? WEB_MERCATOR : code, Crs::lookUp);
    }

    private static Optional<CoordinateReferenceSystem> lookUp(int code) {
        try {
            return EpsgParameters.of(code)
                    .map(parameters -> new CRSFactory().createFromParameters("EPSG:" + code, parameters));
        } catch (Proj4jException unknown) {
            return Optional.empty(); // a projection that proj4j cannot compute
        }
    }

    private static BitSet northFirstCodes() {
        BitSet codes = new BitSet();
        try (InputStream stream = Crs.class.getResourceAsStream("epsg-north-first.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.US_ASCII))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] range = line.split("-");
                codes.set(Integer.parseInt(range[0]), Integer.parseInt(range[range.length - 1]) + 1);
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException("epsg-north-first.txt is not in the jar", unreadable);
        }
        return codes;
    }
}
