package org.riskmap.render;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The well-known marks of SLD and of GeoServer ({@code shape://}, {@code extshape://}, {@code ttf://}), y up, around the
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
    private static final double[] ARROW_HEAD = {-.5, .5, 0, 0, -.5, -.5};

    private static final Map<String, Shape> KNOWN = Map.ofEntries(
            Map.entry("square", new Rectangle2D.Double(-.5, -.5, 1, 1)),
            Map.entry("circle", new Ellipse2D.Double(-.5, -.5, 1, 1)),
            Map.entry("triangle", closed(TRIANGLE)),
            Map.entry("star", closed(STAR)),
            Map.entry("cross", closed(CROSS)),
            Map.entry("x", AffineTransform.getRotateInstance(Math.PI / 4).createTransformedShape(closed(CROSS))),
            Map.entry("arrow", closed(ARROW)),
            Map.entry("hatch", closed(HATCH)),
            Map.entry("shape://vertline", open(VERTICAL)),
            Map.entry("shape://horline", open(HORIZONTAL)),
            Map.entry("shape://slash", open(SLASH)),
            Map.entry("shape://backslash", open(BACKSLASH)),
            Map.entry("shape://dot", new Ellipse2D.Double(-.01, -.01, .02, .02)),
            Map.entry("shape://plus", open(VERTICAL, HORIZONTAL)),
            Map.entry("shape://times", open(SLASH, BACKSLASH)),
            Map.entry("shape://oarrow", open(ARROW_HEAD)),
            Map.entry("shape://carrow", closed(new double[][] {ARROW_HEAD})),
            Map.entry("shape://coarrow", closed(new double[][] {ARROW_HEAD})),
            Map.entry("shape://ccarrow", closed(new double[][] {ARROW_HEAD})),
            Map.entry("extshape://triangle", closed(TRIANGLE)),
            Map.entry("extshape://emicircle", semicircle()),
            Map.entry("extshape://arrow", closed(ARROW)));

    private static final Pattern LETTER = Pattern.compile("ttf://([^#]+)#(?:0x|U\\+|\\\\u)?([0-9A-Fa-f]+)");
    private static final float LETTER_SIZE = 60;

    private Marks() {}

    /** The shape of a name; null where there is none. */
    static @Nullable Shape shape(String wellKnownName) {
        Shape known = KNOWN.get(wellKnownName.strip());
        if (known != null) {
            return known;
        }
        Matcher letter = LETTER.matcher(wellKnownName.strip());
        return letter.matches() ? letter(letter.group(1), Integer.parseInt(letter.group(2), 16)) : null;
    }

    private static @Nullable Shape letter(String family, int codePoint) {
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
        return toUnit.createTransformedShape(outline);
    }

    /** Whether a texture made of it is lines that go on from tile to tile. */
    static boolean linesAcrossTiles(String wellKnownName) {
        return switch (wellKnownName.strip()) {
            case "shape://vertline",
                    "shape://horline",
                    "shape://slash",
                    "shape://backslash",
                    "shape://plus",
                    "shape://times" -> true;
            default -> false;
        };
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
