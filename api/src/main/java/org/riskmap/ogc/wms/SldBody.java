package org.riskmap.ogc.wms;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.kernel.XmlElement;
import org.riskmap.ogc.Kvp;
import org.riskmap.ogc.wms.WmsFailure.Code;
import org.riskmap.style.Style;
import org.riskmap.style.StyleDocument;
import org.riskmap.style.StyleDocument.StyledLayer;
import org.riskmap.style.StyleProblem;
import org.riskmap.style.StyleReader;

/**
 * A style that came with a request (OGC 05-078r4, 7). Nothing that it names elsewhere is fetched: pictures and documents at
 * an address are refused. Elements that are not known are passed over, as GeoServer does.
 *
 * @param layers in the document's order, each with a name
 */
record SldBody(List<StyledLayer> layers) {

    private static final String NAME = "SLD_BODY";
    private static final int LONGEST = 1 << 20;

    /** Empty where the request brings no style; fails with {@link WmsFailure} where it brings one that is not drawn. */
    static Optional<SldBody> of(Kvp kvp) {
        if (kvp.text("SLD").isPresent()) {
            throw new WmsFailure(
                    Code.INVALID_PARAMETER,
                    "sld",
                    "Styles are not fetched from an address; send the style as SLD_BODY");
        }
        return kvp.text(NAME).map(SldBody::read);
    }

    private static SldBody read(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LONGEST) {
            throw invalid("it is longer than " + LONGEST + " bytes");
        }
        try {
            XmlElement root = XmlElement.read(NAME, new ByteArrayInputStream(bytes));
            root.children().forEach(SldBody::check);
            StyleDocument document = StyleReader.read(NAME, new ByteArrayInputStream(bytes), List.of());
            document.problems().stream()
                    .filter(problem -> problem.element().equals("ExternalGraphic"))
                    .findFirst()
                    .ifPresent(SldBody::refuse);
            return new SldBody(document.layers());
        } catch (InvalidInput malformed) {
            throw invalid(malformed.problem() + "; " + malformed.remedy());
        }
    }

    /** What would change which features are drawn, and is not understood. */
    private static void check(XmlElement layer) {
        if (layer.name().equals("UserLayer")) {
            throw invalid("line " + layer.line() + ": a UserLayer brings its own data, which is not drawn; name a layer"
                    + " of the service in a NamedLayer");
        }
        if (layer.child("LayerFeatureConstraints").isPresent()) {
            throw invalid("line " + layer.line()
                    + ": LayerFeatureConstraints are not read; say the filter in the rules or as CQL_FILTER");
        }
        if (layer.name().equals("NamedLayer") && layer.textAt("Name").isEmpty()) {
            throw invalid("line " + layer.line() + ": the NamedLayer has no Name");
        }
    }

    private static void refuse(StyleProblem problem) {
        throw invalid("line " + problem.line() + " <" + problem.element() + ">: " + problem.what());
    }

    private static WmsFailure invalid(String what) {
        return new WmsFailure(Code.INVALID_PARAMETER, "sld_body", NAME + ": " + what);
    }

    /**
     * What the document says of a layer that a request names.
     *
     * @param layer its names, with and without workspace
     * @param style a user style's name; empty means the first
     */
    Optional<Style> style(List<String> layer, String style) {
        return layers.stream()
                .filter(styled -> layer.contains(styled.name()))
                .flatMap(styled -> styled.styles().stream())
                .filter(each -> style.isEmpty() || style.equals(each.name()))
                .findFirst();
    }
}
