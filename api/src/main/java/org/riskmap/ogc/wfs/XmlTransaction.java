package org.riskmap.ogc.wfs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.geotools.api.filter.Filter;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.XmlElement;
import org.riskmap.ogc.wfs.WfsRequest.Action;

/** A transaction as XML (ISO 19142, 15; OGC 04-094, 12; OGC 02-058, 11). */
final class XmlTransaction {

    private static final Set<String> WRAPPERS =
            Set.of("FeatureCollection", "featureMember", "featureMembers", "member");
    private static final Set<String> FILTERS = Set.of("Filter");

    private final XmlElement root;

    XmlTransaction(XmlElement root) {
        this.root = root;
    }

    WfsRequest.Transaction read(WfsVersion version) {
        List<Action> actions = new ArrayList<>();
        for (XmlElement element : root.children()) {
            String handle = element.attribute("handle").orElse(null);
            switch (element.name()) {
                case "Insert" -> inserts(element, handle, actions);
                case "Update" -> actions.add(update(element, handle));
                case "Replace" -> actions.add(replace(element, handle));
                case "Delete" -> actions.add(new Action.Delete(handle, type(element), filter(element)));
                case "LockId" -> throw unsupported(element, "features cannot be locked");
                case "Native" -> refuseUnsafe(element);
                default -> throw parsing(element, "it is not an action of a transaction");
            }
        }
        if (actions.isEmpty()) {
            throw WfsFailure.missing(
                    "Transaction", "The transaction has no action; send Insert, Update, Replace or Delete");
        }
        return new WfsRequest.Transaction(version, actions);
    }

    private static void refuseUnsafe(XmlElement element) {
        if (!element.attribute("safeToIgnore").orElse("false").equals("true")) {
            throw unsupported(element, "vendors' own actions are not known here");
        }
    }

    private static void inserts(XmlElement insert, @Nullable String handle, List<Action> actions) {
        boolean keepsId = insert.attribute("idgen").orElse("").equals("UseExisting");
        int before = actions.size();
        collect(insert, handle, keepsId, actions);
        if (actions.size() == before) {
            throw WfsFailure.missing("Insert", "The Insert has no feature");
        }
    }

    private static void collect(XmlElement place, @Nullable String handle, boolean keepsId, List<Action> actions) {
        for (XmlElement child : place.children()) {
            if (WRAPPERS.contains(child.name())) {
                collect(child, handle, keepsId, actions);
            } else if (!child.name().equals("boundedBy")) {
                actions.add(new Action.Insert(handle, child, keepsId));
            }
        }
    }

    private static Action update(XmlElement element, @Nullable String handle) {
        Map<String, @Nullable XmlElement> values = new LinkedHashMap<>();
        for (XmlElement property : element.children("Property")) {
            String name = property.textAt("ValueReference")
                    .or(() -> property.textAt("Name"))
                    .orElseThrow(() -> WfsFailure.missing("ValueReference", "A Property of the Update has no name"));
            values.put(name, property.child("Value").orElse(null));
        }
        if (values.isEmpty()) {
            throw WfsFailure.missing("Property", "The Update changes no property");
        }
        return new Action.Update(
                handle,
                type(element),
                values,
                XmlRequest.filter(element),
                element.attribute("srsName").orElse(null));
    }

    private static Action replace(XmlElement element, @Nullable String handle) {
        List<XmlElement> features = element.children().stream()
                .filter(child -> !FILTERS.contains(child.name()))
                .toList();
        if (features.size() != 1) {
            throw WfsFailure.missing("Replace", "A Replace needs one feature and a Filter");
        }
        return new Action.Replace(handle, features.get(0), filter(element));
    }

    /** What deletes or replaces says which features; all of them are meant only where that is said. */
    private static Filter filter(XmlElement element) {
        if (element.child("Filter").isEmpty()) {
            throw WfsFailure.missing("Filter", "A " + element.name() + " needs a Filter");
        }
        return XmlRequest.filter(element);
    }

    private static WfsRequest.TypeName type(XmlElement element) {
        String name = element.attributeInAnyCase("typeName")
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> WfsFailure.missing("typeName", "A " + element.name() + " has no typeName"));
        return XmlRequest.type(element, name.strip());
    }

    private static WfsFailure parsing(XmlElement element, String why) {
        return new WfsFailure(
                WfsFailure.Code.OPERATION_PARSING_FAILED, element.name(), "<" + element.name() + ">: " + why);
    }

    private static WfsFailure unsupported(XmlElement element, String why) {
        return new WfsFailure(WfsFailure.Code.OPTION_NOT_SUPPORTED, element.name(), "<" + element.name() + ">: " + why);
    }
}
