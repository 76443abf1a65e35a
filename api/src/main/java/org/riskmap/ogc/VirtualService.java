package org.riskmap.ogc;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.riskmap.catalog.Catalog;
import org.riskmap.catalog.LayerGroup;
import org.riskmap.catalog.PublishedLayer;

/**
 * The part of the catalog that an address means, as GeoServer's virtual services do: {@code /geoserver/wms} everything,
 * {@code /geoserver/risk/wms} a workspace, {@code /geoserver/risk/shelter/wms} one layer or group of it, {@code
 * /geoserver/all/wms} a group that belongs to no workspace.
 *
 * @param workspace null for everything and for a group of no workspace
 * @param layer the only one that is seen; null for all
 */
public record VirtualService(
        @Nullable String workspace, @Nullable String layer) {

    /** What an address means that names nothing that is published. */
    public static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unknown(String message) {
            super(message);
        }
    }

    /**
     * The service of an address.
     *
     * @param first part of the path; null where it names neither workspace nor group
     * @param second part of the path; null where there is none
     * @throws Unknown where there is no such workspace, group or layer, or only workspaces' services are offered
     */
    public static VirtualService of(Catalog catalog, @Nullable String first, @Nullable String second) {
        if (first == null) {
            if (!catalog.global()) {
                throw new Unknown("Services are offered for each workspace only; name one in the address");
            }
            return new VirtualService(null, null);
        }
        if (catalog.workspace(first).isPresent()) {
            if (second != null && catalog.find(second, first).isEmpty()) {
                throw new Unknown("There is no layer '" + second + "' in workspace '" + first + "'");
            }
            return new VirtualService(first, second);
        }
        Optional<PublishedLayer> group =
                catalog.find(first, null).filter(found -> found instanceof LayerGroup && found.workspace() == null);
        if (second == null && group.isPresent()) {
            return new VirtualService(null, first);
        }
        throw new Unknown("There is no workspace '" + first + "'");
    }
}
