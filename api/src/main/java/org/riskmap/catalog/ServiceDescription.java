package org.riskmap.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code wms.xml}, {@code wfs.xml} and {@code global.xml} say for the capabilities.
 *
 * @param wms the map service
 * @param wfs the feature service
 * @param contactPerson null where it is not said
 * @param contactOrganization null where it is not said
 * @param mapSystems EPSG codes that the map service lists; empty means a list of its own
 */
public record ServiceDescription(
        Words wms,
        Words wfs,
        @Nullable String contactPerson,
        @Nullable String contactOrganization,
        List<Integer> mapSystems) {

    public ServiceDescription {
        mapSystems = List.copyOf(mapSystems);
    }

    /**
     * @param title empty where there is none
     * @param abstractText empty where there is none
     * @param keywords in the directory's order
     * @param fees {@code none} where nothing is said
     * @param accessConstraints {@code none} where nothing is said
     */
    public record Words(
            String title, String abstractText, List<String> keywords, String fees, String accessConstraints) {

        public Words {
            keywords = List.copyOf(keywords);
        }
    }
}
