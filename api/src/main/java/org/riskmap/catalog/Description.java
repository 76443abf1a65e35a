package org.riskmap.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.Translations;

/**
 * What people read of a layer.
 *
 * @param title the layer's name where the directory says none
 * @param titles the title in other languages
 * @param abstractText null where there is none
 * @param abstracts the abstract in other languages
 * @param keywords in the directory's order
 * @param metadataLinks to descriptions elsewhere
 * @param attribution who made the data; null where it is not said
 * @param authorities who else knows the layer, and by what name
 */
public record Description(
        String title,
        Translations titles,
        @Nullable String abstractText,
        Translations abstracts,
        List<String> keywords,
        List<MetadataLink> metadataLinks,
        @Nullable Attribution attribution,
        Authorities authorities) {

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
     * @param logo null where there is none
     */
    public record Attribution(
            @Nullable String title,
            @Nullable String url,
            @Nullable Logo logo) {}

    /**
     * @param url of the picture
     * @param format media type
     * @param width pixels, 0 where it is not said
     * @param height pixels, 0 where it is not said
     */
    public record Logo(String url, String format, int width, int height) {}

    /**
     * Who else knows the layer (OGC 06-042, 7.2.4.6.12).
     *
     * @param urls where each authority is described
     * @param identifiers names that they have given to the layer
     */
    public record Authorities(List<Authority> urls, List<Identifier> identifiers) {

        public static final Authorities NONE = new Authorities(List.of(), List.of());

        public Authorities {
            urls = List.copyOf(urls);
            identifiers = List.copyOf(identifiers);
        }
    }

    /**
     * @param name by which identifiers refer to it
     * @param url where it is described
     */
    public record Authority(String name, String url) {}

    /**
     * @param authority name of it
     * @param value what it calls the layer
     */
    public record Identifier(String authority, String value) {}
}
