package org.riskmap.process;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.node.ObjectNode;

/** The landing page for a person: the links, and the processes with what they are for. */
final class LandingPage {

    private LandingPage() {}

    static String html(List<Map<String, @Nullable Object>> links, Processes processes, String language) {
        StringBuilder page = new StringBuilder();
        page.append("<!DOCTYPE html>\n<html lang=\"").append(language).append("\">\n<head><meta charset=\"utf-8\">");
        page.append("<title>riskmap – OGC API – Processes</title></head>\n<body>\n<h1>riskmap</h1>\n<ul>\n");
        for (Map<String, @Nullable Object> link : links) {
            page.append("<li><a href=\"").append(escaped(link.get("href"))).append("\">");
            page.append(escaped(link.get("title"))).append("</a></li>\n");
        }
        page.append("</ul>\n<dl>\n");
        String base = String.valueOf(links.get(0).get("href"));
        for (Analysis process : processes.all()) {
            ObjectNode summary = process.description().summaryIn(language);
            page.append("<dt><a href=\"")
                    .append(escaped(base + "/processes/" + process.description().id()));
            page.append("\">").append(escaped(summary.get("title").asString())).append("</a></dt>\n<dd>");
            page.append(escaped(summary.get("description").asString())).append("</dd>\n");
        }
        return page.append("</dl>\n</body>\n</html>\n").toString();
    }

    private static String escaped(@Nullable Object text) {
        return HtmlUtils.htmlEscape(String.valueOf(text), "UTF-8");
    }
}
