package org.riskmap.process;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.riskmap.result.CanonicalJson;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers as JSON, and the links in them. */
final class Json {

    private Json() {}

    static byte[] bytes(Object value) {
        return CanonicalJson.written(value).bytes();
    }

    static ResponseEntity<byte[]> answer(HttpStatus status, String mediaType, byte[] body) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .contentType(MediaType.parseMediaType(mediaType))
                .body(body);
    }

    /** A document that anybody may have. */
    static ResponseEntity<byte[]> document(Object value) {
        return answer(HttpStatus.OK, MediaType.APPLICATION_JSON_VALUE, bytes(value));
    }

    /** A document in one of two languages. */
    static ResponseEntity<byte[]> document(Object value, String language) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(HttpHeaders.CONTENT_LANGUAGE, language)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .contentType(MediaType.APPLICATION_JSON)
                .body(bytes(value));
    }

    static Map<String, @Nullable Object> link(String href, String rel, String type, String title) {
        Map<String, @Nullable Object> link = new LinkedHashMap<>();
        link.put("href", href);
        link.put("rel", rel);
        link.put("type", type);
        link.put("title", title);
        return link;
    }
}
