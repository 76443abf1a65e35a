package org.riskmap.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people read of a layer.
 *
 * @param title the layer's name where the directory says none
 * @param abstractText null where there is none
 * @param keywords in the directory's order
 * @param metadataLinks to descriptions elsewhere
 * @param attribution who made the data; null where it is not said
 */
public record Description(
        String title,
        @Nullable String abstractText,
        List<String> keywords,
        List<MetadataLink> metadataLinks,
        @Nullable Attribution attribution) {

    public Description {
        keywords = List.copyOf(keywords);
        metadataLinks = List.copyOf(metadataLinks);
    }

    /**
     * @param type as {@code ISO19115:2003}
     * @param format media type
     * @param url where it is
     */
    public record MetadataLink(String type, String format, String url) {}

    /**
     * @param title null where there is none
     * @param url of the provider; null where there is none
     * @param logoUrl null where there is none
     */
    public record Attribution(
            @Nullable String title,
            @Nullable String url,
            @Nullable String logoUrl) {}
}
