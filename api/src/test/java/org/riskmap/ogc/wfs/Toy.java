package org.riskmap.ogc.wfs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.jspecify.annotations.Nullable;
import org.riskmap.TestDatabase;
import org.riskmap.catalog.Catalog;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.kernel.Crs;
import org.riskmap.layer.FeatureReader;
import org.riskmap.layer.FeatureWriter;
import org.riskmap.layer.Layers;
import org.riskmap.ogc.LayerBoxes;
import org.riskmap.ogc.OgcRequest;
import org.riskmap.ogc.RasterFiles;
import org.riskmap.postgis.Database;
import org.springframework.mock.web.MockHttpServletResponse;
import org.w3c.dom.Document;

/**
 * Workspace {@code toy}: three huts, a path of two parts, a zone with a hole, two piles stored in EPSG:4549.
 *
 * <pre>
 * hut   a 茅屋  beds 4  120°E 30°N;  b "x, y" beds 10  121°E 30.5°N;  c null  beds null  122.25°E 31.125°N
 * path  p 120 30 – 121 31 and 121 31 – 122 31
 * zone  z square 119..123, 29..32 with the hole 120..121, 30..31
 * pile  1 at 120.5°E 31.25°N, which is N 3458800.0373 E 547627.3809
 * </pre>
 */
final class Toy implements AutoCloseable {

    static final String URL = "http://localhost/geoserver/";

    private final TestDatabase test = TestDatabase.create();
    private final WfsService service;
    private boolean editor;

    Toy() {
        this(List.of());
    }

    /** @param further tables or views that are layers too */
    Toy(List<String> further) {
        Database database = test.database();
        for (String sql : List.of(
                "create schema toy",
                "create table toy.hut (id text primary key, name text, beds integer, seen timestamptz, geom geometry(Point, 4490))",
                """
                insert into toy.hut values
                ('a', '茅屋', 4, '2020-01-01T08:00:00+08:00', st_point(120, 30, 4490)),
                ('b', 'x, "y" <&>', 10, '2021-06-01T00:00:00Z', st_point(121, 30.5, 4490)),
                ('c', null, null, null, st_point(122.25, 31.125, 4490))""",
                "create table toy.path (id text primary key, geom geometry(MultiLineString, 4490))",
                "insert into toy.path values ('p', 'srid=4490;MULTILINESTRING((120 30, 121 31), (121 31, 122 31))')",
                "create table toy.zone (id text primary key, geom geometry(MultiPolygon, 4490))",
                """
                insert into toy.zone values ('z', 'srid=4490;MULTIPOLYGON(((119 29, 123 29, 123 32, 119 32, 119 29),
                (120 30, 120 31, 121 31, 121 30, 120 30)))')""",
                "create table toy.pile (gid integer primary key, geom geometry(Point, 4549))",
                "insert into toy.pile values (1, st_point(547627.3809, 3458800.0373, 4549)), (2, st_point(500000, 3458800, 4549))",
                "create table toy.mixed (id text primary key, 避灾点名称很长 text, 避灾点名称很长的说明 text, at date, ok boolean,"
                        + " size double precision, geom geometry(Geometry, 4490))",
                "create view toy.many as select n as id, st_point(120 + n / 1e6, 30, 4490)::geometry(Point, 4490) as geom from generate_series(1, 100000) n",
                "create view toy.million as select n as id, st_point(120 + n / 1e6, 30, 4490)::geometry(Point, 4490) as geom"
                        + " from generate_series(1, 1000000) n")) {
            database.client().sql(sql).update();
        }
        List<FeatureLayer> layers = new ArrayList<>(List.of(
                Layers.of(database, "toy", "hut"),
                Layers.of(database, "toy", "path"),
                Layers.of(database, "toy", "zone"),
                Layers.of(database, "toy", "pile", List.of(), null, true, Crs.byAuthority(4549)),
                Layers.of(database, "toy", "many"),
                Layers.of(database, "toy", "mixed"),
                Layers.of(database, "risk", "shelter")));
        further.forEach(name -> layers.add(Layers.of(database, "toy", name)));
        Catalog catalog = Layers.catalog(layers);
        FeatureReader reader = new FeatureReader();
        LayerBoxes boxes = new LayerBoxes(reader, new RasterFiles());
        service = new WfsService(
                () -> catalog, reader, reader::count, new FeatureWriter(), boxes, new WfsSettings(1_000_000, 60, 50));
    }

    Database database() {
        return test.database();
    }

    WfsService service() {
        return service;
    }

    /** @param query as after the question mark of a URL */
    MockHttpServletResponse get(String query) {
        return ask(query, null);
    }

    MockHttpServletResponse post(String xml) {
        return ask("", xml.getBytes(StandardCharsets.UTF_8));
    }

    /** A post of somebody who is logged in as one who may change data. */
    MockHttpServletResponse edit(String xml) {
        editor = true;
        try {
            return post(xml);
        } finally {
            editor = false;
        }
    }

    MockHttpServletResponse ask(String query, byte @Nullable [] body) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        try {
            service.handle(new OgcRequest(parameters(query), null, null, body, URL, editor), response);
        } catch (IOException gone) {
            throw new IllegalStateException(gone);
        }
        return response;
    }

    static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new TreeMap<>();
        for (String pair : query.split("&")) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2) {
                parameters.put(
                        parts[0].toUpperCase(java.util.Locale.ROOT),
                        URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }

    static String text(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    /** The string value of an XPath over local names: {@code //lowerCorner} is written {@code //*[local-name()='lowerCorner']}. */
    static String xpath(MockHttpServletResponse response, String path) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            Document document =
                    factory.newDocumentBuilder().parse(new ByteArrayInputStream(response.getContentAsByteArray()));
            String local = path.replaceAll("(?<=/)([A-Za-z_]\\w*)(?![\\w(:])", "*[local-name()='$1']");
            return XPathFactory.newInstance().newXPath().evaluate(local, document);
        } catch (Exception unreadable) {
            throw new AssertionError(text(response), unreadable);
        }
    }

    @Override
    public void close() {
        test.close();
    }
}
