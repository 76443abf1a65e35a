package org.riskmap.network;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

/**
 * Roads as a directed graph in flat arrays, immutable. Roads are joined where, and only where, they share a vertex (OSM:
 * a bridge does not join what it crosses); an edge runs between two such vertices or ends, and stays on one road.
 *
 * <p>Every edge has two <em>arcs</em>, {@code 2·edge} with its direction and {@code 2·edge + 1} against it. A place on an
 * edge is given in millimetres from its start, along it. Lengths are geodesic.
 */
public final class RoadGraph {

    /** The most nodes a graph may have; a queue's entry holds a node in so many bits. */
    static final int MOST_NODES = 1 << 24;

    private final String[] roadIds;
    private final SegmentIndex segments;
    private final int[] firstSlot;
    private final int[] slotArc;
    private final int[] slotNeighbour;
    private final int[] nodeCoordinate;

    final double[] lon;
    final double[] lat;
    /** At each coordinate, from the start of the line it belongs to; an edge is a range of a line. */
    final int[] alongMm;

    final int[] walkForwardMm;
    final int[] walkBackwardMm;
    final int[] edgeFrom;
    final int[] edgeTo;
    final int[] edgeStart;
    final int[] edgeEnd;
    final int[] edgeRoad;
    final byte[] edgePermissions;
    final float[] edgeDriveKmh;
    final int flatRoads;

    RoadGraph(RoadGraphParts parts) {
        this.roadIds = parts.roadIds;
        this.lon = parts.lon;
        this.lat = parts.lat;
        this.alongMm = parts.alongMm;
        this.walkForwardMm = parts.walkForwardMm;
        this.walkBackwardMm = parts.walkBackwardMm;
        this.edgeFrom = parts.edgeFrom;
        this.edgeTo = parts.edgeTo;
        this.edgeStart = parts.edgeStart;
        this.edgeEnd = parts.edgeEnd;
        this.edgeRoad = parts.edgeRoad;
        this.edgePermissions = parts.edgePermissions;
        this.edgeDriveKmh = parts.edgeDriveKmh;
        this.nodeCoordinate = parts.nodeCoordinate;
        this.flatRoads = parts.flatRoads;
        ForkJoinTask<SegmentIndex> indexed =
                ForkJoinPool.commonPool().submit(() -> new SegmentIndex(lon, lat, edgeStart, edgeEnd));
        this.firstSlot = new int[nodeCount() + 1];
        this.slotArc = new int[2 * edgeCount()];
        this.slotNeighbour = new int[2 * edgeCount()];
        fillSlots();
        this.segments = indexed.join();
    }

    private void fillSlots() {
        for (int edge = 0; edge < edgeCount(); edge++) {
            firstSlot[edgeFrom[edge] + 1]++;
            firstSlot[edgeTo[edge] + 1]++;
        }
        for (int node = 0; node < nodeCount(); node++) {
            firstSlot[node + 1] += firstSlot[node];
        }
        int[] next = Arrays.copyOf(firstSlot, nodeCount());
        for (int arc = 0; arc < slotArc.length; arc++) {
            int slot = next[tail(arc)]++;
            slotArc[slot] = arc;
            slotNeighbour[slot] = head(arc);
        }
    }

    public int nodeCount() {
        return nodeCoordinate.length;
    }

    public int edgeCount() {
        return edgeFrom.length;
    }

    /** The first of a node's slots; those of node {@code n} are {@code firstSlot(n)} to {@code firstSlot(n + 1) − 1}. */
    public int firstSlot(int node) {
        return firstSlot[node];
    }

    /** The arc that leaves the slot's node; {@code arc ^ 1} enters it. */
    public int arcAt(int slot) {
        return slotArc[slot];
    }

    /** The node at the other end of the slot's arc. */
    public int neighbourAt(int slot) {
        return slotNeighbour[slot];
    }

    /** The node where an arc begins. */
    public int tail(int arc) {
        return (arc & 1) == 0 ? edgeFrom[arc >> 1] : edgeTo[arc >> 1];
    }

    /** The node where an arc ends. */
    public int head(int arc) {
        return (arc & 1) == 0 ? edgeTo[arc >> 1] : edgeFrom[arc >> 1];
    }

    /** Degrees. */
    public double nodeLon(int node) {
        return lon[nodeCoordinate[node]];
    }

    /** Degrees. */
    public double nodeLat(int node) {
        return lat[nodeCoordinate[node]];
    }

    /** Geodesic length of an edge in millimetres. */
    public int lengthMm(int edge) {
        return alongMm[edgeEnd[edge]] - alongMm[edgeStart[edge]];
    }

    /** The road an edge belongs to. */
    public String roadId(int edge) {
        return roadIds[edgeRoad[edge]];
    }

    /** Where on its line of the road an edge begins, millimetres. */
    public int startOnRoadMm(int edge) {
        return alongMm[edgeStart[edge]];
    }

    /** The first of an edge's coordinates; they are numbered on to {@link #lastCoordinate}. */
    public int firstCoordinate(int edge) {
        return edgeStart[edge];
    }

    /** The last of an edge's coordinates, included. */
    public int lastCoordinate(int edge) {
        return edgeEnd[edge];
    }

    /** Degrees. */
    public double lonOf(int coordinate) {
        return lon[coordinate];
    }

    /** Degrees. */
    public double latOf(int coordinate) {
        return lat[coordinate];
    }

    /** The place of one of an edge's coordinates on it, millimetres. */
    public int placeOf(int edge, int coordinate) {
        return alongMm[coordinate] - alongMm[edgeStart[edge]];
    }

    /** Longitude of a place on an edge, degrees. */
    public double lonAt(int edge, int placeMm) {
        int from = segmentAt(edge, placeMm);
        return lon[from] + (lon[from + 1] - lon[from]) * shareOf(from, edge, placeMm);
    }

    /** Latitude of a place on an edge, degrees. */
    public double latAt(int edge, int placeMm) {
        int from = segmentAt(edge, placeMm);
        return lat[from] + (lat[from + 1] - lat[from]) * shareOf(from, edge, placeMm);
    }

    /** Roads whose height is not known everywhere; they count as flat there. */
    public int roadsPartlyWithoutHeight() {
        return flatRoads;
    }

    /** What the arrays of the graph take, in bytes, without the index of segments. */
    public long bytes() {
        return 28L * lon.length
                + (walkForwardMm == alongMm ? 0 : 8L * lon.length)
                + 41L * edgeCount()
                + 8L * nodeCount();
    }

    SegmentIndex segments() {
        return segments;
    }

    int roadCount() {
        return roadIds.length;
    }

    String roadIdByNumber(int road) {
        return roadIds[road];
    }

    /** First coordinate of the segment that holds a place on an edge. */
    public int segmentAt(int edge, int placeMm) {
        int at = alongMm[edgeStart[edge]] + placeMm;
        int found = Arrays.binarySearch(alongMm, edgeStart[edge], edgeEnd[edge] + 1, at);
        int from = found >= 0 ? found : -found - 2;
        return Math.max(edgeStart[edge], Math.min(from, edgeEnd[edge] - 1));
    }

    /** The share of the segment from {@code from} that lies before a place on an edge, 0 to 1. */
    double shareOf(int from, int edge, int placeMm) {
        int length = alongMm[from + 1] - alongMm[from];
        return length == 0 ? 0 : (double) (alongMm[edgeStart[edge]] + placeMm - alongMm[from]) / length;
    }
}
