package org.riskmap.exposure;

/**
 * How one hazard and one thing lie to each other.
 *
 * @param hazard number of the hazard in the order of their ids
 * @param edgeM geodesic distance between their points and edges; infinite where it is farther than was asked for
 * @param holds whether a polygon of the hazard holds a place of the thing, its edge included
 * @param held whether the thing is a polygon that holds a place of the hazard, its edge included
 */
record Contact(int hazard, double edgeM, boolean holds, boolean held) {

    /** Distance between the two as areas: 0 where they share a place. */
    double distanceM() {
        return holds || held ? 0 : edgeM;
    }

    /** Distance from the hazard's edge inwards; infinite where the thing is not in the hazard. */
    double depthM() {
        return held ? 0 : holds || edgeM == 0 ? edgeM : Double.POSITIVE_INFINITY;
    }
}
