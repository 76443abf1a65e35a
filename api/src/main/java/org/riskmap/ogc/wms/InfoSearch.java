package org.riskmap.ogc.wms;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.riskmap.catalog.Catalog;
import org.riskmap.catalog.CoverageLayer;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.catalog.Workspace;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Envelope;
import org.riskmap.kernel.Feature;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.kernel.Reprojection;
import org.riskmap.layer.FeatureCursor;
import org.riskmap.layer.FeatureQuery;
import org.riskmap.layer.FeatureReader;
import org.riskmap.layer.LayerProperty;
import org.riskmap.layer.LayerSchema;
import org.riskmap.ogc.RasterFiles;
import org.riskmap.ogc.wms.WmsFailure.Code;
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
    List<InfoHits> hits() {
        List<InfoHits> hits = new ArrayList<>();
        int left = request.featureCount();
        for (InfoRequest.Asked asked : request.layers()) {
            if (left <= 0) {
                break;
            }
            InfoHits found = asked.drawn().layer() instanceof FeatureLayer features
                    ? features(asked, features, left)
                    : coverage((CoverageLayer) asked.drawn().layer());
            left -= found.features().size();
            hits.add(found);
        }
        return hits;
    }

    private InfoHits features(InfoRequest.Asked asked, FeatureLayer layer, int most) {
        LayerSchema schema = reader.schema(layer);
        List<String> names = names(asked, layer, schema.names());
        String geometry = schema.geometry()
                .map(LayerProperty::name)
                .filter(names::contains)
                .orElse(null);
        DrawnRules rules = new DrawnRules(asked.drawn().style(), scaleDenominator);
        List<Feature> found = rules.any() ? near(asked.drawn(), layer, rules, most) : List.of();
        return new InfoHits(
                layer.workspace(), namespace(layer.workspace()), layer.name(), layer.title(), names, geometry, found);
    }

    private static List<String> names(InfoRequest.Asked asked, FeatureLayer layer, List<String> all) {
        Set<String> wanted = asked.properties();
        if (wanted == null) {
            return all;
        }
        for (String name : wanted) {
            if (!all.contains(name)) {
                throw new WmsFailure(
                        Code.INVALID_PARAMETER,
                        "propertyname",
                        layer.qualifiedName() + " has no property '" + name + "'; it has " + String.join(", ", all));
            }
        }
        return all.stream().filter(wanted::contains).toList();
    }

    /** Features near the pixel that a rule draws; none where the layer's system cannot show the place. */
    private List<Feature> near(RequestedLayer drawn, FeatureLayer layer, DrawnRules rules, int most) {
        Reprojection toLayer = Reprojection.between(request.frame().crs(), layer.nativeCrs());
        Geometry area;
        SeenDetail detail;
        try {
            area = toLayer.apply(around(rules.reachPx(request.bufferPx())).toGeometry(GEOMETRY));
            detail = SeenDetail.of(toLayer.apply(around(0.5)));
        } catch (InvalidInput outside) {
            return List.of(); // nothing of the layer can lie there
        }
        FeatureQuery query = FeatureQuery.all()
                .withBounds(Envelope.of(area))
                .withFilter(drawn.filter())
                .withResolution(detail.resolution())
                .withTimeout(LONGEST);
        Predicate<Feature> hit = rules.predicate();
        List<Feature> found = new ArrayList<>();
        try (FeatureCursor cursor = reader.read(layer, query)) {
            while (found.size() < most && cursor.next()) {
                Feature feature = cursor.feature();
                if (feature.geometry() != null && feature.geometry().intersects(area) && hit.test(feature)) {
                    found.add(onMap(layer, feature, detail));
                }
            }
        }
        return found;
    }

    private Feature onMap(FeatureLayer layer, Feature feature, SeenDetail detail) {
        Reprojection toMap =
                Reprojection.between(layer.nativeCrs(), request.frame().crs());
        Geometry shown;
        try {
            shown = toMap.apply(detail.rounded(feature.geometry()));
        } catch (InvalidInput outside) {
            shown = null; // it reaches to where the map's system ends; its values are what was asked for
        }
        return new Feature(layer.name() + "." + feature.id(), shown, feature.properties());
    }

    /** Values of the raster's cell below the pixel's upper left corner, which GeoServer takes too. */
    private InfoHits coverage(CoverageLayer layer) {
        List<Feature> found = new ArrayList<>();
        List<String> names = new ArrayList<>();
        rasters.find(layer).ifPresent(file -> {
            Map<String, Object> values = values(file, corner());
            if (!values.isEmpty()) {
                names.addAll(values.keySet());
                found.add(new Feature("", null, values));
            }
        });
        return new InfoHits(
                layer.workspace(), namespace(layer.workspace()), layer.name(), layer.title(), names, null, found);
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

    /** The pixel's upper left corner in the map's system: the place that GeoServer means by a pixel. */
    private double[] corner() {
        MapRequest.Frame frame = request.frame();
        return new double[] {
            frame.envelope().minX() + request.column() * frame.envelope().width() / frame.width(),
            frame.envelope().maxY() - request.row() * frame.envelope().height() / frame.height()
        };
    }

    /** The square around that corner. */
    private Envelope around(double radiusPx) {
        MapRequest.Frame frame = request.frame();
        double[] corner = corner();
        return new Envelope(corner[0], corner[1], corner[0], corner[1])
                .grown(
                        radiusPx * frame.envelope().width() / frame.width(),
                        radiusPx * frame.envelope().height() / frame.height());
    }

    private String namespace(String workspace) {
        return catalog.workspace(workspace).map(Workspace::uri).orElse(workspace);
    }
}
