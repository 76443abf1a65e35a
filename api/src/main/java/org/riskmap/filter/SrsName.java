package org.riskmap.filter;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.InvalidInput;

/**
 * How WFS and GML name a reference system, with the axis order that GeoServer gives each form: {@code EPSG:4490} and
 * {@code http://www.opengis.net/gml/srs/epsg.xml#4490} are x, y; {@code urn:ogc:def:crs:EPSG::4490},
 * {@code urn:x-ogc:def:crs:EPSG:4490} and {@code http://www.opengis.net/def/crs/EPSG/0/4490} follow the authority.
 */
public final class SrsName {

    private static final String OLD_XML = "http://www.opengis.net/gml/srs/epsg.xml#";
    private static final Pattern URN_WITHOUT_VERSION = Pattern.compile("(?i)urn:(x-)?ogc:def:crs:EPSG:(\\d{1,6})");
    private static final Pattern BARE_NUMBER = Pattern.compile("\\d{1,6}");

    private SrsName() {}

    /**
     * @param input name of the parameter, for the message
     * @throws InvalidInput where the text names no known system
     */
    public static Crs parse(String input, String text) {
        String name = text.strip();
        Matcher urn = URN_WITHOUT_VERSION.matcher(name);
        if (urn.matches()) {
            return Crs.parse(input, "urn:ogc:def:crs:EPSG::" + urn.group(2));
        }
        if (BARE_NUMBER.matcher(name).matches()) {
            return Crs.parse(input, "EPSG:" + name).eastFirst();
        }
        Crs crs = Crs.parse(input, name);
        boolean eastFirst = name.toUpperCase(Locale.ROOT).startsWith("EPSG:")
                || name.regionMatches(true, 0, OLD_XML, 0, OLD_XML.length());
        return eastFirst ? crs.eastFirst() : crs;
    }
}
