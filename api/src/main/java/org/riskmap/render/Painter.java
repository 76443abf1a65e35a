package org.riskmap.render;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.PropertyName;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.riskmap.filter.Filters;
import org.riskmap.kernel.Feature;
import org.riskmap.style.LineSymbolizer;
import org.riskmap.style.PointSymbolizer;
import org.riskmap.style.PolygonSymbolizer;
import org.riskmap.style.Symbolizer;
import org.riskmap.style.TextSymbolizer;

/** One symbolizer made ready for a map. */
final class Painter {

    private static final double FOOT_M = 0.3048;

    /** What a symbolizer does with a placed geometry. */
    private interface Work {
        void paint(Graphics2D canvas, Feature feature, Placed placed, Clip clip);
    }

    private final Symbolizer symbolizer;
    private final @Nullable Function<Feature, @Nullable Object> computed;
    private final Work work;
    private final double reach;
    private final @Nullable Blend blend;

    private Painter(Symbolizer symbolizer, Work work, double reach) {
        this.symbolizer = symbolizer;
        Expression expression = symbolizer.geometry();
        this.computed = expression == null
                        || expression instanceof PropertyName name
                                && name.getPropertyName().isEmpty()
                ? null
                : geometryOf(expression);
        this.work = work;
        this.reach = reach;
        this.blend = Blend.of(symbolizer.options());
    }

    /** GeoTools computes geometries of features, but has no {@code vertices}. */
    private static Function<Feature, @Nullable Object> geometryOf(Expression expression) {
        if (expression instanceof org.geotools.api.filter.expression.Function function
                && function.getName().equals("vertices")) {
            Function<Feature, @Nullable Object> inner =
                    Filters.value(function.getParameters().get(0));
            return feature -> inner.apply(feature) instanceof Geometry geometry
                    ? geometry.getFactory().createMultiPointFromCoords(geometry.getCoordinates())
                    : null;
        }
        return Filters.value(expression);
    }

    /**
     * @param symbolScale pixels per standard pixel
     * @param labels takes the labels
     * @param layer number of the layer on the map
     */
    static Painter of(Symbolizer symbolizer, double symbolScale, double metresPerPixel, LabelBoard labels, int layer) {
        double unit = unit(symbolizer, symbolScale, metresPerPixel);
        if (symbolizer instanceof PolygonSymbolizer polygon) {
            return keepingClear(polygon(polygon, unit), labels);
        }
        if (symbolizer instanceof LineSymbolizer line) {
            return keepingClear(line(line, unit), labels);
        }
        if (symbolizer instanceof PointSymbolizer point) {
            return point(point, unit, labels);
        }
        if (symbolizer instanceof TextSymbolizer text) {
            TextPainter painter = new TextPainter(text, unit);
            return new Painter(
                    symbolizer,
                    (canvas, feature, placed, clip) -> {
                        Geometry pixels = placed.pixels();
                        Geometry seen = pixels == null ? null : clip.inside(pixels);
                        Label label = seen == null ? null : painter.label(feature, seen);
                        if (label != null) {
                            labels.add(label, layer);
                        }
                    },
                    0);
        }
        return new Painter(symbolizer, (canvas, feature, placed, clip) -> {}, 0);
    }

    /** GeoServer's vendor option {@code labelObstacle}: labels keep clear of the box around what is drawn. */
    private static boolean keepsLabelsAway(Symbolizer symbolizer) {
        return "true".equalsIgnoreCase(symbolizer.options().get("labelObstacle"));
    }

    private static Painter keepingClear(Painter painter, LabelBoard labels) {
        if (!keepsLabelsAway(painter.symbolizer)) {
            return painter;
        }
        return new Painter(
                painter.symbolizer,
                (canvas, feature, placed, clip) -> {
                    painter.work.paint(canvas, feature, placed, clip);
                    Geometry seen = near(placed, clip);
                    if (seen != null) {
                        Envelope box = seen.getEnvelopeInternal();
                        labels.obstacle(
                                new Rectangle2D.Double(box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight()));
                    }
                },
                painter.reach);
    }

    /** Pixels per unit of a symbolizer's lengths. */
    static double unit(Symbolizer symbolizer, double symbolScale, double metresPerPixel) {
        return switch (symbolizer.uom()) {
            case PIXEL -> symbolScale;
            case METRE -> 1 / metresPerPixel;
            case FOOT -> FOOT_M / metresPerPixel;
        };
    }

    private static Painter polygon(PolygonSymbolizer symbolizer, double unit) {
        TileMargin margin = TileMargin.of(symbolizer.options(), unit);
        FillPainter fill = symbolizer.fill() == null ? null : new FillPainter(symbolizer.fill(), unit, margin);
        LinePainter line = symbolizer.stroke() == null
                ? null
                : new LinePainter(symbolizer.stroke(), Evaluated.number(symbolizer.offset(), 0, unit), unit);
        return new Painter(
                symbolizer,
                (canvas, feature, placed, clip) -> {
                    PlainShapes plain = (fill == null || fill.plain()) && (line == null || line.plain())
                            ? PlainShapes.of(canvas)
                            : null;
                    PixelShape shape = plain == null ? null : placed.shape();
                    if (plain != null && shape != null) {
                        if (fill != null && (line == null || !line.covers(feature, shape))) {
                            fill.fill(plain, feature, shape);
                        }
                        if (line != null) {
                            line.draw(plain, feature, shape);
                        }
                        return;
                    }
                    Geometry seen = near(placed, clip);
                    if (seen == null || seen.getDimension() < 1) {
                        return;
                    }
                    if (fill != null && (line == null || !line.covers(feature, seen))) {
                        eachPart(seen, part -> fill.fill(canvas, feature, ToScreen.path(part)));
                    }
                    if (line != null) {
                        line.draw(canvas, feature, seen);
                    }
                },
                line == null ? 0 : line.reach());
    }

