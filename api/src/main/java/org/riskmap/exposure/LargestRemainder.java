package org.riskmap.exposure;

import java.util.Arrays;

/** Fractions of persons become whole persons so that the parts add up to the rounded sum (Hamilton's method). */
final class LargestRemainder {

    private LargestRemainder() {}

    /** Whole numbers, each within 1 of its part; their sum is the parts' sum, rounded. Ties go to the earlier part. */
    static long[] round(double[] parts) {
        return round(parts, Math.round(Arrays.stream(parts).sum()));
    }

    /** The same for parts whose sum is known as a whole number, which theirs rounds to, give or take 1. */
    static long[] round(double[] parts, long sum) {
        long[] whole = new long[parts.length];
        Integer[] byRemainder = new Integer[parts.length];
        long given = 0;
        for (int i = 0; i < parts.length; i++) {
            whole[i] = (long) Math.floor(parts[i] + 1e-9);
            given += whole[i];
            byRemainder[i] = i;
        }
        Arrays.sort(byRemainder, (a, b) -> Double.compare(parts[b] - whole[b], parts[a] - whole[a]));
        long left = sum - given;
        for (int k = 0; k < left && parts.length > 0; k++) {
            whole[byRemainder[k % parts.length]]++;
        }
        for (int k = parts.length - 1; k >= 0 && left < 0; k--) {
            if (whole[byRemainder[k]] > 0) {
                whole[byRemainder[k]]--;
                left++;
            }
        }
        return whole;
    }
}
