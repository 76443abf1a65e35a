package org.riskmap.ogc.wms;

import java.awt.Color;
import java.util.List;
import org.riskmap.catalog.Catalog;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Envelope;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.ogc.Kvp;
import org.riskmap.ogc.wms.WmsFailure.Code;
import org.riskmap.render.Viewport;

/**
 * A GetMap request (OGC 06-042, 7.3; OGC 01-068r3, 7.2).
 *
 * @param layers first drawn first, groups replaced by their members
 * @param frame where and how large
 * @param format of the picture
 * @param transparent whether what nothing covers stays transparent
 * @param background where it does not
 * @param antialias whether edges are smoothed
 * @param gutterPx how far the frame goes beyond what is shown, pixels; for tiles
 * @param bufferPx how far beyond the frame features are read, pixels; 0 lets the styles decide
 */
record MapRequest(
        List<RequestedLayer> layers,
        Frame frame,
        MapFormat format,
        boolean transparent,
        Color background,
        boolean antialias,
        int gutterPx,
        int bufferPx) {

    private static final int LARGEST_SIDE = 100_000;

    /**
     * @param envelope in {@code crs}, east first
     * @param crs of the map
     * @param width pixels
     * @param height pixels
     * @param dpi dots per inch; 90.7 is the standard's pixel of 0.28 mm
     */
    record Frame(Envelope envelope, Crs crs, int width, int height, double dpi) {}

    /** Fails with {@link WmsFailure} or {@link InvalidInput}. */
    static MapRequest parse(Kvp kvp, WmsVersion version, Catalog catalog, TimeSelection time) {
        return new MapRequest(
                new LayerSelection(catalog, kvp, time).requested(),
                frame(kvp, version),
                format(kvp),
                kvp.flag("TRANSPARENT"),
                colour(kvp.text("BGCOLOR").orElse("0xFFFFFF")),
                !kvp.option("FORMAT_OPTIONS", "antialias")
                        .map(value -> value.equalsIgnoreCase("none"))
                        .orElse(false),
                gutter(kvp),
                kvp.integer("BUFFER", 0, 10_000).orElse(0));
    }

    /** An option that only the tile services write; no client need know it. */
    private static int gutter(Kvp kvp) {
        return kvp.option("FORMAT_OPTIONS", "gutter")
                .filter(text -> text.matches("\\d{1,3}"))
                .map(Integer::valueOf)
                .orElse(0);
    }

    static Frame frame(Kvp kvp, WmsVersion version) {
        Crs crs = crs(kvp, version);
        int width = side(kvp, "WIDTH");
        int height = side(kvp, "HEIGHT");
        if (width == 0 || height == 0) {
            throw new WmsFailure(
                    Code.MISSING_OR_INVALID_PARAMETER,
                    null,
                    "Missing or invalid requested map size. Parameters WIDTH and HEIGHT shall be present and be integers > 0."
                            + " Got WIDTH=" + kvp.text("WIDTH").orElse("0") + ", HEIGHT="
                            + kvp.text("HEIGHT").orElse("0"));
        }
        return new Frame(envelope(kvp, crs), crs.eastFirst(), width, height, dpi(kvp));
    }

    private static MapFormat format(Kvp kvp) {
        String name = kvp.text("FORMAT")
                .orElseThrow(() -> new WmsFailure(Code.MISSING_PARAMETER, "format", "No output map format requested"));
        return MapFormat.named(name)
                .orElseThrow(() -> new WmsFailure(
                        Code.INVALID_FORMAT, null, "There is no support for creating maps in " + name + " format"));
    }

    /** As the version reads it: by the authority's axis order in 1.3.0, east first before. */
    static Crs crs(Kvp kvp, WmsVersion version) {
        String name = kvp.text(version.crsParameter())
                .or(() -> kvp.text("CRS"))
                .or(() -> kvp.text("SRS"))
                .orElseThrow(() -> WmsFailure.missing(version.crsParameter()));
        try {
            Crs crs = Crs.parse(version.crsParameter(), name);
            return version == WmsVersion.V1_3_0 ? crs : crs.eastFirst();
        } catch (InvalidInput unknown) {
            throw new WmsFailure(
                    version == WmsVersion.V1_3_0 ? Code.INVALID_CRS : Code.INVALID_SRS,
                    version == WmsVersion.V1_3_0 ? "crs" : "srs",
                    "Could not decode CRS: " + name);
        }
    }

    private static int side(Kvp kvp, String name) {
        try {
            int side = Integer.parseInt(kvp.text(name).orElse("0"));
            return side > 0 && side <= LARGEST_SIDE ? side : 0;
        } catch (NumberFormatException notANumber) {
            return 0; // refused by the caller together with zero
        }
    }

    private static Envelope envelope(Kvp kvp, Crs crs) {
        String text = kvp.text("BBOX")
                .orElseThrow(() -> new WmsFailure(
                        Code.MISSING_PARAMETER, "bbox", "GetMap requests must include a BBOX parameter."));
        List<String> parts = Kvp.split(text, ',');
        if (parts.size() != 4) {
            throw new WmsFailure(
                    null,
                    "bbox",
                    "Requested bounding box contains wrong number of coordinates (should have 4): " + parts.size());
        }
        double[] corners = new double[4];
        for (int i = 0; i < 4; i++) {
            corners[i] = coordinate(parts.get(i), i);
        }
        if (crs.northFirst()) {
            corners = new double[] {corners[1], corners[0], corners[3], corners[2]};
        }
        if (corners[0] > corners[2] || corners[1] > corners[3]) {
            throw new WmsFailure(
                    null,
                    "bbox",
                    "illegal bbox, "
                            + (corners[0] > corners[2]
                                    ? "minX: " + corners[0] + " is greater than maxX: " + corners[2]
                                    : "minY: " + corners[1] + " is greater than maxY: " + corners[3]));
        }
        if (corners[0] == corners[2] || corners[1] == corners[3]) {
            throw new WmsFailure(null, "bbox", "illegal bbox, it has no area: " + text);
        }
        return new Envelope(corners[0], corners[1], corners[2], corners[3]);
    }

    private static double coordinate(String text, int index) {
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            // said below, together with what is not finite
        }
        throw new WmsFailure(null, "bbox", "Bounding box coordinate " + index + " is not parsable:" + text);
    }

    private static double dpi(Kvp kvp) {
        return kvp.option("FORMAT_OPTIONS", "dpi")
                .map(text -> {
                    try {
                        double dpi = Double.parseDouble(text);
                        if (dpi >= 10 && dpi <= 2400) {
                            return dpi;
                        }
                    } catch (NumberFormatException notANumber) {
                        // said below, together with numbers out of range
                    }
                    throw new WmsFailure(
                            Code.INVALID_PARAMETER,
                            "format_options",
                            "dpi:" + text + " is not a number from 10 to 2400");
                })
                .orElse(Viewport.STANDARD_DPI);
    }

    static Color colour(String text) {
        String digits = text.replaceFirst("^(0[xX]|#)", "");
        if (!digits.matches("[0-9A-Fa-f]{6}")) {
            throw new WmsFailure(
                    Code.INVALID_PARAMETER, "bgcolor", "BGCOLOR=" + text + " is not a colour; write it as 0xFFFFFF");
        }
        return new Color(Integer.parseInt(digits, 16));
    }
}
