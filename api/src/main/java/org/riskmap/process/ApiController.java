package org.riskmap.process;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.riskmap.operation.PublicUrl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the service says of itself: landing page, conformance, OpenAPI document, list and descriptions of processes
 * (18-062r2 §7.2–7.10). Titles come in Chinese or English as {@code Accept-Language} prefers, English where it says nothing.
 */
@RestController
class ApiController {

    private static final String JSON = "application/json";
    private static final String OPENAPI = "application/vnd.oai.openapi+json;version=3.0";
    private static final String REL = "http://www.opengis.net/def/rel/ogc/1.0/";
    private static final String CONFORMANCE = "http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/";
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.CHINESE);

    private final Processes processes;
    private final PublicUrl publicUrl;
    private final OpenApi openApi;

    ApiController(Processes processes, PublicUrl publicUrl, OpenApi openApi) {
        this.processes = processes;
        this.publicUrl = publicUrl;
        this.openApi = openApi;
    }

    @GetMapping(path = {"/api", "/api/"})
    ResponseEntity<byte[]> landing(HttpServletRequest http) {
        String base = publicUrl.base(http) + "/api";
        Map<String, @Nullable Object> landing = new LinkedHashMap<>();
        landing.put("title", "riskmap");
        landing.put("description", "Risk analyses for emergency management, as OGC API – Processes 1.0 / 应急管理风险分析服务");
        landing.put("links", landingLinks(base));
        return Json.document(landing);
    }

    /** The same for a person; the JSON stays what a client gets that does not ask for HTML. */
    @GetMapping(
            path = {"/api", "/api/"},
            produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<byte[]> landingPage(HttpServletRequest http) {
        String language = language(http);
        return Json.answer(
                HttpStatus.OK,
                "text/html;charset=UTF-8",
                LandingPage.html(landingLinks(publicUrl.base(http) + "/api"), processes, language)
                        .getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/api/conformance")
    ResponseEntity<byte[]> conformance() {
        List<String> classes = List.of("core", "ogc-process-description", "json", "oas30", "job-list", "dismiss");
        return Json.document(
                Map.of("conformsTo", classes.stream().map(CONFORMANCE::concat).toList()));
    }

    @GetMapping("/api/api")
    ResponseEntity<byte[]> definition(HttpServletRequest http) {
        return Json.answer(
                HttpStatus.OK, OPENAPI, Json.bytes(openApi.document(publicUrl.base(http) + "/api", language(http))));
    }

    @GetMapping("/api/processes")
    ResponseEntity<byte[]> list(@RequestParam(required = false) @Nullable String limit, HttpServletRequest http) {
        String base = publicUrl.base(http) + "/api";
        String language = language(http);
        Map<String, @Nullable Object> list = new LinkedHashMap<>();
        list.put(
                "processes",
                processes.all().stream()
                        .limit(Limit.parse(limit))
                        .map(process -> withLinks(process.description().summaryIn(language), base))
                        .toList());
        list.put("links", List.of(Json.link(base + "/processes", "self", JSON, "Processes")));
        return Json.document(list, language);
    }

    @GetMapping("/api/processes/{id}")
    ResponseEntity<byte[]> description(@PathVariable String id, HttpServletRequest http) {
        String language = language(http);
        ObjectNode description = processes.get(id).description().in(language);
        return Json.document(withLinks(description, publicUrl.base(http) + "/api"), language);
    }

    private static Map<String, Object> withLinks(ObjectNode description, String base) {
        String self = base + "/processes/" + description.get("id").asString();
        Map<String, Object> document = new LinkedHashMap<>();
        description.properties().forEach(member -> document.put(member.getKey(), member.getValue()));
        document.put(
                "links",
                List.of(
                        Json.link(self, "self", JSON, "Description"),
                        Json.link(self + "/execution", REL + "execute", JSON, "Execute (POST)"),
                        Json.link(base + "/processes", "up", JSON, "Processes")));
        return document;
    }

    private static List<Map<String, @Nullable Object>> landingLinks(String base) {
        List<Map<String, @Nullable Object>> links = new ArrayList<>();
        links.add(Json.link(base, "self", JSON, "This document"));
        links.add(Json.link(base, "alternate", "text/html", "This document as HTML"));
        links.add(Json.link(base + "/api", "service-desc", OPENAPI, "OpenAPI definition"));
        links.add(Json.link(base + "/conformance", REL + "conformance", JSON, "Conformance classes"));
        links.add(Json.link(base + "/conformance", "conformance", JSON, "Conformance classes"));
        links.add(Json.link(base + "/processes", REL + "processes", JSON, "Processes"));
        links.add(Json.link(base + "/jobs", REL + "job-list", JSON, "Jobs"));
        return links;
    }

    private static String language(HttpServletRequest http) {
        String header = http.getHeader("Accept-Language");
        if (header == null || header.length() > 200) {
            return "en";
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(header), LANGUAGES);
            return best == null ? "en" : best.getLanguage();
        } catch (IllegalArgumentException unreadable) {
            return "en"; // a preference only: what cannot be read expresses none
        }
    }
}
