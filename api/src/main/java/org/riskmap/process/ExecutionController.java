package org.riskmap.process;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.riskmap.operation.PublicUrl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Executes processes: at once, or as a job where the request prefers that (18-062r2 §7.11). */
@RestController
class ExecutionController {

    private final Processes processes;
    private final DirectRuns direct;
    private final Jobs jobs;
    private final PublicUrl publicUrl;

    ExecutionController(Processes processes, DirectRuns direct, Jobs jobs, PublicUrl publicUrl) {
        this.processes = processes;
        this.direct = direct;
        this.jobs = jobs;
        this.publicUrl = publicUrl;
    }

    @PostMapping("/api/processes/{id}/execution")
    ResponseEntity<byte[]> execute(@PathVariable String id, HttpServletRequest http) throws IOException {
        Analysis process = processes.get(id);
        String body = body(http);
        ExecuteRequest request = ExecuteRequest.parse(body, process.description());
        Analysis.Task task = process.read(request.inputs());
        if (prefersJob(http)) {
            return accepted(jobs.accept(id, body, caller(http).name()), http);
        }
        ExecuteRequest.Answer answer = request.write(direct.answer(process.description(), task));
        return Json.answer(HttpStatus.OK, answer.mediaType(), answer.body().bytes());
    }

    private ResponseEntity<byte[]> accepted(Job job, HttpServletRequest http) {
        String base = publicUrl.base(http);
        return ResponseEntity.status(HttpStatus.CREATED)
                .header(HttpHeaders.LOCATION, base + "/api/jobs/" + job.id())
                .header("Preference-Applied", "respond-async")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Json.bytes(JobDocuments.status(job, base)));
    }

    /** RFC 7240: preferences are separated by commas, also over several headers; parameters follow a semicolon. */
    private static boolean prefersJob(HttpServletRequest http) {
        return Collections.list(http.getHeaders("Prefer")).stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(preference -> preference.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .anyMatch("respond-async"::equals);
    }

    private static String body(HttpServletRequest http) throws IOException {
        @Nullable String declared = http.getContentType();
        if (declared == null || !isJson(declared)) {
            throw new Failure.NotJson(declared == null ? "nothing" : declared);
        }
        byte[] bytes = http.getInputStream().readAllBytes();
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException otherCharset) {
            throw new Failure.MalformedJson("it is not UTF-8");
        }
    }

    private static boolean isJson(String declared) {
        try {
            MediaType type = MediaType.parseMediaType(declared);
            return MediaType.APPLICATION_JSON.equalsTypeAndSubtype(type)
                    && (type.getCharset() == null || StandardCharsets.UTF_8.equals(type.getCharset()));
        } catch (InvalidMediaTypeException unreadable) {
            return false; // answered as 415 with the text as given
        }
    }

    static Jobs.Caller caller(HttpServletRequest http) {
        @Nullable Principal principal = http.getUserPrincipal();
        return new Jobs.Caller(principal == null ? null : principal.getName(), http.isUserInRole("ADMIN"));
    }
}
