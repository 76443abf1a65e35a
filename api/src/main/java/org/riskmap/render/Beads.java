package org.riskmap.render;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.LineString;

/** Finds the places of a graphic that is repeated along lines. */
final class Beads {

    private static final double TINY_PIXELS = 1e-3;

    private final double step;
    private final Place place;
    private double next;

    /** What stands at a place. */
    interface Place {
        /** @param angle of the line, radians clockwise from the x axis on the screen */
        void at(double x, double y, double angle);
    }

    /** @param step length of the graphic along the line, pixels, positive */
    Beads(double step, Place place) {
        this.step = step;
        this.place = place;
    }

    /**
     * Strings them along a line.
     *
     * @param pattern lengths of dashes and gaps in turn, pixels; empty where the line is solid
     * @param phase of the pattern at the line's beginning, pixels
     */
    void string(LineString line, float[] pattern, double phase) {
        next = step / 2;
        CoordinateSequence vertices = line.getCoordinateSequence();
        Dashes dashes = pattern.length == 0 ? null : new Dashes(pattern, phase);
        for (int i = 1; i < vertices.size(); i++) {
            Coordinate from = vertices.getCoordinate(i - 1);
            Coordinate to = vertices.getCoordinate(i);
            if (dashes == null) {
                stretch(from, to);
            } else {
                dashed(from, to, dashes);
            }
        }
    }

    private void dashed(Coordinate from, Coordinate to, Dashes dashes) {
        double length = from.distance(to);
        Coordinate at = from;
        double walked = 0;
        while (length - walked > TINY_PIXELS) {
            double piece = Math.min(dashes.left(), length - walked);
            walked += piece;
            double part = Math.min(1, walked / length);
            Coordinate end = new Coordinate(from.x + part * (to.x - from.x), from.y + part * (to.y - from.y));
            if (dashes.drawn()) {
                stretch(at, end);
            } else {
                next = step / 2;
            }
            dashes.walk(piece);
            at = end;
        }
    }

    private void stretch(Coordinate from, Coordinate to) {
        double length = from.distance(to);
        double angle = Math.atan2(to.y - from.y, to.x - from.x);
        while (next < length) {
            place.at(from.x + next * Math.cos(angle), from.y + next * Math.sin(angle), angle);
            next += step;
        }
        next -= length;
    }

    /** Where in a pattern of dashes and gaps one is. */
    private static final class Dashes {
        private final float[] pattern;
        private int index;
        private double left;

        Dashes(float[] pattern, double phase) {
            this.pattern = pattern;
            this.left = pattern[0];
            double sum = 0;
            for (float length : pattern) {
                sum += length;
            }
            double skip = phase - Math.floor(phase / sum) * sum;
            while (skip >= left && skip > 0) {
                skip -= left;
                forward();
            }
            left -= skip;
        }

        double left() {
            return left;
        }

        boolean drawn() {
            return index % 2 == 0;
        }

        void walk(double pixels) {
            left -= pixels;
            if (left < TINY_PIXELS) {
                forward();
            }
        }

        private void forward() {
            index = (index + 1) % pattern.length;
            left = pattern[index];
            if (left <= 0) {
                left = TINY_PIXELS; // an empty dash or gap: the next one follows at once
            }
        }
    }
}
