package org.riskmap.network;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Where lines meet: positions at which one ends, or that two uses of a vertex share, be it in two lines or in one that
 * crosses itself. Positions are equal where they are to the last bit.
 *
 * <p>Coordinates are dealt out by a hash of their position, so that each share fits a processor's cache and equal
 * positions meet in the same one.
 */
final class Junctions {

    /** No junction is here. */
    static final int NONE = -1;

    /** A share holds about so many coordinates. */
    private static final int SHARE = 1 << 14;

    /** A use at an end weighs as much as two. */
    private static final int END = 3;

    private final double[] lon;
    private final double[] lat;
    private final BitSet ends;

    /** First coordinate of the junction at each coordinate, or {@link #NONE}. */
    private final int[] firstAt;

    private Junctions(double[] lon, double[] lat, int[] start, int[] end) {
        this.lon = lon;
        this.lat = lat;
        this.firstAt = new int[lon.length];
        this.ends = new BitSet(lon.length);
        for (int line = 0; line < start.length; line++) {
            ends.set(start[line]);
            ends.set(end[line]);
        }
    }

    /**
     * The first coordinate that lies where each one does, where that is a junction, else {@link #NONE}.
     *
     * @param lon of the lines' coordinates
     * @param lat of the same
     * @param start first coordinate of each line
     * @param end last coordinate of each line
     */
    static int[] firstAt(double[] lon, double[] lat, int[] start, int[] end) {
        Junctions junctions = new Junctions(lon, lat, start, end);
        junctions.find();
        return junctions.firstAt;
    }

    private void find() {
        int shares = Integer.highestOneBit(Math.max(1, lon.length / SHARE * 2 - 1));
        int[][] next = new int[Ranges.count(lon.length)][];
        Ranges.forEach(lon.length, (from, to) -> next[from / Ranges.SIZE] = counted(from, to, shares));
        int[] shareStart = starts(next, shares);
        int[] dealt = new int[lon.length];
        Ranges.forEach(lon.length, (from, to) -> {
            int[] at = next[from / Ranges.SIZE];
            for (int i = from; i < to; i++) {
                dealt[at[share(i, shares)]++] = i;
            }
        });
        IntStream.range(0, shares)
                .parallel()
                .forEach(share -> match(Arrays.copyOfRange(dealt, shareStart[share], shareStart[share + 1])));
    }

    private int[] counted(int from, int to, int shares) {
        int[] counts = new int[shares];
        for (int i = from; i < to; i++) {
            counts[share(i, shares)]++;
        }
        return counts;
    }

    /** Turns counts by range and share into the place where each begins; gives where each share does. */
    private static int[] starts(int[][] counts, int shares) {
        int[] shareStart = new int[shares + 1];
        int sum = 0;
        for (int share = 0; share < shares; share++) {
            shareStart[share] = sum;
            for (int[] ofRange : counts) {
                int count = ofRange[share];
                ofRange[share] = sum;
                sum += count;
            }
        }
        shareStart[shares] = sum;
        return shareStart;
    }

    /** Finds equal positions among some coordinates, which are in increasing order. */
    private void match(int[] coordinates) {
        int count = coordinates.length;
        double[] x = new double[count];
        double[] y = new double[count];
        for (int i = 0; i < count; i++) {
            x[i] = lon[coordinates[i]];
            y[i] = lat[coordinates[i]];
        }
        int[] first = first(x, y);
        int[] uses = new int[count];
        for (int i = 0; i < count; i++) {
            uses[first[i]] += ends.get(coordinates[i]) ? END : 1;
        }
        for (int i = 0; i < count; i++) {
            firstAt[coordinates[i]] = uses[first[i]] >= 2 ? coordinates[first[i]] : NONE;
        }
    }

    /** By position the first one that is equal to it. */
    private static int[] first(double[] x, double[] y) {
        int[] first = new int[x.length];
        int[] slots = new int[Integer.highestOneBit(Math.max(8, x.length)) * 4]; // a position's number, plus 1
        int mask = slots.length - 1;
        for (int i = 0; i < x.length; i++) {
            int slot = (int) hash(x[i], y[i]) & mask;
            while (slots[slot] > 0 && !(x[slots[slot] - 1] == x[i] && y[slots[slot] - 1] == y[i])) {
                slot = slot + 1 & mask;
            }
            if (slots[slot] == 0) {
                slots[slot] = i + 1;
            }
            first[i] = slots[slot] - 1;
        }
        return first;
    }

    private int share(int coordinate, int shares) {
        return (int) (hash(lon[coordinate], lat[coordinate]) >>> 40) & shares - 1;
    }

    private static long hash(double x, double y) {
        long bits = Double.doubleToRawLongBits(x + 0.0) * 0x9E3779B97F4A7C15L + Double.doubleToRawLongBits(y + 0.0);
        bits = (bits ^ bits >>> 32) * 0xD6E8FEB86659FD93L;
        return bits ^ bits >>> 32;
    }
}
