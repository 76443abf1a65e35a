package org.riskmap.layer;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.riskmap.catalog.Attribute;
import org.riskmap.catalog.Catalog;
import org.riskmap.catalog.Contact;
import org.riskmap.catalog.Description;
import org.riskmap.catalog.Extent;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.catalog.FeatureTable;
import org.riskmap.catalog.NamedStyle;
import org.riskmap.catalog.PostgisStore;
import org.riskmap.catalog.Publication;
import org.riskmap.catalog.PublishedLayer;
import org.riskmap.catalog.ServiceDescription;
import org.riskmap.catalog.Workspace;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Translations;
import org.riskmap.postgis.Database;
import org.riskmap.style.Style;

/** Layers made by hand, as a data directory would describe them. */
public final class Layers {

    private Layers() {}

    /** A table published as it is, in workspace {@code toy}. */
    public static FeatureLayer of(Database database, String schema, String table) {
        return of(database, schema, table, List.of(), null, true, Crs.STORAGE);
    }

    public static FeatureLayer of(
            Database database,
            String schema,
            String table,
            List<Attribute> attributes,
            @Nullable String cqlFilter,
            boolean exposesKey,
            Crs crs) {
        PostgisStore store = new PostgisStore("toy", "store", schema, exposesKey, database);
        NamedStyle style = new NamedStyle(null, "plain", new Style(null, null, Translations.NONE, null, List.of()), "");
        return new FeatureLayer(
                "toy",
                table,
                new Description(
                        table + " title",
                        Translations.NONE,
                        null,
                        Translations.NONE,
                        List.of(),
                        List.of(),
                        null,
                        Description.Authorities.NONE),
                new FeatureTable(store, table, attributes, cqlFilter, 0),
                new Extent(crs, crs, null, null),
                new Publication(style, List.of(), true, true, false),
                null);
    }

    /** A catalog of these layers in workspace {@code toy}, whose name space is {@code http://toy}. */
    public static Catalog catalog(List<? extends PublishedLayer> layers) {
        ServiceDescription.Words words = new ServiceDescription.Words(
                true, "toy", Translations.NONE, "", Translations.NONE, List.of(), "none", "none");
        return new Catalog(
                List.of(new Workspace("toy", "http://toy", false)),
                List.copyOf(layers),
                List.of(),
                List.of(),
                new ServiceDescription(
                        words,
                        words,
                        Contact.NOBODY,
                        new ServiceDescription.MapSettings(List.of(), false, false, 0, 0, 0)),
                Map.of(),
                true,
                List.of(),
                1);
    }
}
