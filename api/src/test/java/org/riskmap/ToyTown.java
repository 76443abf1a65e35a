package org.riskmap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.riskmap.postgis.Database;

/** The hand-drawn town of {@code src/test/resources/toytown}, see its README for the drawing and the answers. */
public final class ToyTown {

    private static final double LON = 119.7;
    private static final double LAT = 27.6;

    private ToyTown() {}

    /** Fills an empty schema. */
    public static void load(Database database) {
        try (InputStream sql = ToyTown.class.getResourceAsStream("/toytown/toytown.sql")) {
            String text = new String(sql.readAllBytes(), StandardCharsets.UTF_8);
            for (String statement : text.split(";\n")) {
                if (!statement.isBlank()) {
                    database.client().sql(statement).update();
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Longitude of a position in metres east and north of the town's origin; good to a millimetre within 2 km. */
    public static double lon(double eastM, double northM) {
        return LON + eastM / perLon(lat(northM));
    }

    /** Latitude of the same; M(27.6°) = 6349134.43 m. */
    public static double lat(double northM) {
        double lat = LAT;
        for (int i = 0; i < 20; i++) {
            lat += northM / 20 / perLat(lat + northM / 40 / 110_800);
        }
        return lat;
    }

    private static double perLat(double lat) {
        double sin = Math.sin(Math.toRadians(lat));
        return Math.toRadians(6378137.0 * (1 - E2) / Math.pow(1 - E2 * sin * sin, 1.5));
    }

    private static double perLon(double lat) {
        double sin = Math.sin(Math.toRadians(lat));
        return Math.toRadians(6378137.0 * Math.cos(Math.toRadians(lat)) / Math.sqrt(1 - E2 * sin * sin));
    }

    private static final double E2 = 0.006694380022900787;
}
