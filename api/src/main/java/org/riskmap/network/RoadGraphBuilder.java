package org.riskmap.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
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
        Geometry geometry = road.geometry();
        for (int part = 0; part < geometry.getNumGeometries(); part++) {
            if (lines.add(geometry.getGeometryN(part).getCoordinates())) {
                if (lines.count() > lineRoad.length) {
                    lineRoad = Arrays.copyOf(lineRoad, lineRoad.length * 2);
                }
                lineRoad[lines.count() - 1] = number;
            }
        }
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
        int[] nodeAt = nodes(parts, start, end);
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
        for (int line = 0; line < start.length; line++) {
            double[] alongM = alongM(parts, start[line], end[line]);
            for (int i = 0; i < alongM.length; i++) {
                parts.alongMm[start[line] + i] = mm(alongM[i]);
            }
            if (heights != null) {
                unknown[lineRoad[line]] |= slopes(heights, parts, start[line], alongM, raised[lineRoad[line]]);
            }
        }
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

    /** The node at each coordinate, −1 where there is none; nodes are numbered along a Hilbert curve. */
    private static int[] nodes(RoadGraphParts parts, int[] start, int[] end) {
        int coordinates = parts.lon.length;
        int[] vertexAt = new int[coordinates];
        VertexTable vertices = new VertexTable(parts.lon, parts.lat, coordinates);
        for (int i = 0; i < coordinates; i++) {
            vertexAt[i] = vertices.number(i);
        }
        int[] uses = new int[vertices.count()];
        for (int i = 0; i < coordinates; i++) {
            uses[vertexAt[i]]++;
        }
        for (int line = 0; line < start.length; line++) {
            uses[vertexAt[start[line]]] += 2;
            uses[vertexAt[end[line]]] += 2;
        }
        int[] node = numberAlongCurve(parts, vertexAt, uses);
        int[] nodeAt = new int[coordinates];
        for (int i = 0; i < coordinates; i++) {
            nodeAt[i] = node[vertexAt[i]];
        }
        return nodeAt;
    }

    private static int[] numberAlongCurve(RoadGraphParts parts, int[] vertexAt, int[] uses) {
        int[] firstAt = new int[uses.length];
        for (int i = vertexAt.length - 1; i >= 0; i--) {
            firstAt[vertexAt[i]] = i;
        }
        int[] shared = java.util.stream.IntStream.range(0, uses.length)
                .filter(vertex -> uses[vertex] >= 2)
                .map(vertex -> firstAt[vertex])
                .toArray();
        if (shared.length > RoadGraph.MOST_NODES) {
            throw new InvalidInput(
                    "road",
                    shared.length + " junctions and ends are more than the " + RoadGraph.MOST_NODES
                            + " a network holds",
                    "load fewer roads");
        }
        double minX = Arrays.stream(parts.lon).min().orElse(0);
        double minY = Arrays.stream(parts.lat).min().orElse(0);
        double width = Arrays.stream(parts.lon).max().orElse(0) - minX;
        double height = Arrays.stream(parts.lat).max().orElse(0) - minY;
        long[] places = Arrays.stream(shared)
                .mapToLong(i -> Hilbert.place(parts.lon[i], parts.lat[i], minX, minY, width, height))
                .toArray();
        int[] order = Hilbert.order(places);
        parts.nodeCoordinate = new int[order.length];
        int[] node = new int[uses.length];
        Arrays.fill(node, -1);
        for (int i = 0; i < order.length; i++) {
            parts.nodeCoordinate[i] = shared[order[i]];
            node[vertexAt[shared[order[i]]]] = i;
        }
        return node;
    }

    private void cut(RoadGraphParts parts, int[] start, int[] end, int[] nodeAt) {
        int edges = 0;
        for (int line = 0; line < start.length; line++) {
            for (int i = start[line] + 1; i <= end[line]; i++) {
                edges += nodeAt[i] >= 0 ? 1 : 0;
            }
        }
        parts.edgeFrom = new int[edges];
        parts.edgeTo = new int[edges];
        parts.edgeStart = new int[edges];
        parts.edgeEnd = new int[edges];
        parts.edgeRoad = new int[edges];
        parts.edgePermissions = new byte[edges];
        parts.edgeDriveKmh = new float[edges];
        int edge = 0;
        for (int line = 0; line < start.length; line++) {
            int from = start[line];
            for (int i = from + 1; i <= end[line]; i++) {
                if (nodeAt[i] >= 0) {
                    parts.edgeFrom[edge] = nodeAt[from];
                    parts.edgeTo[edge] = nodeAt[i];
                    parts.edgeStart[edge] = from;
                    parts.edgeEnd[edge] = i;
                    parts.edgeRoad[edge] = lineRoad[line];
                    parts.edgePermissions[edge] = permissions[lineRoad[line]];
                    parts.edgeDriveKmh[edge++] = driveKmh[lineRoad[line]];
                    from = i;
                }
            }
        }
    }
}
