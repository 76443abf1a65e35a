package org.riskmap.ogc.wfs;

import java.util.List;
import java.util.Optional;

/** The versions that are answered. */
enum WfsVersion {
    V1_0_0("1.0.0", "http://www.opengis.net/wfs", "http://www.opengis.net/gml"),
    V1_1_0("1.1.0", "http://www.opengis.net/wfs", "http://www.opengis.net/gml"),
    V2_0_0("2.0.0", "http://www.opengis.net/wfs/2.0", "http://www.opengis.net/gml/3.2");

    private final String number;
    private final String wfsSpace;
    private final String gmlSpace;

    WfsVersion(String number, String wfsSpace, String gmlSpace) {
        this.number = number;
        this.wfsSpace = wfsSpace;
        this.gmlSpace = gmlSpace;
    }

    String number() {
        return number;
    }

    /** XML name space of the service's own elements. */
    String wfsSpace() {
        return wfsSpace;
    }

    /** XML name space of the version's default GML. */
    String gmlSpace() {
        return gmlSpace;
    }

    /** The schema of the service's own elements, below the OGC's folder. */
    String schemaFile() {
        return switch (this) {
            case V2_0_0 -> "wfs/2.0/wfs.xsd";
            case V1_1_0 -> "wfs/1.1.0/wfs.xsd";
            case V1_0_0 -> "wfs/1.0.0/WFS-basic.xsd";
        };
    }

    boolean is2() {
        return this == V2_0_0;
    }

    /** The version of a number; 2.0.2 is answered as 2.0.0, 1.1.x as 1.1.0. */
    static Optional<WfsVersion> of(String number) {
        return switch (number.strip()) {
            case "1.0.0", "1.0" -> Optional.of(V1_0_0);
            case "1.1.0", "1.1", "1.1.3" -> Optional.of(V1_1_0);
            case "2.0.0", "2.0", "2", "2.0.2" -> Optional.of(V2_0_0);
            default -> Optional.empty();
        };
    }

    /** The first of the accepted versions that is answered (OGC 06-121r3, 7.3.2). */
    static WfsVersion negotiated(List<String> accepted) {
        return accepted.stream()
                .map(WfsVersion::of)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new WfsFailure(
                        WfsFailure.Code.VERSION_NEGOTIATION_FAILED,
                        "AcceptVersions",
                        "None of the versions " + accepted + " is supported; ask for 2.0.0, 1.1.0 or 1.0.0"));
    }
}
