package org.riskmap.demo;

/** What a road is for, most important first. */
enum RoadClass {
    NATIONAL("trunk", "国道", 70),
    PROVINCIAL("secondary", "省道", 60),
    COUNTY("tertiary", "县道", 40),
    TOWNSHIP("unclassified", "乡道", 30),
    VILLAGE("residential", "村道", 20),
    STREET("residential", "街道", 30),
    MAIN_STREET("tertiary", "街道", 40);

    /** OSM's value of {@code highway}. */
    final String highway;
    /** The administration's word. */
    final String kind;
    /** Speed limit, km/h. */
    final int maxspeedKmh;

    RoadClass(String highway, String kind, int maxspeedKmh) {
        this.highway = highway;
        this.kind = kind;
        this.maxspeedKmh = maxspeedKmh;
    }
}
