package org.riskmap.demo;

import java.util.List;

/**
 * Numbers that look random and depend on nothing but a seed and what they are for. Source: Steele et al. 2014, "Fast
 * splittable pseudorandom number generators" (SplitMix64).
 */
final class Dice {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    /** A sequence of its own for a purpose and, where it is thrown for many things, for each of them. */
    static Dice of(long seed, String purpose, long... which) {
        long state = mix(seed * GOLDEN + 0x632BE59BD9B4E019L);
        for (int i = 0; i < purpose.length(); i++) {
            state = mix(state + purpose.charAt(i) * GOLDEN);
        }
        for (long one : which) {
            state = mix(state ^ mix(one + GOLDEN));
        }
        return new Dice(state);
    }

    static long mix(long z) {
        long a = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ a >>> 27) * 0x94D049BB133111EBL;
        return b ^ b >>> 31;
    }

    long next() {
        state += GOLDEN;
        return mix(state);
    }

    /** At least 0, less than 1. */
    double real() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    double real(double from, double to) {
        return from + (to - from) * real();
    }

    /** From 0 to {@code bound} - 1. */
    int whole(int bound) {
        return (int) (real() * bound);
    }

    /** Both included. */
    int whole(int from, int to) {
        return from + whole(to - from + 1);
    }

    boolean chance(double probability) {
        return real() < probability;
    }

    /** About normal: mean 0, deviation 1, never beyond ±6. */
    double bell() {
        double sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += real();
        }
        return sum - 6;
    }

    <T> T oneOf(List<T> items) {
        return items.get(whole(items.size()));
    }

    /** 0 to {@code count} - 1 in a random order. Source: Fisher and Yates. */
    int[] order(int count) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int j = whole(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
