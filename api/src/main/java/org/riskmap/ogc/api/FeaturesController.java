package org.riskmap.ogc.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.kernel.Feature;
import org.riskmap.layer.FeatureCounts;
import org.riskmap.layer.FeatureReader;
import org.riskmap.layer.LayerSchema;
import org.riskmap.ogc.LayerBoxes;
import org.riskmap.ogc.TextOut;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code /geoserver/ogc/features/v1}, the same for a workspace and for one layer of it. */
@RestController
@ConditionalOnProperty(name = "riskmap.publisher", havingValue = "embedded", matchIfMissing = true)
@RequestMapping({
    "/geoserver" + ApiRequest.LANDING,
    "/geoserver/{workspace}" + ApiRequest.LANDING,
    "/geoserver/{workspace}/{layer}" + ApiRequest.LANDING
})
class FeaturesController {

    private final FeatureReader reader;
    private final FeatureCounts counts;
    private final LayerBoxes boxes;

    FeaturesController(FeatureReader reader, FeatureCounts counts, LayerBoxes boxes) {
        this.reader = reader;
        this.counts = counts;
        this.boxes = boxes;
    }

    @GetMapping({"", "/"})
    void landing(Asked asked) throws IOException {
        asked.request().allow(List.of());
        document(asked, Link.JSON, asked.descriptions()::landing, asked.pages()::landing);
    }

    @GetMapping("/conformance")
    void conformance(Asked asked) throws IOException {
        asked.request().allow(List.of());
        document(asked, Link.JSON, asked.descriptions()::conformanceDocument, asked.pages()::conformance);
    }

    @GetMapping({"/openapi", "/api"})
    void openApi(Asked asked) throws IOException {
        asked.request().allow(List.of());
        JsonNode api = OpenApiDocument.of(asked.request(), asked.collections(), asked.descriptions(), reader::schema);
        document(asked, Link.OPENAPI, () -> api, () -> asked.pages().openApi(api));
    }

    @GetMapping("/collections")
    void collections(Asked asked) throws IOException {
        asked.request().allow(List.of());
        document(asked, Link.JSON, asked.descriptions()::collectionsDocument, asked.pages()::list);
    }

    @GetMapping("/collections/{collection}")
    void collection(@PathVariable String collection, Asked asked) throws IOException {
        FeatureLayer found = asked.collections().find(collection);
        asked.request().allow(List.of());
        document(asked, Link.JSON, () -> asked.descriptions().collection(found), () -> asked.pages()
                .collection(found, reader.schema(found), boxes.of(found)));
    }

    @GetMapping("/collections/{collection}/queryables")
    void queryables(@PathVariable String collection, Asked asked) throws IOException {
        properties(collection, asked, "/queryables", Queryables::document);
    }

    @GetMapping("/collections/{collection}/schema")
    void schema(@PathVariable String collection, Asked asked) throws IOException {
        properties(collection, asked, "/schema", Queryables::ofFeature);
    }

    /** A JSON Schema of a collection's properties, from their schema, its own address and the collection's title. */
    private interface PropertiesDocument {
        JsonNode of(LayerSchema schema, String url, String title);
    }

    private void properties(String collection, Asked asked, String place, PropertiesDocument document)
            throws IOException {
        FeatureLayer found = asked.collections().find(collection);
        asked.request().allow(List.of());
        String url = asked.descriptions().url(found) + place;
        document(asked, Link.SCHEMA, () -> document.of(reader.schema(found), url, found.title()), () -> asked.pages()
                .queryables(found, reader.schema(found)));
    }

    @GetMapping("/collections/{collection}/items")
    void items(@PathVariable String collection, Asked asked) throws IOException {
        FeatureLayer found = asked.collections().find(collection);
        LayerSchema schema = reader.schema(found);
        ItemsRequest items = ItemsRequest.parse(asked.request(), found, schema, NamedCrs.of(found, boxes.of(found)));
        TextOut out = new TextOut(new LateStream(asked.response()));
        boolean html = asked.request().representation() == Representation.HTML;
        Items.Writer writer =
                html ? page(asked, out, items, found) : new GeoJsonItems(out, asked.request(), items, found);
        new Items(reader, counts, found)
                .send(items, asked.request().representation().mediaType(Link.GEOJSON), asked.response(), out, writer);
    }

    private HtmlItems page(Asked asked, TextOut out, ItemsRequest items, FeatureLayer layer) {
        List<String> below = MapPicture.layers(asked.collections().catalog(), layer, false);
        return new HtmlItems(out, asked.request(), items, layer, below);
    }

    @GetMapping("/collections/{collection}/items/{id}")
    void item(@PathVariable String collection, @PathVariable String id, Asked asked) throws IOException {
        FeatureLayer found = asked.collections().find(collection);
        asked.request().allow(Set.of("crs"));
        ItemsRequest items =
                ItemsRequest.one(asked.request(), reader.schema(found), NamedCrs.of(found, boxes.of(found)));
        Feature feature = new Items(reader, counts, found).find(id);
        if (feature == null) {
            throw Collections.notFound("There is no feature '" + id + "' in collection '" + collection + "'.");
        }
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        TextOut out = new TextOut(bytes);
        if (asked.request().representation() == Representation.HTML) {
            page(asked, out, items, found).alone(feature);
        } else {
            new GeoJsonItems(out, asked.request(), items, found).alone(feature);
        }
        out.finish();
        asked.response().setHeader("Content-Crs", "<" + items.crs().uri() + ">");
        asked.send(bytes.toByteArray(), asked.request().representation().mediaType(Link.GEOJSON));
    }

    private static void document(
            Asked asked, String mediaType, Supplier<? extends JsonNode> json, Supplier<String> page)
            throws IOException {
        Representation form = asked.request().representation();
        String text = form == Representation.HTML ? page.get() : json.get().toString();
        asked.send(text.getBytes(StandardCharsets.UTF_8), form.mediaType(mediaType));
    }

    @GetMapping(path = "/style.css", produces = "text/css")
    ResponseEntity<byte[]> style() throws IOException {
        try (var stream = FeaturesController.class.getResourceAsStream("style.css")) {
            return ResponseEntity.ok()
                    .header(HttpHeaders.CACHE_CONTROL, "max-age=3600")
                    .body(stream.readAllBytes());
        }
    }
}
