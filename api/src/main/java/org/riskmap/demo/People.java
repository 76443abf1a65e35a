package org.riskmap.demo;

import java.util.Arrays;

/** Whole persons shared out so that nobody is lost: by weight, the largest remainders first. */
final class People {

    private People() {}

    /** Parts that add up to the total, each at least {@code least}. */
    static int[] shared(int total, double[] weight, int least) {
        double sum = Arrays.stream(weight).sum();
        int free = total - least * weight.length;
        int[] part = new int[weight.length];
        double[] rest = new double[weight.length];
        int given = 0;
        for (int i = 0; i < weight.length; i++) {
            double share = free * weight[i] / sum;
            part[i] = least + (int) share;
            rest[i] = share - (int) share;
            given += part[i];
        }
        Integer[] order = new Integer[weight.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> rest[a] != rest[b] ? Double.compare(rest[b], rest[a]) : Integer.compare(a, b));
        for (int i = 0; i < total - given; i++) {
            part[order[i]]++;
        }
        return part;
    }
}
