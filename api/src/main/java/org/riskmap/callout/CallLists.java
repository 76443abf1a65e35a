package org.riskmap.callout;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.riskmap.operation.Audit;
import org.riskmap.postgis.Database;
import org.springframework.stereotype.Component;

/** Lists of people to call, each entry with its state. Every reading and every change is audited. */
@Component
final class CallLists {

    /** What can be said of a call. */
    static final Set<String> STATES = Set.of("pending", "called", "confirmed", "not_reached");

    private static final int MOST = 200;

    private final Database database;
    private final Audit audit;

    CallLists(Database database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    /**
     * An entry as it stands.
     *
     * @param state of the call: {@link #STATES}
     */
    record Entry(
            Person person,
            String state,
            String note,
            @Nullable String stateAt,
            @Nullable String stateBy) {}

    /**
     * A list without its people.
     *
     * @param subject id of the warning it is for; empty: an area
     * @param states how many calls are in which state
     */
    record Summary(
            String id, String title, String subject, String createdAt, String createdBy, Map<String, Long> states) {

        Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("id", id);
            json.put("title", title);
            json.put("subject", subject);
            json.put("created_at", createdAt);
            json.put("created_by", createdBy);
            json.put("states", states);
            return json;
        }
    }

    /** Keeps the people as they are now. */
    String make(String title, String subject, List<Person> people, String who) {
        String id = "c-" + UUID.randomUUID().toString().substring(0, 13);
        return database.inTransaction(client -> {
            client.sql("insert into personal.call_list (id, title, subject, created_by) values (?, ?, ?, ?)")
                    .params(id, title, subject, who)
                    .update();
            for (Person person : people) {
                client.sql("""
                                insert into personal.call_entry (list_id, place, person_id, name, phone, role, area)
                                values (?, ?, ?, ?, ?, ?, ?)
                                """)
                        .params(
                                id,
                                person.place(),
                                person.id(),
                                person.name(),
                                person.phone(),
                                person.role(),
                                person.area())
                        .update();
            }
            audit.record(who, "call-list-made", id, people.size() + " persons");
            return id;
        });
    }

    /** The newest first. */
    List<Summary> all() {
        return database
                .client()
                .sql("select id from personal.call_list order by created_at desc, id limit ?")
                .param(MOST)
                .query(String.class)
                .list()
                .stream()
                .flatMap(id -> summary(id).stream())
                .toList();
    }

    Optional<Summary> summary(String id) {
        Map<String, Long> states = new LinkedHashMap<>();
        for (String state : List.of("pending", "called", "confirmed", "not_reached")) {
            states.put(
                    state,
                    database.client()
                            .sql("select count(*) from personal.call_entry where list_id = ? and state = ?")
                            .params(id, state)
                            .query(Long.class)
                            .single());
        }
        return database.client()
                .sql("select id, title, subject, created_at, created_by from personal.call_list where id = ?")
                .param(id)
                .query((row, number) -> new Summary(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant().toString(),
                        row.getString(5),
                        states))
                .optional();
    }

    /**
     * In the order of calling.
     *
     * @param form in which they are read, for the audit: {@code json}, {@code csv}, {@code xlsx}
     */
    List<Entry> entries(String id, String form, String who) {
        return database.inTransaction(client -> {
            List<Entry> entries = client.sql("""
                            select e.place, e.person_id, e.name, e.phone, e.role, r.label_zh, r.label_en, e.area, e.state, e.note,
                                   e.state_at, e.state_by
                            from personal.call_entry e join personal.role r using (role)
                            where e.list_id = ?
                            order by e.place
                            """)
                    .param(id)
                    .query((row, number) -> new Entry(
                            new Person(
                                    row.getInt(1),
                                    row.getString(2),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getString(5),
                                    row.getString(6),
                                    row.getString(7),
                                    row.getString(8)),
                            row.getString(9),
                            row.getString(10),
                            row.getObject(11) == null
                                    ? null
                                    : row.getObject(11, OffsetDateTime.class)
                                            .toInstant()
                                            .toString(),
                            row.getString(12)))
                    .list();
            audit.record(who, "call-list-read", id, form + ", " + entries.size() + " persons");
            return entries;
        });
    }

    /** False where the list has no such place. */
    boolean set(String id, int place, String state, String note, String who) {
        return database.inTransaction(client -> {
            int changed = client.sql("""
                            update personal.call_entry set state = ?, note = ?, state_at = now(), state_by = ?
                            where list_id = ? and place = ?
                            """).params(state, note, who, id, place).update();
            if (changed == 1) {
                audit.record(who, "call-state", id, place + " " + state);
            }
            return changed == 1;
        });
    }
}
