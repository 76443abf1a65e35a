package org.riskmap.ogc;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.riskmap.operation.PublicUrl;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /geoserver/schemas/**}: the OGC's and W3C's XML schemas, so that a client without the internet can validate. Their
 * references to each other lead here too.
 */
@RestController
@ConditionalOnProperty(name = "riskmap.publisher", havingValue = "embedded", matchIfMissing = true)
class SchemaController {

    private static final Pattern FILE = Pattern.compile("(/[A-Za-z0-9_-][A-Za-z0-9_.-]*)+\\.(xsd|dtd)");
    private static final Duration HOLDS = Duration.ofDays(1);

    private final PublicUrl publicUrl;

    SchemaController(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    @GetMapping("/geoserver/schemas/{*path}")
    ResponseEntity<String> schema(@PathVariable String path, HttpServletRequest request) throws IOException {
        ClassPathResource file = new ClassPathResource((path.startsWith("/w3c/") ? "" : "ogc") + path);
        if (!FILE.matcher(path).matches() || !file.exists()) {
            return ResponseEntity.notFound().build();
        }
        String here = Schemas.of(publicUrl.base(request) + "/geoserver/").folder();
        String text = file.getContentAsString(StandardCharsets.UTF_8)
                .replace("\"http://schemas.opengis.net/", '"' + here)
                .replace("\"http://www.w3.org/1999/xlink.xsd", '"' + here + "w3c/1999/xlink.xsd")
                .replace("\"http://www.w3.org/2001/xml.xsd", '"' + here + "w3c/2001/xml.xsd");
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(HOLDS).cachePublic())
                .contentType(MediaType.APPLICATION_XML)
                .body(text);
    }
}
