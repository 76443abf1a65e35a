package org.riskmap.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * Labelled cells as polygons with smooth borders that neighbours share vertex by vertex: no gap, no overlap, whatever
 * labels are united afterwards. A border is a line between two labels; borders end where three or more meet.
 */
final class Partition {

    private static final int EAST = 0;
    private static final int NORTH = 1;
    private static final int WEST = 2;
    private static final int SOUTH = 3;
    private static final int[] COL_STEP = {1, 0, -1, 0};
    private static final int[] ROW_STEP = {0, 1, 0, -1};

    /** Labels left and right of a border, and the compass directions in which it leaves its two ends. */
    record Border(int left, int right, int leaves, int arrives) {}

    final List<Border> borders = new ArrayList<>();
    final LineWeb web;

    private final Grid grid;
    private final int[] label;
    private final List<int[]> corners = new ArrayList<>();

    private Partition(Grid grid, int[] label, int smoothing, double toleranceM) {
        this.grid = grid;
        this.label = label;
        byte[] walked = new byte[(grid.cols() + 1) * (grid.rows() + 1)];
        walkAll(walked, true);
        walkAll(walked, false);
        this.web = web();
        web.smooth(smoothing, 0.5);
        web.simplify(toleranceM);
    }

    /**
     * @param label 0 and up, or {@link Labels#NONE}; cleaned with {@link Labels}
     * @param smoothing rounds; more makes rounder borders
     * @param toleranceM vertices that matter less than this are left out
     */
    static Partition of(Grid grid, int[] label, int smoothing, double toleranceM) {
        return new Partition(grid, label, smoothing, toleranceM);
    }

    private void walkAll(byte[] walked, boolean fromNodes) {
        for (int row = 1; row < grid.rows(); row++) {
            for (int col = 1; col < grid.cols(); col++) {
                int open = openDirections(col, row);
                boolean node = Integer.bitCount(open) > 2;
                if (open == 0 || node != fromNodes) {
                    continue;
                }
                for (int d = 0; d < 4; d++) {
                    if ((open >> d & 1) == 1 && (walked[corner(col, row)] >> d & 1) == 0) {
                        walk(col, row, d, walked);
                    }
                }
            }
        }
    }

    private void walk(int startCol, int startRow, int leaves, byte[] walked) {
        int[] line = new int[16];
        int count = 0;
        int col = startCol;
        int row = startRow;
        int d = leaves;
        line[count++] = corner(col, row);
        int left = labelBeside(col, row, d, true);
        int right = labelBeside(col, row, d, false);
        while (true) {
            walked[corner(col, row)] |= (byte) (1 << d);
            col += COL_STEP[d];
            row += ROW_STEP[d];
            walked[corner(col, row)] |= (byte) (1 << (d + 2 & 3));
            if (count == line.length) {
                line = Arrays.copyOf(line, count * 2);
            }
            line[count++] = corner(col, row);
            int open = openDirections(col, row);
            if (Integer.bitCount(open) > 2 || col == startCol && row == startRow) {
                break;
            }
            d = Integer.numberOfTrailingZeros(open & ~(1 << (d + 2 & 3)));
        }
        borders.add(new Border(left, right, leaves, d));
        corners.add(Arrays.copyOf(line, count));
    }

    private int corner(int col, int row) {
        return row * (grid.cols() + 1) + col;
    }

    /** The directions in which a border leaves a corner, as bits. */
    private int openDirections(int col, int row) {
        int sw = label[grid.cell(col - 1, row - 1)];
        int se = label[grid.cell(col, row - 1)];
        int nw = label[grid.cell(col - 1, row)];
        int ne = label[grid.cell(col, row)];
        return (ne != se ? 1 << EAST : 0)
                | (nw != ne ? 1 << NORTH : 0)
                | (nw != sw ? 1 << WEST : 0)
                | (sw != se ? 1 << SOUTH : 0);
    }

    private int labelBeside(int col, int row, int d, boolean left) {
        return switch (d) {
            case EAST -> label[grid.cell(col, left ? row : row - 1)];
            case NORTH -> label[grid.cell(left ? col - 1 : col, row)];
            case WEST -> label[grid.cell(col - 1, left ? row - 1 : row)];
            default -> label[grid.cell(left ? col : col - 1, row - 1)];
        };
    }

