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
    private static final double INSIDE = 1.25; // so that edges, put on whole pixels, lie where GeoServer's do
    private static final double METRES_PER_PIXEL =
            1; // lengths in metres have no size without a map: as GeoServer takes them

    private final int width;
    private final int height;
    private final double markScale;
    private final double room;

    /** @param largestMark pixels of the legend's largest mark */
    SymbolSample(int width, int height, double largestMark) {
        this.width = width;
        this.height = height;
        this.room = Math.min(width, height);
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
        LabelBoard noLabels = new LabelBoard(0, 0, 0);
        for (Symbolizer symbolizer : rule.symbolizers()) {
            if (symbolizer.inLegend() && !(symbolizer instanceof TextSymbolizer)) {
                double scale = scale(symbolizer, example);
                Painter.of(symbolizer, scale, METRES_PER_PIXEL / scale, noLabels, 0)
                        .paintSample(canvas, example, sample(symbolizer), everything);
            }
        }
    }

    /** What does not fit is made smaller: marks alike, a line until it is as wide as the sample. */
    private double scale(Symbolizer symbolizer, Feature example) {
        if (symbolizer instanceof PointSymbolizer) {
            return symbolizer.uom() == Uom.PIXEL ? markScale : 1;
        }
        if (symbolizer instanceof LineSymbolizer line && line.stroke() != null) {
            double wide = Evaluated.number(line.stroke().width(), 1, Painter.unit(line, 1, METRES_PER_PIXEL))
                    .of(example);
            return wide > room ? room / wide : 1;
        }
        return 1;
    }

    private Geometry sample(Symbolizer symbolizer) {
        double left = Math.floor(width * MARGIN);
        double top = Math.floor(height * MARGIN);
        double right = width - left - INSIDE;
        double bottom = height - top - INSIDE;
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
                    new Coordinate[] {new Coordinate(left, height - top - 1), new Coordinate(width - left, top)});
        }
        return FACTORY.createPoint(new Coordinate(width / 2.0, height / 2.0));
    }
}
