package org.riskmap.network;

import java.util.stream.IntStream;

/** Work on the numbers 0 to n−1 that all processors share in ranges; what is done with one must not touch another's. */
final class Ranges {

    /** How many numbers a range holds; the last one may hold fewer. */
    static final int SIZE = 1 << 16;

    private Ranges() {}

    /** Told of one range: from {@code from} to {@code to} − 1; its number is {@code from / SIZE}. */
    interface Work {
        void range(int from, int to);
    }

    /** How many ranges there are. */
    static int count(int numbers) {
        return (int) ((numbers + (long) SIZE - 1) / SIZE);
    }

    /** Returns when all is done. */
    static void forEach(int numbers, Work work) {
        if (numbers > 0 && numbers <= SIZE) {
            work.range(0, numbers);
        } else {
            IntStream.range(0, count(numbers)).parallel().forEach(range -> {
                int from = range * SIZE;
                work.range(from, (int) Math.min(numbers, from + (long) SIZE));
            });
        }
    }
}
