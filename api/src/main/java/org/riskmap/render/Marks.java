package org.riskmap.render;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/**
 * The well-known marks of SLD and of GeoServer ({@code shape://}, {@code extshape://}, {@code ttf://}, {@code wkt://}), y up, around the
 * origin, about one unit large. Their proportions are GeoServer's, so that maps agree.
 */
final class Marks {

    private static final double[][] CROSS = {
        {
            .5, .125, .125, .125, .125, .5, -.125, .5, -.125, .125, -.5, .125, -.5, -.125, -.125, -.125, -.125, -.5,
            .125, -.5, .125, -.125, .5, -.125
        }
    };
    private static final double[][] STAR = {
        {-.309, -.5, -.25, -.156, -.5, .088, -.154, .138, 0, .451, .154, .138, .5, .088, .25, -.156, .309, -.5, 0, -.338
        }
    };
    private static final double[][] TRIANGLE = {{0, .25, .433, -.5, -.433, -.5}};
    private static final double[][] ARROW = {{0, -.5, .5, 0, 0, .5, 0, .1, -.5, .1, -.5, -.1, 0, -.1}};
    private static final double[][] HATCH = {
        {.55, .57, .52, .57, -.57, -.52, -.57, -.57, -.52, -.57, .57, .52, .57, .57},
        {.57, -.49, .49, -.57, .57, -.57},
        {-.57, .5, -.5, .57, -.57, .57}
    };
    private static final double[] SLASH = {-.5, -.5, .5, .5};
    private static final double[] BACKSLASH = {-.5, .5, .5, -.5};
    private static final double[] VERTICAL = {0, -.5, 0, .5};
    private static final double[] HORIZONTAL = {-.5, 0, .5, 0};
    private static final double[] ARROW_HEAD = {-.5, .2, 0, 0, -.5, -.2};
    private static final double[] LONG_ARROW_HEAD = {-.5, .3, .5, 0, -.5, -.3};

    /**
     * A mark.
     *
     * @param outline y up, around the origin
     * @param width that sizes and anchors reckon with
     * @param height that sizes and anchors reckon with
     */
    record Shaped(Shape outline, double width, double height) {
        static Shaped asItIs(Shape outline) {
            Rectangle2D box = outline.getBounds2D();
            return new Shaped(outline, box.getWidth(), box.getHeight());
        }

        static Shaped inUnitSquare(Shape outline) {
            return new Shaped(outline, 1, 1);
        }
    }

    private static final Map<String, Shaped> KNOWN = Map.ofEntries(
            Map.entry("square", Shaped.inUnitSquare(new Rectangle2D.Double(-.5, -.5, 1, 1))),
            Map.entry("circle", Shaped.inUnitSquare(new Ellipse2D.Double(-.5, -.5, 1, 1))),
            Map.entry("triangle", Shaped.inUnitSquare(closed(TRIANGLE))),
            Map.entry("star", Shaped.inUnitSquare(closed(STAR))),
            Map.entry("cross", Shaped.inUnitSquare(closed(CROSS))),
            Map.entry("x", Shaped.inUnitSquare(turned(closed(CROSS)))),
            Map.entry("arrow", Shaped.inUnitSquare(closed(ARROW))),
            Map.entry("hatch", Shaped.inUnitSquare(closed(HATCH))),
            Map.entry("shape://vertline", Shaped.asItIs(open(VERTICAL))),
            Map.entry("shape://horline", Shaped.asItIs(open(HORIZONTAL))),
            Map.entry("shape://slash", Shaped.asItIs(open(SLASH))),
            Map.entry("shape://backslash", Shaped.asItIs(open(BACKSLASH))),
            Map.entry("shape://dot", Shaped.inUnitSquare(new Rectangle2D.Double(-5e-4, -5e-4, 1e-3, 1e-3))),
            Map.entry("shape://plus", Shaped.asItIs(open(VERTICAL, HORIZONTAL))),
            Map.entry("shape://times", Shaped.asItIs(open(SLASH, BACKSLASH))),
            Map.entry("shape://oarrow", Shaped.inUnitSquare(open(ARROW_HEAD))),
            Map.entry("shape://carrow", Shaped.inUnitSquare(closed(new double[][] {ARROW_HEAD}))),
            Map.entry("shape://coarrow", Shaped.asItIs(open(LONG_ARROW_HEAD))),
            Map.entry("shape://ccarrow", Shaped.asItIs(closed(new double[][] {LONG_ARROW_HEAD}))),
            Map.entry("extshape://triangle", Shaped.inUnitSquare(closed(TRIANGLE))),
            Map.entry("extshape://emicircle", Shaped.asItIs(semicircle())),
            Map.entry("extshape://arrow", Shaped.inUnitSquare(closed(ARROW))));

