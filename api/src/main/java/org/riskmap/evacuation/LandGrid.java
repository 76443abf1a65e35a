package org.riskmap.evacuation;

import org.riskmap.kernel.Envelope;
import org.riskmap.kernel.Geodesy;

/**
 * A grid of points over land, in degrees, with the metres of a step at every row. Row 0 is the southernmost, column 0 the
 * westernmost; point {@code row · columns + column}.
 */
final class LandGrid {

    private final double west;
    private final double south;
    private final double stepLon;
    private final double stepLat;
    final int columns;
    final int rows;
    private final double[] metresPerLon;
    private final double[] metresPerLat;

    /**
     * @param box that all land lies in; the grid goes two steps further
     * @param stepM distance of neighbouring points, about
     */
    LandGrid(Envelope box, double stepM) {
        double middle = (box.minY() + box.maxY()) / 2;
        this.stepLon = stepM / Geodesy.metresPerDegreeLon(middle);
        this.stepLat = stepM / Geodesy.metresPerDegreeLat(middle);
        this.west = box.minX() - 2 * stepLon;
        this.south = box.minY() - 2 * stepLat;
        this.columns = (int) Math.ceil(box.width() / stepLon) + 5;
        this.rows = (int) Math.ceil(box.height() / stepLat) + 5;
        this.metresPerLon = new double[rows];
        this.metresPerLat = new double[rows];
        for (int row = 0; row < rows; row++) {
            metresPerLon[row] = Geodesy.metresPerDegreeLon(lat(row));
            metresPerLat[row] = Geodesy.metresPerDegreeLat(lat(row));
        }
    }

    int points() {
        return rows * columns;
    }

    /** Longitude of a point. */
    double lonOf(int point) {
        return lon(point % columns);
    }

    /** Latitude of a point. */
    double latOf(int point) {
        return lat(point / columns);
    }

    /** The part of the grid that covers a box. */
    Window window(Envelope box) {
        int westmost = Math.max(0, (int) Math.floor(column(box.minX())) - 1);
        int southmost = Math.max(0, (int) Math.floor(row(box.minY())) - 1);
        int eastmost = Math.min(columns - 1, (int) Math.ceil(column(box.maxX())) + 1);
        int northmost = Math.min(rows - 1, (int) Math.ceil(row(box.maxY())) + 1);
        return new Window(this, westmost, southmost, eastmost - westmost + 1, northmost - southmost + 1);
    }

    /**
     * A rectangle of a grid with points numbered in the same way.
     *
     * @param grid it is part of
     * @param west its first column
     * @param south its first row
     */
    record Window(LandGrid grid, int west, int south, int columns, int rows) {

        int points() {
            return columns * rows;
        }

        double lon(double column) {
            return grid.lon(west + column);
        }

        double lat(double row) {
            return grid.lat(south + row);
        }

        /** The number in the grid of a point of the window. */
        int ofGrid(int point) {
            return (south + point / columns) * grid.columns + west + point % columns;
        }
    }

    double lon(double column) {
        return west + column * stepLon;
    }

    double lat(double row) {
        return south + row * stepLat;
    }

    double column(double lon) {
        return (lon - west) / stepLon;
    }

    double row(double lat) {
        return (lat - south) / stepLat;
    }

    double stepLon() {
        return stepLon;
    }

    /** Metres per degree of longitude near a latitude that the grid covers. */
    double metresPerLon(double lat) {
        return metresPerLon[rowNear(lat)];
    }

    /** Metres per degree of latitude near a latitude that the grid covers. */
    double metresPerLat(double lat) {
        return metresPerLat[rowNear(lat)];
    }

    /** Metres per degree of longitude where there are least. */
    double leastMetresPerLon() {
        return Math.min(metresPerLon[0], metresPerLon[rows - 1]);
    }

    /** Metres per degree of longitude at a row. */
    double metresPerLonInRow(int row) {
        return metresPerLon[row];
    }

    /** Metres per degree of latitude at a row. */
    double metresPerLatInRow(int row) {
        return metresPerLat[row];
    }

    private int rowNear(double lat) {
        return Math.max(0, Math.min(rows - 1, (int) Math.round(row(lat))));
    }
}
