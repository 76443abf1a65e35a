package org.riskmap.postgis;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** The row a cursor stands on; columns count from 1 as in JDBC. Valid until the cursor moves. */
public interface Row {

    /** A column as Java's type for it (String, Integer, Long, Double, Boolean, OffsetDateTime in UTC, …), or null. */
    @Nullable
    Object value(int column);

    @Nullable
    String text(int column);

    /** The number, or fails where it is null. */
    long integer(int column);

    /** The number, or fails where it is null. */
    double real(int column);

    /** A column selected as {@code ST_AsBinary(…)}, with x east as PostGIS stores it; null where it is null. */
    @Nullable
    Geometry geometry(int column);

    /** The WKB of a column selected as {@code ST_AsBinary(…)}; null where it is null. */
    byte @Nullable [] bytes(int column);
}