    private static final Pattern LETTER = Pattern.compile("ttf://([^#]+)#(?:0x|U\\+|\\\\u)?([0-9A-Fa-f]+)");
    private static final float LETTER_SIZE = 60;
    private static final String WRITTEN_OUT = "wkt://";
    private static final int MOST_WRITTEN = 500;
    private static final Map<String, Optional<Shaped>> WRITTEN = new ConcurrentHashMap<>();

    private Marks() {}

    /** The shape of a name; null where there is none. */
    static @Nullable Shaped shape(String wellKnownName) {
        String name = wellKnownName.strip();
        Shaped known = KNOWN.get(name.contains("://") ? name : name.toLowerCase(Locale.ROOT));
        if (known != null) {
            return known;
        }
        if (name.startsWith(WRITTEN_OUT)) {
            return writtenOut(name.substring(WRITTEN_OUT.length()));
        }
        Matcher letter = LETTER.matcher(name);
        return letter.matches() ? letter(letter.group(1), Integer.parseInt(letter.group(2), 16)) : null;
    }

    /** A geometry as text, about one unit large; null where it is none. */
    private static @Nullable Shaped writtenOut(String text) {
        if (WRITTEN.size() >= MOST_WRITTEN) {
            WRITTEN.clear();
        }
        return WRITTEN.computeIfAbsent(text, Marks::read).orElse(null);
    }

    private static Optional<Shaped> read(String text) {
        try {
            return Optional.of(Shaped.asItIs(ToScreen.path(new WKTReader().read(text))));
        } catch (ParseException | IllegalArgumentException noGeometry) {
            return Optional.empty(); // as any name that is not known: nothing is drawn
        }
    }

    private static @Nullable Shaped letter(String family, int codePoint) {
        Font font = Fonts.named(family, Font.PLAIN, LETTER_SIZE);
        if (font == null || !font.canDisplay(codePoint)) {
            return null;
        }
        Shape outline = font.createGlyphVector(new FontRenderContext(null, true, true), Character.toString(codePoint))
                .getOutline();
        Rectangle2D box = outline.getBounds2D();
        double size = Math.max(box.getWidth(), box.getHeight());
        AffineTransform toUnit = AffineTransform.getScaleInstance(1 / size, -1 / size);
        toUnit.translate(-box.getCenterX(), -box.getCenterY());
        return Shaped.asItIs(toUnit.createTransformedShape(outline));
    }

    private static Shape turned(Shape shape) {
        return AffineTransform.getRotateInstance(Math.PI / 4).createTransformedShape(shape);
    }

    private static Shape closed(double[][] rings) {
        Path2D.Double path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        for (double[] ring : rings) {
            append(path, ring);
            path.closePath();
        }
        return path;
    }

    private static Shape open(double[]... lines) {
        Path2D.Double path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        for (double[] line : lines) {
            append(path, line);
        }
        return path;
    }

    private static void append(Path2D.Double path, double[] xy) {
        path.moveTo(xy[0], xy[1]);
        for (int i = 2; i < xy.length; i += 2) {
            path.lineTo(xy[i], xy[i + 1]);
        }
    }

    private static Shape semicircle() {
        return new java.awt.geom.Arc2D.Double(-.5, -.5, 1, 1, 180, 180, java.awt.geom.Arc2D.CHORD);
    }
}
