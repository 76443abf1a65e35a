package org.riskmap.ogc.wms;

import java.util.Optional;

/** The versions of WMS that are spoken: OGC 01-068r3 and OGC 06-042. */
enum WmsVersion {
    V1_1_1("1.1.1"),
    V1_3_0("1.3.0");

    private final String number;

    WmsVersion(String number) {
        this.number = number;
    }

    String number() {
        return number;
    }

    /**
     * The version to answer in (OGC 06-042, 6.2.4): the one asked for, else the highest below it, else the lowest; the
     * newest where none is asked for or the text is no version.
     */
    static WmsVersion negotiate(Optional<String> asked) {
        String version = asked.orElse(V1_3_0.number);
        return version.compareTo(V1_3_0.number) >= 0 ? V1_3_0 : V1_1_1;
    }

    /** CRS in 1.3.0, SRS before. */
    String crsParameter() {
        return this == V1_3_0 ? "CRS" : "SRS";
    }
}
