package org.riskmap.rain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.operation.Audit;
import org.riskmap.postgis.Database;
import org.riskmap.upload.Upload;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Adds and moves gauges. */
@Component
final class Gauges {

    private static final String SOURCE = "edited";
    private static final int LONGEST = 200;

    private final Database database;
    private final Audit audit;

    Gauges(Database database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    private record Gauge(
            String id,
            @Nullable String name,
            @Nullable Double lon,
            @Nullable Double lat,
            @Nullable String kind) {}

    /** Keeps {@code {"gauges":[{"id":"g1","name":"…","lon":120.1,"lat":27.5,"kind":"…"}]}}; a known id is changed. */
    Upload keep(JsonNode body, String who) {
        JsonNode items = body.path("gauges");
        if (!items.isArray()) {
            throw new InvalidInput(
                    "gauges", "it is no list", "send {\"gauges\":[{\"id\":…,\"name\":…,\"lon\":…,\"lat\":…}]}");
        }
        Upload upload = new Upload();
        Map<String, Gauge> gauges = new LinkedHashMap<>();
        List<Long> lines = new ArrayList<>();
        long number = 0;
        for (JsonNode item : items) {
            number++;
            try {
                Gauge gauge = gauge(item);
                if (gauges.putIfAbsent(gauge.id, gauge) != null) {
                    throw new InvalidInput("id", "'" + gauge.id + "' comes twice", "give each gauge once");
                }
                lines.add(number);
            } catch (InvalidInput wrong) {
                upload.reject(number, wrong.getMessage());
            }
        }
        database.inTransaction(client -> {
            for (Gauge gauge : gauges.values()) {
                Boolean inserted = client.sql("""
                                insert into risk.rain_gauge as g (id, name, geom, kind, source)
                                values (:id, :name, st_setsrid(st_makepoint(cast(:lon as double precision),
                                                                            cast(:lat as double precision)), 4490),
                                        :kind, :source)
                                on conflict (id) do update set name = excluded.name, geom = excluded.geom, kind = excluded.kind
                                where (g.name, st_asbinary(g.geom), g.kind)
                                      is distinct from (excluded.name, st_asbinary(excluded.geom), excluded.kind)
                                returning xmax = 0
                                """)
                        .param("id", gauge.id)
                        .param("name", gauge.name)
                        .param("lon", gauge.lon)
                        .param("lat", gauge.lat)
                        .param("kind", gauge.kind)
                        .param("source", SOURCE)
                        .query(Boolean.class)
                        .optional()
                        .orElse(null);
                upload.counted(
                        Boolean.TRUE.equals(inserted) ? 1 : 0,
                        Boolean.FALSE.equals(inserted) ? 1 : 0,
                        inserted == null ? 1 : 0);
            }
            audit.record(who, "rain-gauges", "rain", upload.summary());
            return null;
        });
        return upload;
    }

    private static Gauge gauge(JsonNode json) {
        String id = json.path("id").asString("");
        if (!id.matches("[A-Za-z0-9_.-]{1,64}")) {
            throw new InvalidInput("id", "'" + id + "' is no id", "give 1 to 64 of A-Z a-z 0-9 _ . -");
        }
        Double lon = degrees(json, "lon", 180);
        Double lat = degrees(json, "lat", 90);
        if ((lon == null) != (lat == null)) {
            throw new InvalidInput("lon", "only one of lon and lat is given", "give both, or none");
        }
        return new Gauge(id, text(json, "name"), lon, lat, text(json, "kind"));
    }

    private static @Nullable Double degrees(JsonNode json, String name, double most) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        double degrees = value.isNumber() ? value.doubleValue() : Double.NaN;
        if (!(Math.abs(degrees) <= most)) {
            throw new InvalidInput(name, value + " is no degree", "give longitude and latitude in degrees");
        }
        return degrees;
    }

    private static @Nullable String text(JsonNode json, String name) {
        String text = json.path(name).asString("").strip();
        if (text.length() > LONGEST || text.indexOf('\0') >= 0) {
            throw new InvalidInput(name, "it is too long", "give up to " + LONGEST + " characters");
        }
        return text.isEmpty() ? null : text;
    }
}
