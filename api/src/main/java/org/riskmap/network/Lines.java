package org.riskmap.network;

import java.util.Arrays;
import org.locationtech.jts.geom.Coordinate;

/** Lines in flat arrays, growing: positions in degrees, each line a range of them. */
final class Lines {

    private double[] lon = new double[1024];
    private double[] lat = new double[1024];
    private int[] start = new int[256];
    private int[] end = new int[256];
    private int coordinates;
    private int count;

    /**
     * Adds a line, each of its repeated positions once.
     *
     * @return whether two different positions were left; else nothing is added
     */
    boolean add(Coordinate[] line) {
        int from = coordinates;
        for (Coordinate position : line) {
            if (coordinates == from || position.x != lon[coordinates - 1] || position.y != lat[coordinates - 1]) {
                append(position.x, position.y);
            }
        }
        if (coordinates - from < 2) {
            coordinates = from;
            return false;
        }
        if (count == start.length) {
            start = Arrays.copyOf(start, count * 2);
            end = Arrays.copyOf(end, count * 2);
        }
        start[count] = from;
        end[count++] = coordinates - 1;
        return true;
    }

    private void append(double x, double y) {
        if (coordinates == lon.length) {
            lon = Arrays.copyOf(lon, coordinates * 2);
            lat = Arrays.copyOf(lat, coordinates * 2);
        }
        lon[coordinates] = x;
        lat[coordinates++] = y;
    }

    int count() {
        return count;
    }

    int coordinates() {
        return coordinates;
    }

    /** Longitudes of all positions, in an array that fits. */
    double[] lon() {
        return lon = Arrays.copyOf(lon, coordinates);
    }

    /** Latitudes of all positions, in an array that fits. */
    double[] lat() {
        return lat = Arrays.copyOf(lat, coordinates);
    }

    /** First position of each line. */
    int[] start() {
        return start = Arrays.copyOf(start, count);
    }

    /** Last position of each line, included. */
    int[] end() {
        return end = Arrays.copyOf(end, count);
    }
}