    private static @Nullable Geometry near(Placed placed, Clip clip) {
        Geometry pixels = placed.pixels();
        return pixels == null ? null : clip.near(pixels);
    }

    /** Areas of a collection one by one: where two of them overlap is no hole. */
    private static void eachPart(Geometry areas, Consumer<Geometry> work) {
        if (areas instanceof GeometryCollection) {
            for (int i = 0; i < areas.getNumGeometries(); i++) {
                eachPart(areas.getGeometryN(i), work);
            }
        } else {
            work.accept(areas);
        }
    }

    private static Painter line(LineSymbolizer symbolizer, double unit) {
        if (symbolizer.stroke() == null) {
            return new Painter(symbolizer, (canvas, feature, placed, clip) -> {}, 0);
        }
        LinePainter line = new LinePainter(symbolizer.stroke(), Evaluated.number(symbolizer.offset(), 0, unit), unit);
        return new Painter(
                symbolizer,
                (canvas, feature, placed, clip) -> {
                    PlainShapes plain = line.plain() ? PlainShapes.of(canvas) : null;
                    PixelShape shape = plain == null ? null : placed.shape();
                    if (plain != null && shape != null) {
                        line.draw(plain, feature, shape);
                        return;
                    }
                    Geometry seen = near(placed, clip);
                    if (seen != null && seen.getDimension() >= 1) {
                        line.draw(canvas, feature, seen);
                    }
                },
                line.reach());
    }

    private static Painter point(PointSymbolizer symbolizer, double unit, LabelBoard labels) {
        SymbolPainter painter = new SymbolPainter(symbolizer.graphic(), unit);
        boolean obstacle = keepsLabelsAway(symbolizer);
        return new Painter(
                symbolizer,
                (canvas, feature, placed, clip) -> {
                    Spot spot = (x, y) -> {
                        painter.draw(canvas, feature, x, y, 0);
                        if (obstacle) {
                            labels.obstacle(painter.box(feature, x, y));
                        }
                    };
                    double[] position = placed.position();
                    Geometry pixels = position == null ? placed.pixels() : null;
                    if (position != null) {
                        spot.at(position[0], position[1]);
                    } else if (pixels != null) {
                        points(pixels, spot);
                    }
                },
                painter.reach());
    }

    private interface Spot {
        void at(double x, double y);
    }

    private static void points(Geometry pixels, Spot spot) {
        if (pixels instanceof Point point) {
            spot.at(point.getX(), point.getY());
        } else if (pixels.getDimension() == 2) {
            var middle = middle(LabelPlacer.largest(pixels));
            spot.at(middle.x, middle.y);
        } else if (pixels.getDimension() == 1) {
            var middle = pixels.getInteriorPoint().getCoordinate();
            spot.at(middle.x, middle.y);
        } else if (pixels instanceof GeometryCollection) {
            for (int i = 0; i < pixels.getNumGeometries(); i++) {
                points(pixels.getGeometryN(i), spot);
            }
        }
    }

    private static org.locationtech.jts.geom.Coordinate middle(Polygon polygon) {
        return PolygonLabelPlacer.middle(polygon);
    }

    /** How far beyond a geometry it draws, pixels. */
    double reach() {
        return reach;
    }

    /** Whether it draws another geometry than the feature's own. */
    boolean computesGeometry() {
        return computed != null;
    }

    Symbolizer symbolizer() {
        return symbolizer;
    }

    /** Draws a feature, whose own geometry was placed. */
    void paint(Graphics2D canvas, Feature feature, Placed own, ToScreen screen, Clip clip) {
        if (blend == null) {
            laid(canvas, feature, own, screen, clip);
            return;
        }
        Graphics2D blended = (Graphics2D) canvas.create();
        blended.setComposite(blend.composite());
        laid(blended, feature, own, screen, clip);
        blended.dispose();
    }

    private void laid(Graphics2D canvas, Feature feature, Placed own, ToScreen screen, Clip clip) {
        if (computed == null) {
            work.paint(canvas, feature, own, clip);
            return;
        }
        Placed made = new Placed(screen);
        if (computed.apply(feature) instanceof Geometry geometry && made.set(geometry)) {
            work.paint(canvas, feature, made, clip);
        }
    }

    /** Draws a given geometry in pixels, whatever the symbolizer computes of a feature's own. */
    void paintSample(Graphics2D canvas, Feature example, Geometry pixels, Clip clip) {
        work.paint(canvas, example, Placed.inPixels(pixels), clip);
    }

    static void collect(Symbolizer symbolizer, Set<String> names) {
        Evaluated.collect(symbolizer.geometry(), names);
        if (symbolizer instanceof PolygonSymbolizer polygon) {
            PaintParts.collect(polygon.fill(), names);
            PaintParts.collect(polygon.stroke(), names);
            Evaluated.collect(polygon.offset(), names);
        } else if (symbolizer instanceof LineSymbolizer line) {
            PaintParts.collect(line.stroke(), names);
            Evaluated.collect(line.offset(), names);
        } else if (symbolizer instanceof PointSymbolizer point) {
            SymbolPainter.collect(point.graphic(), names);
        } else if (symbolizer instanceof TextSymbolizer text) {
            TextPainter.collect(text, names);
        }
    }
}
