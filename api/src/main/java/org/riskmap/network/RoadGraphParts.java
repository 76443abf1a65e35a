package org.riskmap.network;

/** The arrays of a graph while it is built; see {@link RoadGraph} for what each holds. */
final class RoadGraphParts {

    String[] roadIds = {};
    double[] lon = {};
    double[] lat = {};
    int[] alongMm = {};
    int[] walkForwardMm = {};
    int[] walkBackwardMm = {};
    int[] nodeCoordinate = {};
    int[] edgeFrom = {};
    int[] edgeTo = {};
    int[] edgeStart = {};
    int[] edgeEnd = {};
    int[] edgeRoad = {};
    byte[] edgePermissions = {};
    float[] edgeDriveKmh = {};
    int flatRoads;
}
