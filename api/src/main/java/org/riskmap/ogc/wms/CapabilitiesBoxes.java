package org.riskmap.ogc.wms;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Envelope;
import org.riskmap.ogc.LayerBoxes;
import org.riskmap.ogc.Xml;

/** The boxes of a layer: in degrees, in its own system, and in further ones that the directory wants. */
final class CapabilitiesBoxes {

    private static final double SOUTH_POLE = -90;
    private static final double NORTH_POLE = 90;

    private final CapabilitiesPage page;
    private final Set<Integer> further;

    CapabilitiesBoxes(CapabilitiesPage page, Set<Integer> further) {
        this.page = page;
        this.further = further;
    }

    /** @param declared what the layer is published in; empty for the tree's root and for groups */
    void write(Envelope box, Optional<Crs> declared) {
        Xml xml = page.xml();
        Envelope degrees = within(box);
        if (page.newest()) {
            xml.start("EX_GeographicBoundingBox");
            xml.element("westBoundLongitude", CapabilitiesPage.number(degrees.minX()));
            xml.element("eastBoundLongitude", CapabilitiesPage.number(degrees.maxX()));
            xml.element("southBoundLatitude", CapabilitiesPage.number(degrees.minY()));
            xml.element("northBoundLatitude", CapabilitiesPage.number(degrees.maxY()));
            xml.end();
            corners("BoundingBox", "CRS:84", box);
        } else {
            corners("LatLonBoundingBox", null, degrees);
        }
        Set<Integer> codes = new LinkedHashSet<>();
        declared.ifPresent(crs -> codes.add(crs.code()));
        codes.addAll(further);
        codes.forEach(code -> LayerBoxes.to(box, Crs.CRS84, Crs.eastFirst(code)).ifPresent(each -> {
            boolean northFirst = page.newest() && Crs.byAuthority(code).northFirst();
            corners("BoundingBox", "EPSG:" + code, northFirst ? swapped(each) : each);
        }));
    }

    private static Envelope within(Envelope box) {
        return new Envelope(box.minX(), Math.max(box.minY(), SOUTH_POLE), box.maxX(), Math.min(box.maxY(), NORTH_POLE));
    }

    private static Envelope swapped(Envelope box) {
        return new Envelope(box.minY(), box.minX(), box.maxY(), box.maxX());
    }

    private void corners(String element, @Nullable String system, Envelope box) {
        List<@Nullable String> attributes = new ArrayList<>();
        if (system != null) {
            attributes.addAll(List.of(page.system(), system));
        }
        attributes.addAll(List.of("minx", CapabilitiesPage.number(box.minX())));
        attributes.addAll(List.of("miny", CapabilitiesPage.number(box.minY())));
        attributes.addAll(List.of("maxx", CapabilitiesPage.number(box.maxX())));
        attributes.addAll(List.of("maxy", CapabilitiesPage.number(box.maxY())));
        page.xml().empty(element, attributes.toArray(String[]::new));
    }
}
