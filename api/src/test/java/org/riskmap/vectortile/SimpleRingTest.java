package org.riskmap.vectortile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

class SimpleRingTest {

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    @Test
    void agreesWithJtsOnRandomRings() {
        Random random = new Random(20);
        int simple = 0;
        for (int trial = 0; trial < 20_000; trial++) {
            int[] ring = ring(random, 3 + random.nextInt(7), 2 + random.nextInt(9));
            if (Shape.area(ring) == 0) {
                continue; // never asked for
            }
            boolean valid = valid(ring);
            assertThat(SimpleRing.is(ring)).as("%s", (Object) ring).isEqualTo(valid);
            simple += valid ? 1 : 0;
        }
        assertThat(simple).isBetween(2_000, 18_000);
    }

    @Test
    void agreesWithJtsOnStarsOfManyPointsThatAreNearlySimple() {
        Random random = new Random(21);
        int simple = 0;
        for (int trial = 0; trial < 3_000; trial++) {
            int[] ring = star(random, 20 + random.nextInt(150), 30 + random.nextInt(400));
            boolean valid = valid(ring);
            assertThat(SimpleRing.is(ring)).as("%s", (Object) ring).isEqualTo(valid);
            simple += valid ? 1 : 0;
        }
        assertThat(simple).isBetween(100, 2_900);
    }

    /** Around a centre nearly in order: some sides cross, and rounding makes some points touch others. */
    private static int[] star(Random random, int points, int radius) {
        int[] ring = new int[2 * points];
        int size = 0;
        for (int i = 0; i < points; i++) {
            double angle = 2 * Math.PI * (i + 1.6 * random.nextDouble()) / points;
            double far = radius * (1 + 0.05 * random.nextDouble());
            int x = (int) Math.round(far * Math.cos(angle));
            int y = (int) Math.round(far * Math.sin(angle));
            boolean again = size > 0 && (ring[size - 2] == x && ring[size - 1] == y || ring[0] == x && ring[1] == y);
            if (!again) {
                ring[size++] = x;
                ring[size++] = y;
            }
        }
        return Arrays.copyOf(ring, size);
    }

    @Test
    void knowsARingOfManyPointsAndOneThatTouchesItself() {
        assertThat(SimpleRing.is(new int[] {0, 0, 10, 0, 10, 10, 5, 5, 0, 10})).isTrue();
        assertThat(SimpleRing.is(new int[] {0, 0, 10, 0, 10, 10, 5, 0, 0, 10})).isFalse(); // a corner on a side
        assertThat(SimpleRing.is(new int[] {0, 0, 10, 0, 20, 0, 10, 0, 0, 10})).isFalse(); // to and fro
        assertThat(SimpleRing.is(new int[] {0, 0, 10, 10, 10, 0, 0, 10})).isFalse(); // a bow tie
    }

    private static int[] ring(Random random, int points, int side) {
        int[] ring = new int[2 * points];
        for (int i = 0; i < points; i++) {
            do {
                ring[2 * i] = random.nextInt(side);
                ring[2 * i + 1] = random.nextInt(side);
            } while (i > 0 && equal(ring, i, i - 1) || i == points - 1 && equal(ring, i, 0));
        }
        return ring;
    }

    private static boolean equal(int[] ring, int one, int two) {
        return ring[2 * one] == ring[2 * two] && ring[2 * one + 1] == ring[2 * two + 1];
    }

    private static boolean valid(int[] ring) {
        Coordinate[] closed = new Coordinate[ring.length / 2 + 1];
        for (int i = 0; i < ring.length / 2; i++) {
            closed[i] = new Coordinate(ring[2 * i], ring[2 * i + 1]);
        }
        closed[closed.length - 1] = closed[0];
        return GEOMETRIES.createPolygon(closed).isValid();
    }
}
