package org.riskmap.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Java's graphics is the independent program that the pictures are held against. */
class PlainShapesTest {

    private static final int SIDE = 60;

    private final Random chance = new Random(11);

    @Test
    void areas_with_holes_look_as_java_fills_them() {
        for (int i = 0; i < 50; i++) {
            Shape shape = star(chance.nextInt(3, 12));
            Color color = new Color(200, 30, 90, chance.nextBoolean() ? 255 : 120);
            BufferedImage expected = picture(BufferedImage.TYPE_INT_ARGB, canvas -> {
                canvas.setColor(color);
                canvas.fill(shape);
            });
            BufferedImage drawn = picture(BufferedImage.TYPE_INT_ARGB, canvas -> PlainShapes.of(canvas)
                    .fill(shape(shape), color));

            assertThat(mostApart(expected, drawn)).as("shape %s", i).isLessThanOrEqualTo(24);
        }
    }

    @Test
    void rings_drawn_around_look_as_java_draws_them() {
        for (float width : new float[] {0.5f, 1, 2.5f, 7}) {
            for (int join : new int[] {BasicStroke.JOIN_ROUND, BasicStroke.JOIN_BEVEL}) {
                Shape shape = star(5);
                BasicStroke pen = new BasicStroke(width, BasicStroke.CAP_ROUND, join);
                BufferedImage expected = picture(BufferedImage.TYPE_INT_RGB, canvas -> {
                    canvas.setColor(Color.GREEN);
                    canvas.setStroke(pen);
                    canvas.draw(shape);
                });
                BufferedImage drawn = picture(BufferedImage.TYPE_INT_RGB, canvas -> PlainShapes.of(canvas)
                        .draw(shape(shape), pen, Color.GREEN));

                assertThat(meanApart(expected, drawn))
                        .as("pen %s %s", width, join)
                        .isLessThan(1.5);
            }
        }
    }

    @Test
    void dashes_are_left_to_java() {
        BasicStroke dashed = new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, new float[] {3, 2}, 0);

