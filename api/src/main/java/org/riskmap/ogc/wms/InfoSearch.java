package org.riskmap.ogc.wms;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.riskmap.catalog.Catalog;
import org.riskmap.catalog.CoverageLayer;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.catalog.Workspace;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Envelope;
import org.riskmap.kernel.Feature;
import org.riskmap.kernel.Reprojection;
import org.riskmap.layer.FeatureCursor;
import org.riskmap.layer.FeatureQuery;
import org.riskmap.layer.FeatureReader;
import org.riskmap.layer.LayerProperty;
import org.riskmap.ogc.RasterFiles;
import org.riskmap.raster.RasterFile;
import org.riskmap.raster.Resampling;

/** Finds what is drawn at a pixel: features whose geometry comes near enough and that a rule of the map's scale draws. */
final class InfoSearch {

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private final Catalog catalog;
    private final FeatureReader reader;
    private final RasterFiles rasters;
    private final InfoRequest request;
    private final double scaleDenominator;

    InfoSearch(
            Catalog catalog, FeatureReader reader, RasterFiles rasters, InfoRequest request, double scaleDenominator) {
        this.catalog = catalog;
        this.reader = reader;
        this.rasters = rasters;
        this.request = request;
        this.scaleDenominator = scaleDenominator;
    }

    /** At most as many features as the request allows over all layers together. */
    List<InfoFormat.Hits> hits() {
        List<InfoFormat.Hits> hits = new ArrayList<>();
        int left = request.featureCount();
        for (RequestedLayer layer : request.layers()) {
            if (left <= 0) {
                break;
            }
            InfoFormat.Hits found = layer.layer() instanceof FeatureLayer features
                    ? features(layer, features, left)
                    : coverage((CoverageLayer) layer.layer());
            left -= found.features().size();
            hits.add(found);
        }
        return hits;
    }

    private InfoFormat.Hits features(RequestedLayer requested, FeatureLayer layer, int most) {
        DrawnRules rules = new DrawnRules(requested.style(), scaleDenominator);
        String geometryName =
                reader.schema(layer).geometry().map(LayerProperty::name).orElse("");
        List<Feature> found = new ArrayList<>();
        if (rules.any()) {
            Envelope pixel = pixel(request.bufferPx() > 0 ? request.bufferPx() : rules.reachPx());
            Reprojection toLayer = Reprojection.between(request.frame().crs(), layer.nativeCrs());
            Geometry area = toLayer.apply(pixel.toGeometry(GEOMETRY));
            FeatureQuery query = FeatureQuery.all()
                    .withBounds(Envelope.of(area))
                    .withFilter(requested.filter())
                    .withTimeout(LONGEST);
            collect(layer, query, area, rules.predicate(), most, found);
        }
        return new InfoFormat.Hits(namespace(layer.workspace()), layer.name(), layer.title(), geometryName, found);
    }

    private void collect(
            FeatureLayer layer,
            FeatureQuery query,
            Geometry area,
            Predicate<Feature> drawn,
            int most,
            List<Feature> found) {
        Reprojection toMap =
                Reprojection.between(layer.nativeCrs(), request.frame().crs());
        try (FeatureCursor cursor = reader.read(layer, query)) {
            while (found.size() < most && cursor.next()) {
                Feature feature = cursor.feature();
                if (feature.geometry() != null && feature.geometry().intersects(area) && drawn.test(feature)) {
                    found.add(new Feature(
                            layer.name() + "." + feature.id(),
                            toMap.apply(feature.geometry()),
                            chosen(feature.properties())));
                }
            }
        }
    }

    private Map<String, Object> chosen(Map<String, Object> properties) {
        Map<String, Object> chosen = new java.util.LinkedHashMap<>(properties);
        if (!request.properties().isEmpty()) {
            chosen.keySet().retainAll(request.properties());
        }
        return chosen;
    }

    private InfoFormat.Hits coverage(CoverageLayer layer) {
        Envelope pixel = pixel(0.5);
        double[] centre = {(pixel.minX() + pixel.maxX()) / 2, (pixel.minY() + pixel.maxY()) / 2};
        List<Feature> found = new ArrayList<>();
        rasters.find(layer).ifPresent(file -> {
            Map<String, Object> values = values(file, centre);
            if (!values.isEmpty()) {
                Point place = GEOMETRY.createPoint();
                found.add(new Feature("", place, values));
            }
        });
        return new InfoFormat.Hits(namespace(layer.workspace()), layer.name(), layer.title(), "", found);
    }

    private Map<String, Object> values(RasterFile file, double[] centre) {
        Crs map = request.frame().crs();
        Reprojection.between(map, file.crs()).apply(centre, 1);
        Map<String, Object> values = new java.util.LinkedHashMap<>();
        for (int band = 0; band < file.bands(); band++) {
            float value = file.sample(band, centre, 1, 0, Resampling.NEAREST)[0];
            if (!Float.isNaN(value)) {
                String name = file.bands() == 1 ? "GRAY_INDEX" : "BAND_" + (band + 1);
                values.put(name, value == Math.rint(value) ? (Object) (long) value : (Object) (double) value);
            }
        }
        return values;
    }

    /** The square around the middle of the pixel, in the map's system. */
    private Envelope pixel(double radiusPx) {
        MapRequest.Frame frame = request.frame();
        double width = frame.envelope().width() / frame.width();
        double height = frame.envelope().height() / frame.height();
        double x = frame.envelope().minX() + (request.column() + 0.5) * width;
        double y = frame.envelope().maxY() - (request.row() + 0.5) * height;
        return new Envelope(x, y, x, y).grown(radiusPx * width, radiusPx * height);
    }

    private String namespace(String workspace) {
        return catalog.workspace(workspace).map(Workspace::uri).orElse(workspace);
    }
}
