package org.riskmap.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.riskmap.elevation.Heights;
import org.riskmap.kernel.InvalidInput;

/**
 * Roads in, a graph out. The same roads in the same order give the same graph; give them ordered by id.
 *
 * <p>A vertex is a node where a line ends or where two uses of the vertex meet, be it in two lines or in one that crosses
 * itself. Lines without length are left out.
 */
public final class RoadGraphBuilder {

    private final @Nullable Heights heights;
    private final Lines lines = new Lines();
    private final List<String> roadIds = new ArrayList<>();
    private int lineCount;
    private int[] lineRoad = new int[256];
    private byte[] permissions = new byte[256];
    private float[] driveKmh = new float[256];
    private boolean[] raised = new boolean[256];

    /** @param heights of the ground; null where there is no model, and every road is flat */
    public RoadGraphBuilder(@Nullable Heights heights) {
        this.heights = heights;
    }

    /** Adds all lines of a road. */
    public void add(RoadLine road) {
        int number = roadIds.size();
        roadIds.add(road.id());
        if (number == permissions.length) {
            permissions = Arrays.copyOf(permissions, number * 2);
            driveKmh = Arrays.copyOf(driveKmh, number * 2);
            raised = Arrays.copyOf(raised, number * 2);
        }
        permissions[number] = road.permissions();
        driveKmh[number] = (float) road.driveKmh();
        raised[number] = road.raised();
        lines.add(road.lines());
        int linesBefore = lineCount;
        lineCount = lines.count();
        if (lineCount > lineRoad.length) {
            lineRoad = Arrays.copyOf(lineRoad, Math.max(lineCount, lineRoad.length * 2));
        }
        Arrays.fill(lineRoad, linesBefore, lineCount, number);
    }

    /**
     * The graph of the roads that were added.
     *
     * @throws InvalidInput where it has more nodes than a queue can hold
     */
    public RoadGraph build() {
        RoadGraphParts parts = new RoadGraphParts();
        parts.roadIds = roadIds.toArray(String[]::new);
        parts.lon = lines.lon();
        parts.lat = lines.lat();
        int[] start = lines.start();
        int[] end = lines.end();
        measure(parts, start, end);
        int[] nodeAt = Junctions.firstAt(parts.lon, parts.lat, start, end);
        numberAlongCurve(parts, nodeAt);
        cut(parts, start, end, nodeAt);
        return new RoadGraph(parts);
    }

    /** Lengths along each line, on the flat and as felt by walkers. */
    private void measure(RoadGraphParts parts, int[] start, int[] end) {
        int coordinates = parts.lon.length;
        parts.alongMm = new int[coordinates];
        parts.walkForwardMm = heights == null ? parts.alongMm : new int[coordinates];
        parts.walkBackwardMm = heights == null ? parts.alongMm : new int[coordinates];
        boolean[] unknown = new boolean[roadIds.size()];
        Ranges.forEach(start.length, (from, to) -> {
            for (int line = from; line < to; line++) {
                double[] alongM = alongM(parts, start[line], end[line]);
                for (int i = 0; i < alongM.length; i++) {
                    parts.alongMm[start[line] + i] = mm(alongM[i]);
                }
                if (heights != null && slopes(heights, parts, start[line], alongM, raised[lineRoad[line]])) {
                    unknown[lineRoad[line]] = true; // nobody writes anything else
                }
            }
        });
        for (boolean flat : unknown) {
            parts.flatRoads += flat ? 1 : 0;
        }
    }

    private static double[] alongM(RoadGraphParts parts, int first, int last) {
        double[] alongM = new double[last - first + 1];
        for (int i = first; i < last; i++) {
            alongM[i - first + 1] =
                    alongM[i - first] + Lengths.metres(parts.lon[i], parts.lat[i], parts.lon[i + 1], parts.lat[i + 1]);
        }
        return alongM;
    }

