package org.riskmap.catalog;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.Envelope;

/**
 * A GeoTIFF file.
 *
 * @param workspace its workspace's name
 * @param name without the workspace
 * @param description what people read
 * @param file the GeoTIFF, absolute
 * @param extent reference systems and boxes
 * @param publication styles and switches
 */
public record CoverageLayer(
        String workspace, String name, Description description, Path file, Extent extent, Publication publication)
        implements PublishedLayer {

    public NamedStyle defaultStyle() {
        return publication.defaultStyle();
    }

    @Override
    public boolean advertised() {
        return publication.advertised();
    }

    @Override
    public boolean queryable() {
        return publication.queryable();
    }

    @Override
    public @Nullable Envelope lonLatBox() {
        return extent.lonLatBox();
    }
}
