package org.riskmap.ogc.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.geotools.api.filter.Filter;
import org.geotools.factory.CommonFactoryFinder;
import org.jspecify.annotations.Nullable;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.kernel.Feature;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.layer.FeatureCounts;
import org.riskmap.layer.FeatureCursor;
import org.riskmap.layer.FeatureQuery;
import org.riskmap.layer.FeatureReader;
import org.riskmap.layer.LayerProperty;
import org.riskmap.ogc.TextOut;
import org.springframework.dao.DataIntegrityViolationException;

/** Features of a collection: counted, then written one by one while the database gives them. */
final class Items {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Writes a page of features while they are read. */
    interface Writer {

        void begin(Page page);

        void feature(Feature feature);

        void end(Page page);
    }

    /**
     * What is known of a page before its features are read.
     *
     * @param matched features that the request finds
     * @param returned features on this page
     * @param offset features before this page
     */
    record Page(long matched, long returned, long offset) {}

    private final FeatureReader reader;
    private final FeatureCounts counts;
    private final FeatureLayer layer;

    Items(FeatureReader reader, FeatureCounts counts, FeatureLayer layer) {
        this.reader = reader;
        this.counts = counts;
        this.layer = layer;
    }

    /** Answers with a page; an error before the first bytes is thrown, a later one ends the connection. */
    void send(ItemsRequest asked, String mediaType, HttpServletResponse response, TextOut out, Writer writer)
            throws IOException {
        try {
            FeatureQuery query = query(asked);
            long matched = counts.of(layer, query);
            long returned = Math.max(0, Math.min(asked.limit(), matched - asked.offset()));
            Page page = new Page(matched, returned, asked.offset());
            response.setBufferSize(BUFFER_BYTES);
            if (returned == 0) {
                open(asked, mediaType, response);
                writer.begin(page);
            } else {
                each(query.withPage(asked.offset(), returned), () -> open(asked, mediaType, response), page, writer);
            }
            writer.end(page);
            out.finish();
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        } catch (DataIntegrityViolationException notComputable) {
            throw broken(
                    response,
                    new InvalidInput(
                            "filter",
                            "it cannot be computed on these data",
                            "compare with values of the columns' size"));
        } catch (RuntimeException failed) {
            throw broken(response, failed);
        }
    }

    /** Nobody shall take a part for the whole. */
    private static RuntimeException broken(HttpServletResponse response, RuntimeException failed) throws IOException {
        if (response.isCommitted()) {
            throw new IOException("the answer broke off", failed);
        }
        response.resetBuffer();
        return failed;
    }

    private void each(FeatureQuery query, Runnable open, Page page, Writer writer) {
        try (FeatureCursor cursor = reader.read(layer, query)) {
            open.run();
            writer.begin(page);
            while (cursor.next()) {
                writer.feature(cursor.feature());
            }
        }
    }

    private static void open(ItemsRequest asked, String mediaType, HttpServletResponse response) {
        response.setContentType(mediaType);
        response.setHeader("Content-Crs", "<" + asked.crs().uri() + ">");
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("Vary", "Accept, Accept-Language");
    }

    private FeatureQuery query(ItemsRequest asked) {
        return FeatureQuery.all()
                .withFilter(asked.filter())
                .withProperties(
                        asked.properties().stream().map(LayerProperty::name).toList())
                .withSort(asked.sort())
                .withTimeout(PATIENCE);
    }

    /** The feature of an id, {@code 17} or {@code shelter.17}; null where there is none. */
    @Nullable
    Feature find(String id) {
        if (id.indexOf('\0') >= 0) {
            return null;
        }
        var factory = CommonFactoryFinder.getFilterFactory();
        Filter filter = factory.id(Set.of(factory.featureId(id)));
        try (FeatureCursor cursor = reader.read(layer, FeatureQuery.all().withFilter(filter))) {
            return cursor.next() ? cursor.feature() : null;
        }
    }

    /** Next and previous page, as far as there are. */
    static List<Link> neighbours(ApiRequest request, ItemsRequest asked, Page page) {
        List<Link> links = new ArrayList<>();
        String type = request.representation() == Representation.HTML ? Link.HTML : Link.GEOJSON;
        long end = page.offset() + page.returned();
        if (page.returned() > 0 && end < page.matched()) {
            links.add(new Link(at(request, end), "next", type, "Next page"));
        }
        if (page.offset() > 0) {
            links.add(new Link(at(request, Math.max(0, page.offset() - asked.limit())), "prev", type, "Previous page"));
        }
        return links;
    }

    private static String at(ApiRequest request, long offset) {
        Map<String, @Nullable String> changes = new LinkedHashMap<>();
        changes.put("startIndex", null);
        changes.put("offset", Long.toString(offset));
        changes.put("f", request.representation() == Representation.HTML ? "html" : "json");
        return request.with(changes);
    }
}
