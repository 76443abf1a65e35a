package org.riskmap.network;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.locationtech.jts.geom.Coordinate;

/** Lines in flat arrays, growing: positions in degrees, each line a range of them. */
final class Lines {

    private static final int LINE = 2;
    private static final int MULTI_LINE = 5;
    private static final int WITH_SRID = 0x20000000;

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
            append(from, position.x, position.y);
        }
        return endedHere(from);
    }

    /**
     * Adds the line, or the lines of several, from WKB or PostGIS' EWKB in two dimensions, as {@link #add(Coordinate[])}
     * does; a line of which less than two positions were left is not added.
     *
     * @throws IllegalStateException where it is anything else
     */
    void add(ByteBuffer wkb) {
        ByteBuffer bytes = wkb.duplicate();
        int type = type(bytes);
        if (type == MULTI_LINE) {
            for (int more = bytes.getInt(); more > 0; more--) {
                type = type(bytes);
                addLine(type, bytes);
            }
        } else {
            addLine(type, bytes);
        }
        if (bytes.hasRemaining()) {
            throw new IllegalStateException("there is something after the end of the lines");
        }
    }

    private static int type(ByteBuffer bytes) {
        bytes.order(bytes.get() == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int type = bytes.getInt();
        if ((type & WITH_SRID) != 0) {
            bytes.getInt();
        }
        return type & ~WITH_SRID;
    }

    private void addLine(int type, ByteBuffer bytes) {
        if (type != LINE) {
            throw new IllegalStateException("geometry of type " + type + " where a line in two dimensions was due");
        }
        int from = coordinates;
        for (int more = bytes.getInt(); more > 0; more--) {
            append(from, bytes.getDouble(), bytes.getDouble());
        }
        endedHere(from);
    }

    private boolean endedHere(int from) {
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

    private void append(int from, double x, double y) {
        if (coordinates > from && x == lon[coordinates - 1] && y == lat[coordinates - 1]) {
            return;
        }
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
