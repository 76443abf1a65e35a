package org.riskmap.ogc.wms;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.kernel.XmlElement;
import org.riskmap.ogc.Kvp;
import org.riskmap.ogc.OgcRequest;
import org.riskmap.ogc.XmlText;
import org.riskmap.ogc.wms.WmsFailure.Code;

/**
 * Requests that were posted as XML, as GeoServer reads them: {@code GetMap} (OGC 02-017r1, 6.2), a {@code StyledLayerDescriptor}
 * beside the parameters of the address, and {@code GetCapabilities}. They become the parameters that ask for the same; what
 * the address says besides stays.
 */
final class PostedRequest {

    private static final Map<String, String> OUTPUT = new TreeMap<>(
            Map.of("Format", "FORMAT", "Transparent", "TRANSPARENT", "BGcolor", "BGCOLOR", "Buffer", "BUFFER"));

    private final XmlElement root;
    private final Map<String, String> parameters;

    private PostedRequest(XmlElement root, OgcRequest request) {
        this.root = root;
        this.parameters = new HashMap<>(request.parameters());
    }

    /** The request with what its body says as parameters; itself where it has none. */
    static OgcRequest parameters(OgcRequest request) {
        byte[] body = request.body();
        if (body == null || body.length == 0) {
            return request;
        }
        XmlElement root;
        try {
            root = XmlElement.read("body", new ByteArrayInputStream(body));
        } catch (InvalidInput malformed) {
            throw new WmsFailure(null, "body", malformed.problem() + "; " + malformed.remedy());
        }
        PostedRequest posted = new PostedRequest(root, request);
        posted.read(body);
        return new OgcRequest(
                posted.parameters, request.workspace(), request.layer(), null, request.baseUrl(), request.editor());
    }

    private void read(byte[] body) {
        switch (root.name()) {
            case "GetMap" -> map();
            case "StyledLayerDescriptor" -> {
                parameters.put("SLD_BODY", new String(body, StandardCharsets.UTF_8));
                parameters.putIfAbsent("REQUEST", "GetMap");
            }
            case "GetCapabilities" -> {
                parameters.put("REQUEST", "GetCapabilities");
                root.attribute("version").ifPresent(version -> parameters.put("VERSION", version));
                root.attribute("updateSequence").ifPresent(known -> parameters.put("UPDATESEQUENCE", known));
            }
            default ->
                throw new WmsFailure(
                        Code.OPERATION_NOT_SUPPORTED,
                        root.name(),
                        "<" + root.name()
                                + "> is not read as XML; ask by parameters, in the address or as a posted form");
        }
    }

    private void map() {
        parameters.put("REQUEST", "GetMap");
        String version = root.attribute("version").orElseThrow(() -> missing("version", "GetMap"));
        parameters.put("VERSION", version);
        place(WmsVersion.negotiate(Optional.of(version)));
        XmlElement style = child(root, "StyledLayerDescriptor");
        parameters.put("SLD_BODY", XmlText.of(style.dom()));
        XmlElement output = child(root, "Output");
        child(output, "Format");
        OUTPUT.forEach(
                (element, parameter) -> output.textAt(element).ifPresent(value -> parameters.put(parameter, value)));
        parameters.computeIfPresent("TRANSPARENT", (name, value) -> value.equals("1") ? "true" : value);
        XmlElement size = child(output, "Size");
        parameters.put("WIDTH", child(size, "Width").text());
        parameters.put("HEIGHT", child(size, "Height").text());
        root.textAt("Exceptions").ifPresent(form -> parameters.put("EXCEPTIONS", form));
    }

    /** The box as the version's BBOX writes it; in the document it is east first, as GeoServer takes it. */
    private void place(WmsVersion version) {
        XmlElement box = child(root, "BoundingBox");
        List<double[]> corners = Corners.of(box);
        double[] low = {Math.min(corners.get(0)[0], corners.get(1)[0]), Math.min(corners.get(0)[1], corners.get(1)[1])};
        double[] high = {Math.max(corners.get(0)[0], corners.get(1)[0]), Math.max(corners.get(0)[1], corners.get(1)[1])
        };
        box.attribute("srsName").ifPresent(name -> parameters.put(version.crsParameter(), system(name)));
        boolean turned = version == WmsVersion.V1_3_0
                && MapRequest.crs(new Kvp(new OgcRequest(parameters, null, null, null, "")), version)
                        .northFirst();
        parameters.put(
                "BBOX",
                turned
                        ? low[1] + "," + low[0] + "," + high[1] + "," + high[0]
                        : low[0] + "," + low[1] + "," + high[0] + "," + high[1]);
    }

    /** {@code …/epsg.xml#4326} means EPSG:4326; other forms as they are. */
    private static String system(String name) {
        int mark = name.indexOf('#');
        return mark < 0 ? name : "EPSG:" + name.substring(mark + 1);
    }

    private static XmlElement child(XmlElement parent, String name) {
        return parent.child(name).orElseThrow(() -> missing(name, parent.name()));
    }

    private static WmsFailure missing(String name, String parent) {
        return new WmsFailure(
                Code.MISSING_PARAMETER, name, "The posted " + parent + " has no " + name + "; give it (OGC 02-017r1)");
    }

    /** The two corners of a {@code gml:Box}: {@code coord}, {@code coordinates}, {@code pos} or lower and upper corner. */
    private static final class Corners {

        private Corners() {}

        static List<double[]> of(XmlElement box) {
            List<double[]> corners = box.children().stream()
                    .flatMap(child -> pairs(child).stream())
                    .map(Corners::pair)
                    .toList();
            if (corners.size() != 2) {
                throw new WmsFailure(
                        null,
                        "bbox",
                        "The posted BoundingBox has " + corners.size() + " corners; give two, as gml:coord or gml:pos");
            }
            return corners;
        }

        private static List<String> pairs(XmlElement child) {
            return switch (child.name()) {
                case "coord" ->
                    List.of(child.textAt("X").orElse("") + " "
                            + child.textAt("Y").orElse(""));
                case "coordinates" ->
                    List.of(child.text().split("\\s+")).stream()
                            .map(pair -> pair.replace(',', ' '))
                            .toList();
                case "pos", "lowerCorner", "upperCorner" -> List.of(child.text());
                default -> List.of();
            };
        }

        private static double[] pair(String text) {
            String[] parts = text.strip().split("\\s+");
            try {
                if (parts.length == 2) {
                    return new double[] {Double.parseDouble(parts[0]), Double.parseDouble(parts[1])};
                }
            } catch (NumberFormatException notANumber) {
                // said below, together with a wrong count
            }
            throw new WmsFailure(null, "bbox", "'" + text + "' in the posted BoundingBox is not two numbers");
        }
    }
}
