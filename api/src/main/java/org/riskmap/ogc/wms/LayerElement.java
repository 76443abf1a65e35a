package org.riskmap.ogc.wms;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.riskmap.catalog.Description;
import org.riskmap.catalog.LayerGroup;
import org.riskmap.catalog.NamedStyle;
import org.riskmap.catalog.PublishedLayer;
import org.riskmap.ogc.Xml;
import org.riskmap.style.Rule;
import org.riskmap.style.ScaleRange;

/** What capabilities say of one layer or group, in the order of the schema (OGC 06-042, E.1). */
final class LayerElement {

    private final CapabilitiesPage page;
    private final CapabilitiesBoxes boxes;
    private final LayerFacts facts;
    private final Xml xml;

    LayerElement(CapabilitiesPage page, CapabilitiesBoxes boxes, LayerFacts facts) {
        this.page = page;
        this.boxes = boxes;
        this.facts = facts;
        this.xml = page.xml();
    }

    /** From the title to the links to metadata. */
    void described(PublishedLayer layer, LayerFacts.Facts known) {
        Description description = layer.description();
        xml.element("Title", page.words(description.title(), description.titles()));
        xml.element("Abstract", page.words(description.abstractText(), description.abstracts()));
        page.keywords(layer.keywords());
        CapabilitiesLayers.declared(layer).ifPresent(crs -> {
            xml.element(page.system(), crs.epsgName());
            if (page.newest()) {
                xml.element("CRS", "CRS:84");
            }
        });
        boxes.write(known.box(), CapabilitiesLayers.declared(layer));
        if (known.time() != null) {
            time(known.time());
        }
        if (description.attribution() != null) {
            attribution(description.attribution());
        }
        for (Description.Authority authority : description.authorities().urls()) {
            xml.start("AuthorityURL", "name", authority.name());
            page.online(authority.url());
            xml.end();
        }
        for (Description.Identifier identifier : description.authorities().identifiers()) {
            xml.element("Identifier", identifier.value(), "authority", identifier.authority());
        }
        description.metadataLinks().forEach(this::metadata);
    }

    private void time(TimeLists.Told told) {
        if (page.newest()) {
            xml.element("Dimension", told.values(), "name", "time", "default", told.standard(), "units", "ISO8601");
        } else {
            xml.empty("Dimension", "name", "time", "units", "ISO8601");
            xml.element("Extent", told.values(), "name", "time", "default", told.standard());
        }
    }

    private void attribution(Description.Attribution attribution) {
        xml.start("Attribution");
        if (attribution.title() != null) {
            xml.element("Title", attribution.title());
        }
        if (attribution.url() != null) {
            page.online(attribution.url());
        }
        Description.Logo logo = attribution.logo();
        if (logo != null) {
            xml.start("LogoURL", "width", "" + logo.width(), "height", "" + logo.height());
            xml.element("Format", logo.format());
            page.online(page.resource(logo.url()));
            xml.end();
        }
        xml.end();
    }

    private void metadata(Description.MetadataLink link) {
        xml.start("MetadataURL", "type", link.type());
        xml.element("Format", link.format());
        page.online(page.resource(link.url()));
        xml.end();
    }

    /** @param styles the default one first */
    void styles(PublishedLayer layer, List<NamedStyle> styles) {
        for (int i = 0; i < styles.size(); i++) {
            NamedStyle style = styles.get(i);
            xml.start("Style")
                    .element("Name", page.name(style))
                    .element("Title", page.words(style.title(), style.style().titles()));
            String words = style.style().abstractText();
            if (words != null) {
                xml.element("Abstract", words);
            }
            LegendSizes.Size size = facts.legend(style, page.catalog().sequence());
            legend(page.name(layer), i == 0 ? null : page.name(style), size);
            xml.end();
        }
        scales(styles.get(0));
    }

    /** A group has one style: that of its members. */
    void groupStyle(LayerGroup group) {
        xml.start("Style");
        xml.element("Name", "default-style-" + page.name(group));
        xml.element("Title", group.name() + " style");
        xml.element("Abstract", "Default style for " + page.name(group) + " layer");
        legend(page.name(group), null, new LegendSizes.Size(LegendRequest.SYMBOL_PX, LegendRequest.SYMBOL_PX));
        xml.end();
    }

    private void legend(String layer, @Nullable String style, LegendSizes.Size size) {
        xml.start("LegendURL", "width", "" + size.width(), "height", "" + size.height());
        xml.element("Format", "image/png");
        page.online(page.serviceUrl() + "service=WMS&version=" + page.version().number()
                + "&request=GetLegendGraphic&format=image%2Fpng&width=20&height=20&layer=" + encoded(layer)
                + (style == null ? "" : "&style=" + encoded(style)));
        xml.end();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The scales at which any rule of the default style draws. */
    private void scales(NamedStyle style) {
        List<ScaleRange> ranges = style.style().featureTypeStyles().stream()
                .flatMap(part -> part.rules().stream())
                .map(Rule::scales)
                .toList();
        double min = ranges.stream().mapToDouble(ScaleRange::min).min().orElse(0);
        double max = ranges.stream().mapToDouble(ScaleRange::max).max().orElse(Double.POSITIVE_INFINITY);
        if (page.newest()) {
            if (min > 0) {
                xml.element("MinScaleDenominator", CapabilitiesPage.number(min));
            }
            if (Double.isFinite(max)) {
                xml.element("MaxScaleDenominator", CapabilitiesPage.number(max));
            }
        } else if (min > 0 || Double.isFinite(max)) {
            double diagonal = 0.00028 * Math.sqrt(2); // a pixel's diagonal in metres, for each unit of the denominator
            String most = Double.isFinite(max) ? CapabilitiesPage.number(max * diagonal) : "Infinity";
            xml.empty("ScaleHint", "min", CapabilitiesPage.number(min * diagonal), "max", most);
        }
    }
}
