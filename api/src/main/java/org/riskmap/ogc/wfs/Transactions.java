package org.riskmap.ogc.wfs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.expression.Expression;
import org.jspecify.annotations.Nullable;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.filter.Filters;
import org.riskmap.filter.SrsName;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Feature;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.kernel.XmlElement;
import org.riskmap.layer.Edit;
import org.riskmap.layer.FeatureReader;
import org.riskmap.layer.FeatureWriter;
import org.riskmap.layer.LayerProperty;
import org.riskmap.layer.LayerSchema;
import org.riskmap.ogc.Xml;
import org.riskmap.ogc.wfs.WfsRequest.Action;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Transactions: actions to edits of layers, which are done together or not at all. */
final class Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);
    private static final String GML = "http://www.opengis.net/gml";

    private final FeatureReader reader;
    private final FeatureWriter writer;
    private final FeatureTypes types;

    Transactions(FeatureReader reader, FeatureWriter writer, FeatureTypes types) {
        this.reader = reader;
        this.writer = writer;
        this.types = types;
    }

    /** What each action did, in the order of the actions. */
    List<FeatureWriter.Done> run(WfsRequest.Transaction request) {
        List<Edit> edits = new ArrayList<>();
        for (Action action : request.actions()) {
            try {
                edits.add(edit(action, request.version()));
            } catch (InvalidInput wrong) {
                throw refused(wrong);
            }
        }
        try {
            List<FeatureWriter.Done> done = writer.apply(edits);
            done.forEach(each -> LOG.info(
                    "{} {}: {} features",
                    each.edit().getClass().getSimpleName(),
                    each.edit().layer().qualifiedName(),
                    each.ids().size()));
            return done;
        } catch (InvalidInput wrong) {
            throw refused(wrong);
        }
    }

    private static WfsFailure refused(InvalidInput wrong) {
        boolean filter = wrong.input().equals("filter");
        return new WfsFailure(
                filter ? WfsFailure.Code.INVALID_PARAMETER_VALUE : WfsFailure.Code.INVALID_VALUE,
                wrong.input(),
                wrong.getMessage());
    }

    private Edit edit(Action action, WfsVersion version) {
        if (action instanceof Action.Insert insert) {
            FeatureLayer layer = layer(insert.feature());
            Map<String, @Nullable Object> values = values(layer, insert.feature(), version);
            if (insert.keepsId()) {
                insert.feature()
                        .attribute("id")
                        .or(() -> insert.feature().attribute("fid"))
                        .ifPresent(id -> values.put(
                                writer.key(layer),
                                id.startsWith(layer.name() + ".")
                                        ? id.substring(layer.name().length() + 1)
                                        : id));
            }
            return new Edit.Insert(layer, values);
        }
        if (action instanceof Action.Update update) {
            FeatureLayer layer = types.find(update.type());
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            update.values().forEach((name, value) -> {
                LayerProperty property = property(layer, name);
                values.put(property.name(), value(layer, property, value, update.srsName(), version));
            });
            return new Edit.Update(layer, values, placed(layer, update.filter(), version));
        }
        if (action instanceof Action.Replace replace) {
            FeatureLayer layer = layer(replace.feature());
            return new Edit.Replace(
                    layer, values(layer, replace.feature(), version), placed(layer, replace.filter(), version));
        }
        Action.Delete delete = (Action.Delete) action;
        FeatureLayer layer = types.find(delete.type());
        return new Edit.Delete(layer, placed(layer, delete.filter(), version));
    }

    private FeatureLayer layer(XmlElement feature) {
        String space = feature.dom().getNamespaceURI();
        String name = feature.name();
        try {
            return types.find(
                    space == null
                            ? new WfsRequest.TypeName(name, Map.of())
                            : new WfsRequest.TypeName("ns:" + name, Map.of("ns", space)));
        } catch (WfsFailure unknown) {
            throw new WfsFailure(
                    WfsFailure.Code.INVALID_VALUE,
                    name,
                    "There is no feature type " + name + " in name space " + space);
        }
    }

    private Map<String, @Nullable Object> values(FeatureLayer layer, XmlElement feature, WfsVersion version) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (XmlElement child : feature.children()) {
            String space = child.dom().getNamespaceURI();
            if (space != null && space.startsWith(GML)) {
                continue; // boundedBy and the names that every feature of GML may have
            }
            LayerProperty property = property(layer, child.name());
            values.put(property.name(), value(layer, property, child, null, version));
        }
        return values;
    }

    private LayerProperty property(FeatureLayer layer, String reference) {
        LayerSchema schema = reader.schema(layer);
        String name = KvpQueries.plain(reference);
        return schema.property(name)
                .or(() -> schema.properties().stream()
                        .filter(each -> Xml.name(each.name()).equals(name))
                        .findFirst())
                .orElseThrow(() -> new WfsFailure(
                        WfsFailure.Code.INVALID_VALUE,
                        name,
                        layer.qualifiedName() + " has no property '" + name + "'; its properties are "
                                + schema.names()));
    }

    private static @Nullable Object value(
            FeatureLayer layer,
            LayerProperty property,
            @Nullable XmlElement element,
            @Nullable String srsName,
            WfsVersion version) {
        if (element == null || element.attribute("nil").orElse("").equals("true")) {
            return null;
        }
        List<XmlElement> inside = element.children();
        if (!property.isGeometry()) {
            if (!inside.isEmpty()) {
                throw new InvalidInput(property.name(), "it holds elements", "give plain text");
            }
            return element.dom().getTextContent();
        }
        if (inside.isEmpty()) {
            return null;
        }
        Expression geometry =
                Filters.xmlExpression(property.name(), inside.get(0).dom());
        Crs assumed = srsName == null ? Queries.assumed(layer, version) : SrsName.parse("srsName", srsName);
        Expression placed = Filters.placed(property.name(), geometry, assumed, layer.nativeCrs());
        return Filters.value(placed).apply(new Feature("", null, Map.of()));
    }

    private Filter placed(FeatureLayer layer, Filter filter, WfsVersion version) {
        LayerSchema schema = reader.schema(layer);
        Filters.check("filter", filter, schema.names());
        Filters.checkPlaces("filter", filter, schema.geometries());
        return Filters.placed("filter", filter, Queries.assumed(layer, version), layer.nativeCrs());
    }
}
