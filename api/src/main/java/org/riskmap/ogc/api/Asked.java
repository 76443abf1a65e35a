package org.riskmap.ogc.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.util.DigestUtils;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * One request with what it sees.
 *
 * @param request read once
 * @param collections of the service that its address means
 * @param descriptions of these
 * @param servlet the request as it came
 * @param response takes the answer
 */
record Asked(
        ApiRequest request,
        Collections collections,
        Descriptions descriptions,
        HttpServletRequest servlet,
        HttpServletResponse response) {

    DescriptionPages pages() {
        return new DescriptionPages(request, collections, descriptions);
    }

    /** Sends a whole answer with a tag of its content, so that who has it already is told so. */
    void send(byte[] body, String mediaType) throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        response.setHeader(HttpHeaders.VARY, "Accept, Accept-Language");
        String tag = "W/\"" + DigestUtils.md5DigestAsHex(body) + "\"";
        if (new ServletWebRequest(servlet, response).checkNotModified(tag)) {
            return;
        }
        response.setContentType(mediaType);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
