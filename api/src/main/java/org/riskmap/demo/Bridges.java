package org.riskmap.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Where roads cross rivers. */
final class Bridges {

    private static final double LEAST_HALF_LENGTH_M = 14;

    /** Takes the pieces of a road in order. */
    @FunctionalInterface
    interface Pieces {
        void take(double[] xy, boolean bridge);
    }

    /** A bridge between two places of one straight piece, as parts (0 to 1) of its length. */
    private record Span(int piece, double from, double to) implements Comparable<Span> {
        @Override
        public int compareTo(Span other) {
            return piece != other.piece ? Integer.compare(piece, other.piece) : Double.compare(from, other.from);
        }
    }

    private final LineWeb roads;
    private final List<TreeSet<Span>> spans = new ArrayList<>();

    /** @param leastM2 rivers that drain less are crossed by a culvert, which is no bridge */
    Bridges(LineWeb roads, Rivers rivers, double leastM2) {
        this.roads = roads;
        for (int i = 0; i < roads.lines.length; i++) {
            spans.add(new TreeSet<>());
        }
        List<Rivers.River> wide = rivers.rivers.stream()
                .filter(river -> river.drainedM2() > leastM2)
                .toList();
        int shift = roads.x.length;
        double[] x = Arrays.copyOf(roads.x, shift + rivers.web.x.length);
        double[] y = Arrays.copyOf(roads.y, x.length);
        System.arraycopy(rivers.web.x, 0, x, shift, rivers.web.x.length);
        System.arraycopy(rivers.web.y, 0, y, shift, rivers.web.y.length);
        int[][] lines = Arrays.copyOf(roads.lines, roads.lines.length + wide.size());
        for (int i = 0; i < wide.size(); i++) {
            lines[roads.lines.length + i] =
                    Arrays.stream(wide.get(i).vertices()).map(v -> v + shift).toArray();
        }
        new SegmentIndex(x, y, lines).forEachCrossing((line, i, other, j) -> {
            if (line < roads.lines.length && other >= roads.lines.length) {
                span(
                        x,
                        y,
                        lines[line],
                        line,
                        i,
                        lines[other][j],
                        lines[other][j + 1],
                        wide.get(other - roads.lines.length));
            }
        });
    }

    private void span(double[] x, double[] y, int[] road, int line, int i, int c, int d, Rivers.River river) {
        int a = road[i];
        int b = road[i + 1];
        double at = Segments.meeting(x[a], y[a], x[b], y[b], x[c], y[c], x[d], y[d]);
        if (Double.isNaN(at)) {
            return;
        }
        double halfM = LEAST_HALF_LENGTH_M + Math.sqrt(river.drainedM2()) / 500;
        double half = halfM / Segments.length(x[b] - x[a], y[b] - y[a]);
        double from = Math.max(0.08, at - half);
        double to = Math.min(0.92, at + half);
        Span span = new Span(i, from, to);
        boolean overlaps = spans.get(line).stream()
                .anyMatch(known -> known.piece() == i && known.from() <= to && known.to() >= from);
        if (from < to && !overlaps) {
            spans.get(line).add(span);
        }
    }

    /** Gives a road's pieces in order, bridges apart. */
    void split(int line, Pieces pieces) {
        int[] road = roads.lines[line];
        Path path = new Path();
        path.accept(at(road[0]));
        int piece = 0;
        for (Span span : spans.get(line)) {
            while (piece < span.piece()) {
                path.accept(at(road[++piece]));
            }
            path.accept(between(road[piece], road[piece + 1], span.from()));
            pieces.take(path.end(), false);
            path.accept(between(road[piece], road[piece + 1], span.to()));
            pieces.take(path.end(), true);
        }
        while (piece + 1 < road.length) {
            path.accept(at(road[++piece]));
        }
        pieces.take(path.end(), false);
    }

    private double[] at(int vertex) {
        return new double[] {roads.x[vertex], roads.y[vertex]};
    }

    private double[] between(int a, int b, double part) {
        return new double[] {
            roads.x[a] + part * (roads.x[b] - roads.x[a]), roads.y[a] + part * (roads.y[b] - roads.y[a])
        };
    }

    /** Vertices gathered; the last one of a piece is the first of the next. */
    private static final class Path implements Consumer<double[]> {
        private final List<double[]> vertices = new ArrayList<>();

        @Override
        public void accept(double[] vertex) {
            vertices.add(vertex);
        }

        double[] end() {
            double[] xy = vertices.stream().flatMapToDouble(Arrays::stream).toArray();
            double[] last = vertices.get(vertices.size() - 1);
            vertices.clear();
            vertices.add(last);
            return xy;
        }
    }
}
