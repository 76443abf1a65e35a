package org.riskmap.ogc.wmts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The tile services of one workspace: {@code /geoserver/risk/gwc/service/wmts}. */
@RestController
@ConditionalOnProperty(name = "riskmap.publisher", havingValue = "embedded", matchIfMissing = true)
class VirtualGwcController {

    private final GwcServlet servlet;

    VirtualGwcController(GwcServlet servlet) {
        this.servlet = servlet;
    }

    @GetMapping("/geoserver/{workspace}/gwc/service/**")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        servlet.doGet(request, response);
    }
}