        picture(BufferedImage.TYPE_INT_RGB, canvas -> assertThat(
                        PlainShapes.of(canvas).draw(shape(star(4)), dashed, Color.RED))
                .isFalse());
    }

    @Test
    void a_canvas_without_smooth_edges_has_none_and_one_that_copies_its_hints_has_not_those_of_the_other() {
        BufferedImage image = Renderer.blank(5, 5, Color.WHITE);
        Graphics2D rough = image.createGraphics();
        PlainShapes.offer(image, rough);
        assertThat(PlainShapes.of(rough)).isNull();

        Graphics2D smooth = image.createGraphics();
        smooth.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        PlainShapes.offer(image, smooth);
        Graphics2D texture = Renderer.blank(5, 5, null).createGraphics();
        texture.setRenderingHints(smooth.getRenderingHints());
        assertThat(PlainShapes.of(smooth)).isNotNull();
        assertThat(PlainShapes.of(texture)).isNull();
    }

    @Test
    void a_stamped_mark_looks_as_java_draws_it_to_an_eighth_of_a_pixel_and_is_cut_at_the_picture() {
        Shape circle = new Ellipse2D.Double(-.5, -.5, 1, 1);
        BasicStroke pen = new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL);
        Stamps.Look look = new Stamps.Look("circle", 11, 0, Color.ORANGE, Color.BLACK, pen);
        for (double[] at : new double[][] {{30.25, 20.5}, {0, 59.75}, {-3.125, 7.5}, {62, 62}, {-50, 30}}) {
            BufferedImage expected = picture(BufferedImage.TYPE_INT_RGB, canvas -> {
                AffineTransform place = AffineTransform.getTranslateInstance(at[0], at[1]);
                place.scale(11, -11);
                Shape placed = place.createTransformedShape(circle);
                canvas.setColor(Color.ORANGE);
                canvas.fill(placed);
                canvas.setColor(Color.BLACK);
                canvas.setStroke(pen);
                canvas.draw(placed);
            });
            BufferedImage drawn = picture(BufferedImage.TYPE_INT_RGB, canvas -> Stamps.of(look, circle)
                    .put(PlainShapes.of(canvas).pixels(), at[0], at[1]));

            assertThat(mostApart(expected, drawn)).as("at %s, %s", at[0], at[1]).isLessThanOrEqualTo(3);
        }
    }

    @Test
    void a_stamped_label_is_what_it_is_drawn_as_where_it_stands_on_a_quarter() {
        PixelShape letters = new PixelShape();
        letters.add(new Rectangle2D.Double(0.3, -9.1, 4.2, 9));
        letters.add(new Ellipse2D.Double(6, -9, 8, 9));
        LabelStamps.Coat coat = new LabelStamps.Coat(Color.BLACK, new Color(255, 255, 0, 200), 1.5);
        BufferedImage expected = picture(
                BufferedImage.TYPE_INT_RGB,
                canvas -> coat.paint(
                        PlainShapes.of(canvas), letters.moved(AffineTransform.getTranslateInstance(20.25, 30.75))));
        BufferedImage drawn = picture(BufferedImage.TYPE_INT_RGB, canvas -> new LabelStamps(letters, coat)
                .put(PlainShapes.of(canvas).pixels(), 20.25, 30.75));

        assertThat(mostApart(expected, drawn)).isLessThanOrEqualTo(3);
    }

    private interface Drawing {
        void on(Graphics2D canvas);
    }

    private static BufferedImage picture(int type, Drawing drawing) {
        BufferedImage image = Renderer.blank(SIDE, SIDE, type == BufferedImage.TYPE_INT_RGB ? Color.WHITE : null);
        Graphics2D canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        PlainShapes.offer(image, canvas);
        drawing.on(canvas);
        canvas.dispose();
        return image;
    }

    /** A ring around the middle that does not cross itself, some of it outside the picture, with a hole. */
    private Shape star(int corners) {
        Path2D.Double star = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * i / corners;
            double radius = 12 + 24 * chance.nextDouble();
            double x = 30 + radius * Math.cos(angle);
            double y = 30 + radius * Math.sin(angle);
            if (i == 0) {
                star.moveTo(x, y);
            } else {
                star.lineTo(x, y);
            }
        }
        star.closePath();
        star.append(new Rectangle2D.Double(27.3, 28.6, 4.1, 3.7), false);
        return star;
    }

    private static PixelShape shape(Shape shape) {
        PixelShape rings = new PixelShape();
        rings.add(shape);
        PixelShape withHoles = new PixelShape();
        for (int ring = 0; ring < rings.parts(); ring++) {
            int positions = (rings.end(ring) - rings.start(ring)) / 2;
            double[] xy = withHoles.room(positions);
            System.arraycopy(rings.xy(), rings.start(ring), xy, withHoles.used(), 2 * positions);
            withHoles.end(ring == 0 ? PixelShape.Part.SHELL : PixelShape.Part.HOLE, positions);
        }
        return withHoles;
    }

    private static int mostApart(BufferedImage a, BufferedImage b) {
        int most = 0;
        for (int i = 0; i < SIDE * SIDE; i++) {
            most = Math.max(most, apart(a.getRGB(i % SIDE, i / SIDE), b.getRGB(i % SIDE, i / SIDE)));
        }
        return most;
    }

    private static double meanApart(BufferedImage a, BufferedImage b) {
        double sum = 0;
        for (int i = 0; i < SIDE * SIDE; i++) {
            sum += apart(a.getRGB(i % SIDE, i / SIDE), b.getRGB(i % SIDE, i / SIDE));
        }
        return sum / (SIDE * SIDE);
    }

    /** How far the colours are from each other where they are seen: multiplied by their alpha. */
    private static int apart(int a, int b) {
        int most = Math.abs((a >>> 24) - (b >>> 24));
        for (int shift = 0; shift < 24; shift += 8) {
            int first = (a >>> shift & 255) * (a >>> 24) / 255;
            int second = (b >>> shift & 255) * (b >>> 24) / 255;
            most = Math.max(most, Math.abs(first - second));
        }
        return most;
    }
}
