package org.riskmap.network;

import java.util.Arrays;

/** Gives equal positions the same number, in order of first appearance. Equal means equal to the last bit. */
final class VertexTable {

    private final double[] lon;
    private final double[] lat;
    private final int[] slots;
    private final int mask;
    private int count;

    /** First coordinate of each vertex. */
    private int[] first = new int[1024];

    /**
     * @param lon of the coordinates that will be asked about
     * @param lat of the same
     * @param coordinates how many of them are used
     */
    VertexTable(double[] lon, double[] lat, int coordinates) {
        this.lon = lon;
        this.lat = lat;
        int size = Integer.highestOneBit(Math.max(16, Math.min(coordinates, 1 << 29) * 2 - 1)) << 1;
        this.slots = new int[size];
        this.mask = size - 1;
        Arrays.fill(slots, -1);
    }

    /** The number of the vertex at a coordinate. */
    int number(int coordinate) {
        int slot = hash(lon[coordinate], lat[coordinate]) & mask;
        while (slots[slot] >= 0) {
            int known = first[slots[slot]];
            if (lon[known] == lon[coordinate] && lat[known] == lat[coordinate]) {
                return slots[slot];
            }
            slot = slot + 1 & mask;
        }
        if (count == first.length) {
            first = Arrays.copyOf(first, count * 2);
        }
        first[count] = coordinate;
        slots[slot] = count;
        return count++;
    }

    int count() {
        return count;
    }

    private static int hash(double x, double y) {
        long bits = Double.doubleToLongBits(x + 0.0) * 0x9E3779B97F4A7C15L + Double.doubleToLongBits(y + 0.0);
        bits = (bits ^ bits >>> 32) * 0xD6E8FEB86659FD93L;
        return (int) (bits >>> 32);
    }
}
