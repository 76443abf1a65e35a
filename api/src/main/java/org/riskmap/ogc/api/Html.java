package org.riskmap.ogc.api;

import java.util.Map;
import org.springframework.web.util.HtmlUtils;

/** A page for a person: head, way back, language and other form round a body that is appended. */
final class Html {

    private final ApiRequest request;
    private final StringBuilder to;

    /** @param to where to append */
    Html(ApiRequest request, StringBuilder to) {
        this.request = request;
        this.to = to;
    }

    static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    /** @param way titles and addresses of what lies above, the uppermost first */
    Html begin(String title, Map<String, String> way) {
        Language other = request.language() == Language.ENGLISH ? Language.CHINESE : Language.ENGLISH;
        to.append("<!DOCTYPE html>\n<html lang=\"").append(request.language().code());
        to.append("\">\n<head>\n<meta charset=\"utf-8\">\n");
        to.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
        to.append(escaped(title)).append(" – riskmap</title>\n<link rel=\"stylesheet\" href=\"");
        to.append(escaped(request.geoserver() + ApiRequest.LANDING + "/style.css"))
                .append("\">\n</head>\n<body>\n<header>\n<nav>");
        way.forEach((words, url) -> {
            link(words, url);
            to.append(" / ");
        });
        to.append(escaped(title)).append("</nav>\n<nav>");
        link("JSON", request.as(Representation.JSON));
        to.append(' ');
        link(other == Language.ENGLISH ? "English" : "中文", request.with(Map.of("lang", other.code(), "f", "html")));
        to.append("</nav>\n</header>\n<main>\n<h1>").append(escaped(title)).append("</h1>\n");
        return this;
    }

    /** In the reader's language. */
    String words(String english, String chinese) {
        return request.language().pick(english, chinese);
    }

    Html link(String words, String url) {
        to.append("<a href=\"")
                .append(escaped(url))
                .append("\">")
                .append(escaped(words))
                .append("</a>");
        return this;
    }

    Html text(String text) {
        to.append(escaped(text));
        return this;
    }

    /** Markup of our own, as it is. */
    Html raw(String markup) {
        to.append(markup);
        return this;
    }

    Html element(String name, String text) {
        to.append('<')
                .append(name)
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(name)
                .append(">\n");
        return this;
    }

    void end() {
        to.append("</main>\n</body>\n</html>\n");
    }

    /** An address below the landing page that answers with a page in this language. */
    String page(String path) {
        return request.base() + path + "?f=html&lang=" + request.language().code();
    }
}
