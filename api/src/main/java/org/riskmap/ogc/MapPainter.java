package org.riskmap.ogc;

import java.awt.image.BufferedImage;
import java.util.List;
import org.geotools.api.filter.Filter;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.catalog.PublishedLayer;
import org.riskmap.kernel.Envelope;
import org.riskmap.style.Style;

/** Draws maps for services that cut them into tiles. Requests are those of GetMap (WMS 1.1.1). */
public interface MapPainter {

    /**
     * What a map would draw, groups replaced by their members, first drawn first. Only LAYERS, STYLES, filters and TIME are
     * looked at.
     *
     * @throws MapRefused where the request cannot be answered
     */
    List<Part> parts(OgcRequest request);

    /**
     * The map.
     *
     * @throws MapRefused where the request cannot be answered
     */
    Painted paint(OgcRequest request);

    /**
     * The map as one vector tile of its frame.
     *
     * @throws MapRefused where the request cannot be answered
     */
    VectorMap vectorTile(OgcRequest request);

    /**
     * A vector tile.
     *
     * @param bytes of the tile
     * @param reads what was read for it
     */
    record VectorMap(byte[] bytes, List<Read> reads) {}

    /**
     * One layer of a map: a feature or coverage layer, never a group.
     *
     * @param filter which features, the layer's time included
     */
    record Part(PublishedLayer layer, Style style, Filter filter) {}

    /**
     * What was read for a map.
     *
     * @param bounds in the layer's native system, east first: features elsewhere cannot have changed the picture
     */
    record Read(FeatureLayer layer, Envelope bounds) {}

    /** A map that was drawn. */
    interface Painted {

        BufferedImage image();

        List<Read> reads();

        /** Media type of what {@link #encode} writes. */
        String contentType();

        /** A part of the picture, or all of it, in the format that the request asked for. */
        byte[] encode(BufferedImage part);
    }
}
