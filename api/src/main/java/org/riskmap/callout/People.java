package org.riskmap.callout;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.operation.Audit;
import org.riskmap.postgis.Database;
import org.riskmap.postgis.SqlQuery;
import org.riskmap.upload.CsvTable;
import org.riskmap.upload.Upload;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Responsible people: kept, and found by the land they answer for. No error and no log line names a person or a number. */
@Component
final class People {

    /** Areas that share less than this with the polygon only touch it: borders are shared vertex by vertex. */
    private static final double LEAST_M2 = 1;

    private static final int LONGEST_NAME = 100;
    private static final Set<String> LAYERS =
            Set.of("geohazard_zone", "geohazard_point", "geohazard_line", "hazard_site", "shelter");
    private static final Map<String, String> HEADERS =
            Map.of("编号", "id", "姓名", "name", "电话", "phone", "手机", "phone", "角色", "role", "行政区代码", "admin_code");

    private final Database database;
    private final Audit audit;

    People(Database database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    /** Those who answer for land in a polygon: by role, then the larger area first, then by its code. The reading is audited. */
    List<Person> inside(Geometry polygon, String subject, String who) {
        return database.inTransaction(client -> {
            List<Person> people = client.sql("""
                            select d.id, d.name, d.phone, r.role, r.label_zh, r.label_en, string_agg(distinct d.place, '、')
                            from personal.duty d
                                 join personal.role r using (role)
                                 cross join (select st_setsrid(st_geomfromwkb(?), 4490) as geom) given
                            where st_intersects(d.geom, given.geom)
                              and (st_dimension(d.geom) < 2
                                   or st_area(st_intersection(d.geom, given.geom)::geography) > ?)
                            group by d.id, d.name, d.phone, r.role, r.rank, r.label_zh, r.label_en
                            order by r.rank, min(d.depth), min(d.admin_code) nulls last, d.id
                            """)
                    .params(new WKBWriter().write(polygon), LEAST_M2)
                    .query((row, number) -> new Person(
                            number + 1,
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            row.getString(7)))
                    .list();
            audit.record(who, "persons-read", subject, people.size() + " persons");
            return people;
        });
    }

    /** Reads {@code id,name,phone,role,admin_code,hazard_layer,hazard_id}. */
    Upload csv(String text, String who) {
        CsvTable table = CsvTable.parse(text, HEADERS).with("id", "name", "phone", "role");
        Map<Long, Map<String, @Nullable String>> records = new LinkedHashMap<>();
        table.lines().forEach(line -> records.put(line.line(), new HashMap<>(line.values())));
        return keep(records, who);
    }

    /** Reads {@code {"persons":[{"id":…,"name":…,"phone":…,"role":…,"admin_code":…}]}}. */
    Upload json(JsonNode body, String who) {
        JsonNode items = body.path("persons");
        if (!items.isArray()) {
            throw new InvalidInput(
                    "persons", "it is no list", "send {\"persons\":[{\"id\":…,\"name\":…,\"phone\":…}]}");
        }
        Map<Long, Map<String, @Nullable String>> records = new LinkedHashMap<>();
        long number = 0;
        for (JsonNode item : items) {
            Map<String, @Nullable String> values = new HashMap<>();
            item.properties().forEach(member -> {
                if (member.getValue().isString()) {
                    values.put(member.getKey(), member.getValue().asString());
                }
            });
            records.put(++number, values);
        }
        return keep(records, who);
    }

    private Upload keep(Map<Long, Map<String, @Nullable String>> records, String who) {
        Set<String> roles = new TreeSet<>(
                database.list(SqlQuery.of("select role from personal.role"), row -> String.valueOf(row.text(1))));
        Upload upload = new Upload();
        return database.inTransaction(client -> {
            records.forEach((line, values) -> {
                String wrong = wrong(client, values, roles);
                if (wrong == null) {
                    keep(client, values, upload);
                } else {
                    upload.reject(line, wrong);
                }
            });
            audit.record(who, "persons-kept", "persons", upload.summary());
            return upload;
        });
    }

    /** What is wrong, in words that repeat no personal data; null: nothing. */
    private static @Nullable String wrong(JdbcClient client, Map<String, @Nullable String> values, Set<String> roles) {
        if (!text(values, "id").matches("[A-Za-z0-9_.-]{1,64}")) {
            return "id: it is no id; give 1 to 64 of A-Z a-z 0-9 _ . -";
        }
        String name = text(values, "name");
        if (name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            return "name: it is missing, too long or has control characters; give 1 to " + LONGEST_NAME + " characters";
        }
        if (!text(values, "phone").matches("[+]?[0-9][0-9 -]{2,24}")) {
            return "phone: it is no telephone number; give digits, spaces and hyphens, + in front if international";
        }
        if (!roles.contains(text(values, "role"))) {
            return "role: it is not known; give one of " + String.join(", ", roles);
        }
        String layer = text(values, "hazard_layer");
        String area = text(values, "admin_code");
        if (area.isEmpty() == text(values, "hazard_id").isEmpty()
                || layer.isEmpty() != text(values, "hazard_id").isEmpty()) {
            return "admin_code: the person answers for no area, or two; give admin_code, or hazard_layer and hazard_id";
        }
        if (!layer.isEmpty() && !LAYERS.contains(layer)) {
            return "hazard_layer: it is not known; give one of " + String.join(", ", new TreeSet<>(LAYERS));
        }
        boolean there = (layer.isEmpty()
                                ? client.sql("select count(*) from risk.admin_area where code = ?")
                                        .param(area)
                                : client.sql("select count(*) from risk." + layer + " where id = ?")
                                        .param(text(values, "hazard_id")))
                        .query(Long.class)
                        .single()
                > 0;
        return there ? null : "admin_code: there is no such area or hazard; load it first";
    }

    private static String text(Map<String, @Nullable String> values, String name) {
        String text = values.get(name);
        return text == null ? "" : text.strip();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static void keep(JdbcClient client, Map<String, @Nullable String> values, Upload upload) {
        Boolean inserted = client.sql("""
                        insert into personal.responsible as p (id, name, phone, role, admin_code, hazard_layer, hazard_id)
                        values (:id, :name, :phone, :role, :area, :layer, :hazard)
                        on conflict (id) do update
                        set name = excluded.name, phone = excluded.phone, role = excluded.role, admin_code = excluded.admin_code,
                            hazard_layer = excluded.hazard_layer, hazard_id = excluded.hazard_id, updated_at = now()
                        where (p.name, p.phone, p.role, p.admin_code, p.hazard_layer, p.hazard_id)
                              is distinct from (excluded.name, excluded.phone, excluded.role, excluded.admin_code,
                                                excluded.hazard_layer, excluded.hazard_id)
                        returning xmax = 0
                        """)
                .param("id", text(values, "id"))
                .param("name", text(values, "name"))
                .param("phone", text(values, "phone"))
                .param("role", text(values, "role"))
                .param("area", orNull(text(values, "admin_code")))
                .param("layer", orNull(text(values, "hazard_layer")))
                .param("hazard", orNull(text(values, "hazard_id")))
                .query(Boolean.class)
                .optional()
                .orElse(null);
        upload.counted(
                Boolean.TRUE.equals(inserted) ? 1 : 0,
                Boolean.FALSE.equals(inserted) ? 1 : 0,
                inserted == null ? 1 : 0);
    }
}
