package org.riskmap.ogc.api;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Envelope;
import org.riskmap.kernel.InvalidInput;

/**
 * A reference system as OGC API names it (18-058r1): the URI says the axis order, which is the authority's, and longitude
 * first for CRS84.
 */
record NamedCrs(Crs crs, String uri) {

    static final NamedCrs CRS84 = new NamedCrs(Crs.CRS84, "http://www.opengis.net/def/crs/OGC/1.3/CRS84");

    private static final double END_OF_MERCATOR = 85.06;

    static NamedCrs of(Crs crs) {
        Crs written = Crs.byAuthority(crs.code());
        return new NamedCrs(written, "http://www.opengis.net/def/crs/EPSG/0/" + crs.code());
    }

    /** What a layer is stored in. */
    static NamedCrs ofStorage(FeatureLayer layer) {
        return of(layer.nativeCrs());
    }

    /**
     * The systems that a layer's features can be had in: CRS84, its own, the geographic ones, Web Mercator where it can show
     * them, and CGCS2000's 3° zone at the layer's middle with its neighbours, both with the zone's number and without.
     *
     * @param box where the layer lies, degrees
     */
    static List<NamedCrs> of(FeatureLayer layer, Envelope box) {
        Set<Integer> codes = new LinkedHashSet<>();
        codes.add(layer.nativeCrs().code());
        codes.add(layer.declaredCrs().code());
        codes.addAll(List.of(4490, 4326));
        if (box.minY() > -END_OF_MERCATOR && box.maxY() < END_OF_MERCATOR) {
            codes.add(3857);
        }
        int zone = (int) Math.round((box.minX() + box.maxX()) / 6);
        boolean ofCounty = box.width() < 9;
        for (int each = Math.max(25, zone - 1); ofCounty && each <= Math.min(45, zone + 1); each++) {
            codes.add(4513 + each - 25);
            codes.add(4534 + each - 25);
        }
        List<NamedCrs> systems = new ArrayList<>(List.of(CRS84));
        codes.forEach(code -> systems.add(of(Crs.eastFirst(code))));
        return systems;
    }

    /** @throws InvalidInput where the text names none of the systems offered */
    static NamedCrs parse(String input, String text, List<NamedCrs> offered) {
        Crs wanted;
        try {
            wanted = Crs.parse(input, text);
        } catch (InvalidInput unknown) {
            throw notOffered(input, text, offered);
        }
        return offered.stream()
                .filter(each -> each.crs().equals(wanted))
                .findFirst()
                .orElseThrow(() -> notOffered(input, text, offered));
    }

    private static InvalidInput notOffered(String input, String text, List<NamedCrs> offered) {
        return new InvalidInput(
                input,
                "'" + text + "' is not among the collection's systems",
                "say one of "
                        + String.join(", ", offered.stream().map(NamedCrs::uri).toList()));
    }
}
