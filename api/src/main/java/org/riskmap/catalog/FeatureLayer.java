package org.riskmap.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Envelope;

/**
 * A table or view of a PostGIS store.
 *
 * @param workspace its workspace's name
 * @param name without the workspace
 * @param description what people read
 * @param source where its rows come from
 * @param extent reference systems and boxes
 * @param publication styles and switches
 * @param time its time dimension; null where it has none
 */
public record FeatureLayer(
        String workspace,
        String name,
        Description description,
        FeatureTable source,
        Extent extent,
        Publication publication,
        @Nullable TimeDimension time)
        implements PublishedLayer {

    public PostgisStore store() {
        return source.store();
    }

    /** Schema of the table, unquoted. */
    public String schema() {
        return source.store().schema();
    }

    /** Name of the table or view, unquoted. */
    public String table() {
        return source.table();
    }

    /** What the coordinates in the table are in. */
    public Crs nativeCrs() {
        return extent.nativeCrs();
    }

    /** What the layer is published in. */
    public Crs declaredCrs() {
        return extent.declaredCrs();
    }

    /** The attributes to publish; empty means all columns. */
    public List<Attribute> attributes() {
        return source.attributes();
    }

    /** ECQL that every row must fulfil, not parsed yet; null where all are published. */
    public @Nullable String cqlFilter() {
        return source.cqlFilter();
    }

    /** Most features that one request gets; 0 means no limit of its own. */
    public int maxFeatures() {
        return source.maxFeatures();
    }

    public NamedStyle defaultStyle() {
        return publication.defaultStyle();
    }

    public List<NamedStyle> otherStyles() {
        return publication.otherStyles();
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
