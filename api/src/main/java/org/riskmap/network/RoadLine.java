package org.riskmap.network;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * One row of {@code risk.road} as the graph needs it.
 *
 * @param id of the road
 * @param roadClass OSM highway value; null where the source does not say
 * @param oneway {@code yes}, {@code no} or {@code reverse}; null where the source does not say
 * @param maxspeedKmh by sign; null where there is none
 * @param junction OSM junction; a roundabout is one-way without saying so
 * @param access OSM access; {@code no} and {@code private} close the road
 * @param raised whether it is a bridge or a tunnel, whose height is not the ground's
 * @param lines line or lines in WKB or EWKB, longitude and latitude in degrees
 */
public record RoadLine(
        String id,
        @Nullable String roadClass,
        @Nullable String oneway,
        @Nullable Double maxspeedKmh,
        @Nullable String junction,
        @Nullable String access,
        boolean raised,
        ByteBuffer lines) {

    static final byte WALK_FORWARD = 1;
    static final byte WALK_BACKWARD = 2;
    static final byte DRIVE_FORWARD = 4;
    static final byte DRIVE_BACKWARD = 8;

    /** Who may use it in which direction: the bits above. */
    byte permissions() {
        if ("no".equals(access) || "private".equals(access)) {
            return 0;
        }
        RoadClass kind = RoadClass.of(roadClass);
        int bits = kind.walk() ? WALK_FORWARD | WALK_BACKWARD : 0;
        if (kind.drive()) {
            bits |= "reverse".equals(oneway) ? 0 : DRIVE_FORWARD;
            bits |= onewayForward() ? 0 : DRIVE_BACKWARD;
        }
        return (byte) bits;
    }

    /** The speed of a car in km/h, greater than 0 where cars may use the road. */
    double driveKmh() {
        return maxspeedKmh == null ? RoadClass.of(roadClass).driveKmh() : maxspeedKmh;
    }

    private boolean onewayForward() {
        if (oneway != null) {
            return oneway.equals("yes");
        }
        return "roundabout".equals(junction) || "circular".equals(junction) || "motorway".equals(roadClass);
    }
}
