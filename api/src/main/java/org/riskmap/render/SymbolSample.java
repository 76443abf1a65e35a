package org.riskmap.render;

import java.awt.Graphics2D;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.riskmap.kernel.Feature;
import org.riskmap.style.LineSymbolizer;
import org.riskmap.style.PointSymbolizer;
import org.riskmap.style.PolygonSymbolizer;
import org.riskmap.style.Rule;
import org.riskmap.style.Symbolizer;
import org.riskmap.style.TextSymbolizer;
import org.riskmap.style.Uom;

/** A rule's symbolizers drawn on a small sample: a square, a line from corner to corner, or a point in the middle. */
final class SymbolSample {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final double MARGIN = .15;
    private static final double METRES_PER_PIXEL = 10; // lengths in metres have no size without a map

    private final int width;
    private final int height;
    private final double markScale;

    /** @param largestMark pixels of the legend's largest mark */
    SymbolSample(int width, int height, double largestMark) {
        this.width = width;
        this.height = height;
        double room = Math.min(width, height);
        this.markScale = largestMark > room ? room / largestMark : 1;
    }

    /** Height of a rule's largest mark for a feature, pixels; 0 where it has none. */
    static double markSize(Rule rule, Feature example) {
        return rule.symbolizers().stream()
                .filter(PointSymbolizer.class::isInstance)
                .mapToDouble(symbolizer -> new SymbolPainter(((PointSymbolizer) symbolizer).graphic(), 1).size(example))
                .max()
                .orElse(0);
    }

    void draw(Graphics2D canvas, Rule rule, Feature example) {
        Clip everything = new Clip(width, height, Math.max(width, height));
        LabelBoard noLabels = new LabelBoard(0, 0);
        for (Symbolizer symbolizer : rule.symbolizers()) {
            if (symbolizer.inLegend() && !(symbolizer instanceof TextSymbolizer)) {
                double scale = symbolizer instanceof PointSymbolizer && symbolizer.uom() == Uom.PIXEL ? markScale : 1;
                Painter.of(symbolizer, scale, METRES_PER_PIXEL, noLabels, 0)
                        .paintSample(canvas, example, sample(symbolizer), everything);
            }
        }
    }

    private Geometry sample(Symbolizer symbolizer) {
        double left = Math.floor(width * MARGIN) - .5;
        double top = Math.floor(height * MARGIN) - .5;
        double right = width - left - 1;
        double bottom = height - top - 1;
        if (symbolizer instanceof PolygonSymbolizer) {
            return FACTORY.createPolygon(new Coordinate[] {
                new Coordinate(left, top),
                new Coordinate(right, top),
                new Coordinate(right, bottom),
                new Coordinate(left, bottom),
                new Coordinate(left, top)
            });
        }
        if (symbolizer instanceof LineSymbolizer) {
            return FACTORY.createLineString(
                    new Coordinate[] {new Coordinate(left, bottom), new Coordinate(right, top)});
        }
        return FACTORY.createPoint(new Coordinate(width / 2.0, height / 2.0));
    }
}