    private static boolean slopes(Heights heights, RoadGraphParts parts, int first, double[] alongM, boolean raised) {
        SlopeProfile profile = new SlopeProfile(
                heights,
                new SlopeProfile.Positions() {
                    @Override
                    public double lon(int i) {
                        return parts.lon[first + i];
                    }

                    @Override
                    public double lat(int i) {
                        return parts.lat[first + i];
                    }
                },
                alongM,
                raised);
        for (int i = 0; i < alongM.length; i++) {
            parts.walkForwardMm[first + i] = mm(profile.forwardM(alongM[i]));
            parts.walkBackwardMm[first + i] = mm(profile.backwardM(alongM[i]));
        }
        return profile.partlyUnknown();
    }

    private static int mm(double metres) {
        return Math.toIntExact(Math.round(metres * 1000));
    }

    /** Numbers nodes along a Hilbert curve: turns the first coordinate of a junction, at each coordinate, into its number. */
    private static void numberAlongCurve(RoadGraphParts parts, int[] nodeAt) {
        int[] shared =
                IntStream.range(0, nodeAt.length).filter(i -> nodeAt[i] == i).toArray();
        if (shared.length > RoadGraph.MOST_NODES) {
            throw new InvalidInput(
                    "road",
                    shared.length + " junctions and ends are more than the " + RoadGraph.MOST_NODES
                            + " a network holds",
                    "load fewer roads");
        }
        Extent box = Extent.of(parts.lon, parts.lat);
        int[] places = new int[shared.length];
        Ranges.forEach(places.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                places[i] = Hilbert.place(parts.lon[shared[i]], parts.lat[shared[i]], box);
            }
        });
        int[] order = Hilbert.order(places);
        parts.nodeCoordinate = new int[order.length];
        int[] nodeOfFirst = new int[nodeAt.length];
        Ranges.forEach(order.length, (from, to) -> {
            for (int node = from; node < to; node++) {
                parts.nodeCoordinate[node] = shared[order[node]];
                nodeOfFirst[shared[order[node]]] = node;
            }
        });
        Ranges.forEach(nodeAt.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                nodeAt[i] = nodeAt[i] == Junctions.NONE ? Junctions.NONE : nodeOfFirst[nodeAt[i]];
            }
        });
    }

    private void cut(RoadGraphParts parts, int[] start, int[] end, int[] nodeAt) {
        int[] edgesBefore = new int[Ranges.count(start.length) + 1];
        Ranges.forEach(
                start.length,
                (from, to) -> edgesBefore[(from + Ranges.SIZE) / Ranges.SIZE] = edges(start, end, nodeAt, from, to));
        for (int range = 1; range < edgesBefore.length; range++) {
            edgesBefore[range] += edgesBefore[range - 1];
        }
        int edges = edgesBefore[edgesBefore.length - 1];
        parts.edgeFrom = new int[edges];
        parts.edgeTo = new int[edges];
        parts.edgeStart = new int[edges];
        parts.edgeEnd = new int[edges];
        parts.edgeRoad = new int[edges];
        parts.edgePermissions = new byte[edges];
        parts.edgeDriveKmh = new float[edges];
        Ranges.forEach(start.length, (from, to) -> {
            int edge = edgesBefore[from / Ranges.SIZE];
            for (int line = from; line < to; line++) {
                edge = cut(parts, start[line], end[line], nodeAt, lineRoad[line], edge);
            }
        });
    }

    private static int edges(int[] start, int[] end, int[] nodeAt, int from, int to) {
        int edges = 0;
        for (int line = from; line < to; line++) {
            for (int i = start[line] + 1; i <= end[line]; i++) {
                edges += nodeAt[i] == Junctions.NONE ? 0 : 1;
            }
        }
        return edges;
    }

    /** Cuts one line into edges from number {@code edge} on; gives the next number. */
    private int cut(RoadGraphParts parts, int first, int last, int[] nodeAt, int road, int edge) {
        int next = edge;
        int from = first;
        for (int i = first + 1; i <= last; i++) {
            if (nodeAt[i] != Junctions.NONE) {
                parts.edgeFrom[next] = nodeAt[from];
                parts.edgeTo[next] = nodeAt[i];
                parts.edgeStart[next] = from;
                parts.edgeEnd[next] = i;
                parts.edgeRoad[next] = road;
                parts.edgePermissions[next] = permissions[road];
                parts.edgeDriveKmh[next++] = driveKmh[road];
                from = i;
            }
        }
        return next;
    }
}
