package org.riskmap.ogc.wms;

import java.util.ArrayList;
import java.util.List;
import org.riskmap.layer.SortKey;
import org.riskmap.ogc.Kvp;
import org.riskmap.ogc.wms.WmsFailure.Code;

/** SORTBY as GeoServer reads it: {@code name,height D} for one layer, {@code (name)(height D)} for one after the other. */
final class SortOrders {

    private SortOrders() {}

    /** For each layer in what order its features are drawn; none means as they come. */
    static List<List<SortKey>> of(Kvp kvp, int layers) {
        List<String> groups = kvp.text("SORTBY").map(Kvp::groups).orElse(List.of());
        if (groups.size() > layers) {
            throw new WmsFailure(
                    Code.INVALID_PARAMETER,
                    "sortby",
                    layers + " layers requested, but found " + groups.size() + " orders in SORTBY");
        }
        List<List<SortKey>> orders = new ArrayList<>();
        for (int i = 0; i < layers; i++) {
            orders.add(i < groups.size() ? keys(groups.get(i)) : List.of());
        }
        return orders;
    }

    private static List<SortKey> keys(String text) {
        List<SortKey> keys = new ArrayList<>();
        for (String key : Kvp.split(text, ',')) {
            String[] parts = key.split("\\s+");
            if (key.isEmpty()) {
                continue;
            }
            if (parts.length > 2 || parts.length == 2 && !parts[1].matches("(?i)A|ASC|D|DESC")) {
                throw new WmsFailure(
                        Code.INVALID_PARAMETER,
                        "sortby",
                        "'" + key + "' is no order; write a property's name, and A or D behind it");
            }
            keys.add(new SortKey(parts[0], parts.length == 1 || parts[1].matches("(?i)A.*")));
        }
        return keys;
    }
}