    /** Corners renumbered as vertices; the two ends of lines and all between. */
    private LineWeb web() {
        int total = corners.stream().mapToInt(line -> line.length).sum();
        int[] used = new int[total];
        int count = 0;
        for (int[] line : corners) {
            System.arraycopy(line, 0, used, count, line.length);
            count += line.length;
        }
        int[] numbers = Arrays.stream(used).sorted().distinct().toArray();
        double[] x = new double[numbers.length];
        double[] y = new double[numbers.length];
        for (int v = 0; v < numbers.length; v++) {
            x[v] = grid.minX() + numbers[v] % (grid.cols() + 1) * grid.cellM();
            y[v] = grid.minY() + numbers[v] / (grid.cols() + 1) * grid.cellM();
        }
        int[][] lines = new int[corners.size()][];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = Arrays.stream(corners.get(i))
                    .map(c -> Arrays.binarySearch(numbers, c))
                    .toArray();
        }
        return new LineWeb(x, y, lines, new boolean[x.length]);
    }

    /**
     * One multipolygon per group of labels, 0 to {@code groups} - 1.
     *
     * @param groupOf a label's group; asked for {@link Labels#NONE} too, where it must give {@link Labels#NONE}
     */
    List<MultiPolygon> united(int groups, IntUnaryOperator groupOf, GeometryFactory factory) {
        List<List<Side>> sides = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            sides.add(new ArrayList<>());
        }
        for (int i = 0; i < borders.size(); i++) {
            Border border = borders.get(i);
            int left = groupOf.applyAsInt(border.left());
            int right = groupOf.applyAsInt(border.right());
            if (left != right && left != Labels.NONE) {
                sides.get(left).add(side(i, true));
            }
            if (left != right && right != Labels.NONE) {
                sides.get(right).add(side(i, false));
            }
        }
        return sides.stream().map(one -> polygons(one, factory)).toList();
    }

    /** A border walked so that the group lies on the left. */
    private record Side(int[] vertices, int leaves, int arrives) {
        int first() {
            return vertices[0];
        }

        int last() {
            return vertices[vertices.length - 1];
        }
    }

    private Side side(int line, boolean forward) {
        Border border = borders.get(line);
        int[] vertices = web.lines[line];
        if (forward) {
            return new Side(vertices, border.leaves(), border.arrives());
        }
        int[] reversed = new int[vertices.length];
        for (int i = 0; i < vertices.length; i++) {
            reversed[i] = vertices[vertices.length - 1 - i];
        }
        return new Side(reversed, border.arrives() + 2 & 3, border.leaves() + 2 & 3);
    }

    private MultiPolygon polygons(List<Side> sides, GeometryFactory factory) {
        List<LinearRing> shells = new ArrayList<>();
        List<LinearRing> holes = new ArrayList<>();
        boolean[] used = new boolean[sides.size()];
        Integer[] byStart = new Integer[sides.size()];
        Arrays.setAll(byStart, i -> i);
        Arrays.sort(
                byStart,
                (a, b) -> Integer.compare(sides.get(a).first(), sides.get(b).first()));
        for (int i = 0; i < sides.size(); i++) {
            if (!used[i]) {
                LinearRing ring = ring(sides, byStart, i, used, factory);
                (Area.ofRingSigned(ring.getCoordinates()) < 0 ? shells : holes).add(ring);
            }
        }
        return factory.createMultiPolygon(shells.stream()
                .map(shell -> polygon(shell, holes, shells.size() == 1, factory))
                .toArray(Polygon[]::new));
    }

    private LinearRing ring(List<Side> sides, Integer[] byStart, int first, boolean[] used, GeometryFactory factory) {
        List<Coordinate> ring = new ArrayList<>();
        int at = first;
        do {
            used[at] = true;
            Side side = sides.get(at);
            for (int i = 0; i + 1 < side.vertices().length; i++) {
                int v = side.vertices()[i];
                ring.add(new Coordinate(web.x[v], web.y[v]));
            }
            at = next(sides, byStart, side);
        } while (at != first);
        ring.add(ring.get(0).copy());
        return factory.createLinearRing(ring.toArray(Coordinate[]::new));
    }

    /** The sharpest turn to the left, so that patches which touch in a corner become rings of their own. */
    private static int next(List<Side> sides, Integer[] byStart, Side arrived) {
        int low = 0;
        int high = byStart.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sides.get(byStart[middle]).first() < arrived.last()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int best = -1;
        int bestTurn = 4;
        for (int i = low; i < byStart.length && sides.get(byStart[i]).first() == arrived.last(); i++) {
            int turn = arrived.arrives() + 1 - sides.get(byStart[i]).leaves() & 3;
            if (turn < bestTurn) {
                bestTurn = turn;
                best = byStart[i];
            }
        }
        return best;
    }

    private static Polygon polygon(LinearRing shell, List<LinearRing> holes, boolean only, GeometryFactory factory) {
        Polygon filled = factory.createPolygon(shell);
        LinearRing[] own = holes.stream()
                .filter(hole ->
                        only || filled.covers(factory.createPolygon(hole).getInteriorPoint()))
                .toArray(LinearRing[]::new);
        return factory.createPolygon(shell, own);
    }
}
