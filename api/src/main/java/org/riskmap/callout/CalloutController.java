package org.riskmap.callout;

import java.net.URI;
import java.security.Principal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.operation.Problem;
import org.riskmap.warning.WarnedArea;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * People and call lists below {@code /riskmap/persons} and {@code /riskmap/call-lists}: all of it needs the login, nothing may
 * be cached.
 */
@RestController
class CalloutController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int LONGEST = 200;
    private static final int MOST_CODES = 500;

    private final People people;
    private final CallLists lists;
    private final WarnedArea areas;

    CalloutController(People people, CallLists lists, WarnedArea areas) {
        this.people = people;
        this.lists = lists;
        this.areas = areas;
    }

    @PutMapping(path = "/riskmap/persons", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> keep(@RequestBody JsonNode body, Principal user) {
        return secret(people.json(body, user.getName()).json());
    }

    @PutMapping(path = "/riskmap/persons", consumes = "text/csv")
    ResponseEntity<Map<String, Object>> keep(@RequestBody String csv, Principal user) {
        return secret(people.csv(csv, user.getName()).json());
    }

    /** Who answers for land in {@code {"areas":…}}, {@code admin_codes}, {@code catchments} or a {@code warning}. */
    @PostMapping(path = "/riskmap/persons/inside", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, List<Person>>> inside(@RequestBody JsonNode body, Principal user) {
        return secret(Map.of("persons", people.inside(area(body), subject(body), user.getName())));
    }

    /** The same people, kept as a list to call. */
    @PostMapping(path = "/riskmap/call-lists", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> make(@RequestBody JsonNode body, Principal user) {
        String title = text(body, "title");
        Geometry area = area(body);
        List<Person> inside = people.inside(area, subject(body), user.getName());
        String id = lists.make(title.isEmpty() ? "叫应清单" : title, text(body, "warning"), inside, user.getName());
        return ResponseEntity.created(URI.create("/riskmap/call-lists/" + id))
                .cacheControl(CacheControl.noStore())
                .body(lists.summary(id).orElseThrow().json());
    }

    @GetMapping("/riskmap/call-lists")
    ResponseEntity<Map<String, Object>> all() {
        return secret(Map.of(
                "lists", lists.all().stream().map(CallLists.Summary::json).toList()));
    }

    @GetMapping("/riskmap/call-lists/{id:[a-z0-9-]+}")
    ResponseEntity<?> one(@PathVariable String id, Principal user) {
        return lists.summary(id)
                .<ResponseEntity<?>>map(summary -> {
                    Map<String, Object> json = new LinkedHashMap<>(summary.json());
                    json.put(
                            "entries",
                            lists.entries(id, "json", user.getName()).stream()
                                    .map(CalloutController::json)
                                    .toList());
                    return secret(json);
                })
                .orElseGet(() -> unknown(id));
    }

    private static Map<String, @Nullable Object> json(CallLists.Entry entry) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        Person person = entry.person();
        json.put("place", person.place());
        json.put("name", person.name());
        json.put("phone", person.phone());
        json.put("role", person.role());
        json.put("role_zh", person.roleZh());
        json.put("role_en", person.roleEn());
        json.put("area", person.area());
        json.put("state", entry.state());
        json.put("note", entry.note());
        json.put("state_at", entry.stateAt());
        json.put("state_by", entry.stateBy());
        return json;
    }

    @GetMapping("/riskmap/call-lists/{id}.csv")
    ResponseEntity<?> csv(@PathVariable String id, Principal user) {
        return lists.summary(id).isEmpty()
                ? unknown(id)
                : file(id + ".csv", "text/csv; charset=utf-8", CallSheet.csv(lists.entries(id, "csv", user.getName())));
    }

    @GetMapping("/riskmap/call-lists/{id}.xlsx")
    ResponseEntity<?> xlsx(@PathVariable String id, Principal user) {
        return lists.summary(id).isEmpty()
                ? unknown(id)
                : file(id + ".xlsx", XLSX, CallSheet.xlsx(lists.entries(id, "xlsx", user.getName())));
    }

    @PatchMapping(path = "/riskmap/call-lists/{id}/{place}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> set(
            @PathVariable String id, @PathVariable int place, @RequestBody JsonNode body, Principal user) {
        String state = text(body, "state");
        if (!CallLists.STATES.contains(state)) {
            throw new InvalidInput("state", "it is not known", "give one of pending, called, confirmed, not_reached");
        }
        return lists.set(id, place, state, text(body, "note"), user.getName())
                ? secret(Map.of("place", place, "state", state))
                : unknown(id + "/" + place);
    }

    private Geometry area(JsonNode body) {
        List<String> given = List.of("areas", "admin_codes", "catchments", "warning").stream()
                .filter(body::has)
                .toList();
        if (given.size() != 1) {
            throw new InvalidInput(
                    "areas",
                    "there is no area, or more than one",
                    "give one of areas (GeoJSON), admin_codes, catchments, warning");
        }
        return switch (given.get(0)) {
            case "areas" -> areas.ofGeoJson("areas", body.get("areas"));
            case "admin_codes" -> areas.ofCodes("admin_codes", texts(body, "admin_codes"));
            case "catchments" -> areas.ofCatchments("catchments", texts(body, "catchments"));
            default -> areas.ofWarning("warning", text(body, "warning"));
        };
    }

    private static String subject(JsonNode body) {
        return body.has("warning") ? text(body, "warning") : "area";
    }

    private static String text(JsonNode body, String name) {
        String text = body.path(name).asString("").strip();
        if (text.length() > LONGEST || text.indexOf('\0') >= 0) {
            throw new InvalidInput(name, "it is too long", "give up to " + LONGEST + " characters");
        }
        return text;
    }

    private static List<String> texts(JsonNode body, String name) {
        List<String> texts = new ArrayList<>();
        if (!body.path(name).isArray() || body.path(name).size() > MOST_CODES) {
            throw new InvalidInput(name, "it is no list of up to " + MOST_CODES, "give a list");
        }
        body.path(name).forEach(item -> texts.add(item.asString("")));
        return texts;
    }

    private static <T> ResponseEntity<T> secret(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }

    private static ResponseEntity<byte[]> file(String name, String type, byte[] bytes) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CONTENT_TYPE, type)
                .body(bytes);
    }

    private static ResponseEntity<?> unknown(String id) {
        return ResponseEntity.of(Problem.of(HttpStatus.NOT_FOUND, "id", "There is no call list '" + id + "'.")
                        .detail())
                .build();
    }
}
