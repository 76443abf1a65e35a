package org.riskmap.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A curve of Hilbert's through the 2³² cells of a square. */
class HilbertTest {

    private static final int LAST = (1 << 16) - 1;
    private static final Extent BOX = new Extent(0, 0, LAST, LAST);

    @Test
    void the_curve_begins_and_ends_in_the_lower_corners() {
        assertThat(Hilbert.place(0, 0, BOX)).isZero();
        assertThat(Integer.toUnsignedLong(Hilbert.place(LAST, 0, BOX))).isEqualTo((1L << 32) - 1);
    }

    @Test
    void each_cell_but_the_last_has_one_of_its_four_neighbours_as_the_next() {
        int[][] neighbours = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}};
        Random random = new Random(5);
        for (int i = 0; i < 10_000; i++) {
            int x = 1 + random.nextInt(LAST - 1);
            int y = 1 + random.nextInt(LAST - 1);
            int next = Hilbert.place(x, y, BOX) + 1;
            assertThat(IntStream.range(0, 4)
                            .filter(to -> Hilbert.place(x + neighbours[to][0], y + neighbours[to][1], BOX) == next))
                    .hasSize(1);
        }
    }

    @Test
    void places_are_put_in_the_order_of_numbers_without_sign_and_equal_ones_stay_as_they_were() {
        // −1 is the highest of them
        assertThat(Hilbert.order(new int[] {-1, 7, 1 << 31, 7, 0, -1})).containsExactly(4, 1, 3, 2, 0, 5);
    }
}
