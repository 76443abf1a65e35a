package org.riskmap.exposure;

import java.util.Arrays;

/** Fractions of persons become whole persons so that the parts add up to the rounded sum (Hamilton's method). */
final class LargestRemainder {

    private LargestRemainder() {}

    /** Whole numbers, each within 1 of its part; their sum is the parts' sum, rounded. Ties go to the earlier part. */
    static long[] round(double[] parts) {
        double sum = Arrays.stream(parts).sum();
        long[] whole = new long[parts.length];
        Integer[] byRemainder = new Integer[parts.length];
        long given = 0;
        for (int i = 0; i < parts.length; i++) {
            whole[i] = (long) Math.floor(parts[i] + 1e-9);
            given += whole[i];
            byRemainder[i] = i;
        }
        Arrays.sort(byRemainder, (a, b) -> Double.compare(parts[b] - whole[b], parts[a] - whole[a]));
        long left = Math.round(sum) - given;
        for (int k = 0; k < left; k++) {
            whole[byRemainder[k]]++;
        }
        return whole;
    }
}
