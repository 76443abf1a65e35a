package org.riskmap.ogc.wms;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.catalog.LayerGroup;
import org.riskmap.catalog.NamedStyle;
import org.riskmap.catalog.PublishedLayer;
import org.riskmap.kernel.Envelope;
import org.riskmap.ogc.LayerBoxes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.BadSqlGrammarException;

/** What capabilities read from the data of layers: boxes, times, the sizes of legends. Safe for many threads. */
final class LayerFacts {

    private static final Logger LOG = LoggerFactory.getLogger(LayerFacts.class);

    private final LayerBoxes boxes;
    private final TimeLists times;
    private final LegendSizes legends;

    LayerFacts(LayerBoxes boxes, TimeLists times, LegendSizes legends) {
        this.boxes = boxes;
        this.times = times;
        this.legends = legends;
    }

    /**
     * @param box degrees, longitude first
     * @param time null where the layer has no time dimension
     */
    record Facts(Envelope box, TimeLists.@Nullable Told time) {}

    /**
     * Empty where the layer's table is gone, and the catalog has not noticed yet: it looks every few seconds. A group whose
     * members are all gone is told with the box of nothing.
     */
    Optional<Facts> of(PublishedLayer layer) {
        try {
            if (layer instanceof LayerGroup group) {
                return Optional.of(new Facts(box(group), null));
            }
            TimeLists.Told time =
                    layer instanceof FeatureLayer features && features.time() != null ? times.of(features) : null;
            return Optional.of(new Facts(boxes.of(layer), time));
        } catch (IllegalStateException | BadSqlGrammarException gone) {
            LOG.warn("layer {} is left out of the capabilities: {}", layer.qualifiedName(), gone.getMessage());
            return Optional.empty();
        }
    }

    private Envelope box(LayerGroup group) {
        Envelope said = group.lonLatBox();
        return said != null
                ? said
                : group.flat()
                        .flatMap(member -> of(member.layer()).stream())
                        .map(Facts::box)
                        .reduce(Envelope::union)
                        .orElse(LayerBoxes.EMPTY);
    }

    LegendSizes.Size legend(NamedStyle style, long catalogSequence) {
        return legends.of(style, catalogSequence);
    }
}
