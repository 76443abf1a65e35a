package org.riskmap.catalog;

import java.util.List;
import org.riskmap.kernel.Translations;

/**
 * What {@code wms.xml}, {@code wfs.xml} and {@code global.xml} say of the services as a whole, or those of a workspace and its
 * {@code settings.xml} of the workspace's virtual services.
 *
 * @param wms words of the map service
 * @param wfs words of the feature service
 * @param contact whom to ask
 * @param maps how maps are made
 */
public record ServiceDescription(Words wms, Words wfs, Contact contact, MapSettings maps) {

    /**
     * @param enabled whether the service is offered
     * @param title empty where there is none
     * @param titles the title in other languages
     * @param abstractText empty where there is none
     * @param abstracts the abstract in other languages
     * @param keywords in the directory's order
     * @param fees {@code none} where nothing is said
     * @param accessConstraints {@code none} where nothing is said
     */
    public record Words(
            boolean enabled,
            String title,
            Translations titles,
            String abstractText,
            Translations abstracts,
            List<String> keywords,
            String fees,
            String accessConstraints) {

        public Words {
            keywords = List.copyOf(keywords);
        }
    }

    /**
     * @param systems EPSG codes that the map service lists; empty means a list of the service's own
     * @param boxForEachSystem whether capabilities give each layer's box in each of them
     * @param smoothRasters whether rasters are interpolated where a style does not say
     * @param mostBufferPixels largest search radius of GetFeatureInfo; 0 means no limit of the directory's
     * @param mostMemoryKb largest picture while it is drawn; 0 means no limit of the directory's
     * @param mostSeconds longest time to draw; 0 means no limit of the directory's
     */
    public record MapSettings(
            List<Integer> systems,
            boolean boxForEachSystem,
            boolean smoothRasters,
            int mostBufferPixels,
            long mostMemoryKb,
            int mostSeconds) {

        public MapSettings {
            systems = List.copyOf(systems);
        }
    }
}
