package org.riskmap.ogc.wfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.riskmap.ogc.wfs.Toy.text;
import static org.riskmap.ogc.wfs.Toy.xpath;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WfsServiceTest {

    private static final String GET = "service=WFS&version=2.0.0&request=GetFeature&typeNames=toy:";
    private static final String JSON = "&outputFormat=application/json";

    @AutoClose
    private static Toy toy;

    @BeforeAll
    static void create() {
        toy = new Toy();
    }

    private static JsonNode json(String query) {
        MockHttpServletResponse response = toy.get(query);
        assertThat(response.getStatus()).as(text(response)).isEqualTo(200);
        return JsonMapper.shared().readTree(text(response));
    }

    private static String ids(String query) {
        StringBuilder ids = new StringBuilder();
        json(query + JSON)
                .get("features")
                .forEach(feature -> ids.append(feature.get("id").asString()).append(' '));
        return ids.toString().strip();
    }

    // what features look like -----------------------------------------------------------------------------------

    @Test
    void geojson_has_longitude_first_and_the_members_of_geoserver() {
        JsonNode hut = json(GET + "hut&sortBy=id&count=1" + JSON);
        assertThat(hut.get("features").get(0).toString())
                .isEqualTo(
                        "{\"type\":\"Feature\",\"id\":\"hut.a\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[120,30]},"
                                + "\"geometry_name\":\"geom\",\"properties\":{\"id\":\"a\",\"name\":\"茅屋\",\"beds\":4,"
                                + "\"seen\":\"2020-01-01T00:00:00Z\"},\"bbox\":[120,30,120,30]}");
        assertThat(hut.get("numberMatched").asInt()).isEqualTo(3);
        assertThat(hut.get("numberReturned").asInt()).isEqualTo(1);
        assertThat(hut.get("crs").get("properties").get("name").asString()).isEqualTo("urn:ogc:def:crs:EPSG::4490");
    }

    @Test
    void geojson_of_a_polygon_keeps_its_hole() {
        assertThat(json(GET + "zone" + JSON)
                        .get("features")
                        .get(0)
                        .get("geometry")
                        .toString())
                .isEqualTo(
                        "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[119,29],[123,29],[123,32],[119,32],[119,29]],"
                                + "[[120,30],[120,31],[121,31],[121,30],[120,30]]]]}");
    }

    @Test
    void csv_quotes_what_needs_quotes_and_leaves_null_empty() {
        MockHttpServletResponse response = toy.get(GET + "hut&sortBy=id&outputFormat=csv");
        assertThat(response.getContentType()).startsWith("text/csv");
        assertThat(text(response))
                .isEqualTo("FID,id,name,beds,seen,geom\r\n"
                        + "hut.a,a,茅屋,4,2020-01-01T00:00:00Z,POINT (30 120)\r\n"
                        + "hut.b,b,\"x, \"\"y\"\" <&>\",10,2021-06-01T00:00:00Z,POINT (30.5 121)\r\n"
                        + "hut.c,c,,,,POINT (31.125 122.25)\r\n");
    }

    @Test
    void gml_says_how_many_and_leaves_null_out() {
        MockHttpServletResponse response = toy.get(GET + "hut&sortBy=id");
        assertThat(response.getContentType()).isEqualTo("application/gml+xml; version=3.2");
        assertThat(xpath(response, "/FeatureCollection/@numberMatched")).isEqualTo("3");
        assertThat(xpath(response, "/FeatureCollection/@numberReturned")).isEqualTo("3");
        assertThat(xpath(response, "count(/FeatureCollection/member/hut)")).isEqualTo("3");
        assertThat(xpath(response, "/FeatureCollection/member[2]/hut/name")).isEqualTo("x, \"y\" <&>");
        assertThat(xpath(response, "count(/FeatureCollection/member[3]/hut/name)"))
                .isEqualTo("0");
        assertThat(xpath(response, "namespace-uri(/FeatureCollection/member[1]/hut)"))
                .isEqualTo("http://toy");
    }

    @Test
    void only_the_properties_asked_for_are_written() {
        assertThat(json(GET + "hut&count=1&sortBy=id&propertyName=beds,toy:id" + JSON)
                        .get("features")
                        .get(0)
                        .toString())
                .isEqualTo(
                        "{\"type\":\"Feature\",\"id\":\"hut.a\",\"geometry\":null,\"properties\":{\"id\":\"a\",\"beds\":4}}");
        assertThat(text(toy.get(GET + "hut&count=1&propertyName=beds"))).doesNotContain("<gml:Point", "toy:name");
    }

    // axis order ------------------------------------------------------------------------------------------------

    @ParameterizedTest(name = "{0} in {1} is {2}")
    @CsvSource(delimiter = '|', textBlock = """
            hut  |                                              | 30 120 | urn:ogc:def:crs:EPSG::4490
            hut  | urn:ogc:def:crs:EPSG::4326                   | 30 120 | urn:ogc:def:crs:EPSG::4326
            hut  | http://www.opengis.net/def/crs/EPSG/0/4326   | 30 120 | http://www.opengis.net/def/crs/EPSG/0/4326
            hut  | EPSG:4326                                    | 120 30 | http://www.opengis.net/gml/srs/epsg.xml#4326
            hut  | http://www.opengis.net/gml/srs/epsg.xml#4326 | 120 30 | http://www.opengis.net/gml/srs/epsg.xml#4326
            hut  | urn:ogc:def:crs:OGC:1.3:CRS84                | 120 30 | urn:ogc:def:crs:OGC:1.3:CRS84
            pile |                                              | 3458800.0373 547627.3809 | urn:ogc:def:crs:EPSG::4549
            pile | EPSG:4549                                    | 547627.3809 3458800.0373 | http://www.opengis.net/gml/srs/epsg.xml#4549
            hut  | EPSG:3857                                    | 13358338.89519283 3503549.84350438 | http://www.opengis.net/gml/srs/epsg.xml#3857
            """)
    void gml_follows_the_form_of_srsname(String layer, String srsName, String expected, String name) {
        String srs = srsName == null ? "" : "&srsName=" + srsName.replace("#", "%23");
        MockHttpServletResponse response =
                toy.get(GET + layer + "&count=1&sortBy=" + (layer.equals("hut") ? "id" : "gid") + srs);
        assertThat(xpath(response, "//pos")).isEqualTo(expected);
        assertThat(xpath(response, "//Point/@srsName")).isEqualTo(name);
    }

    @ParameterizedTest(name = "bbox={0} finds {1}")
    @CsvSource(delimiter = '|', textBlock = """
            30.4,120.9,30.6,121.1                              | hut.b
            30.4,120.9,30.6,121.1,urn:ogc:def:crs:EPSG::4326   | hut.b
            120.9,30.4,121.1,30.6,EPSG:4326                    | hut.b
            120.9,30.4,121.1,30.6,CRS:84                       | hut.b
            120.9,30.4,121.1,30.6                              | ''
            13468000,3565000,13470000,3572000,EPSG:3857        | hut.b
            30,120,30,120                                      | hut.a
            """)
    void bbox_follows_the_form_of_its_system(String bbox, String expected) {
        assertThat(ids(GET + "hut&bbox=" + bbox)).isEqualTo(expected);
    }

    @Test
    void ecql_without_a_system_is_read_as_geoserver_reads_it() {
        assertThat(ids(GET + "hut&cql_filter=BBOX(geom,30.4,120.9,30.6,121.1)")).isEqualTo("hut.b");
        assertThat(ids(GET + "hut&cql_filter=BBOX(geom,120.9,30.4,121.1,30.6)")).isEmpty();
        assertThat(ids(GET + "hut&cql_filter=BBOX(geom,120.9,30.4,121.1,30.6,'EPSG:4326')"))
                .isEqualTo("hut.b");
        String old = "service=WFS&version=1.0.0&request=GetFeature&typeName=toy:";
        assertThat(ids(old + "hut&cql_filter=BBOX(geom,120.9,30.4,121.1,30.6)")).isEqualTo("hut.b");
    }

    // choosing --------------------------------------------------------------------------------------------------

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource(delimiter = '|', textBlock = """
            cql_filter=beds>5                            | hut.b
            cql_filter=name IS NULL OR beds=4&sortBy=id  | hut.a hut.c
            resourceId=hut.c                             | hut.c
            featureID=hut.c,hut.a&sortBy=id              | hut.a hut.c
            sortBy=beds D                                | hut.c hut.b hut.a
            sortBy=beds DESC,id                          | hut.c hut.b hut.a
            sortBy=beds ASC                              | hut.a hut.b hut.c
            sortBy=id&count=2                            | hut.a hut.b
            sortBy=id&maxFeatures=2                      | hut.a hut.b
            sortBy=id&count=2&startIndex=1               | hut.b hut.c
            sortBy=id&startIndex=2                       | hut.c
            startIndex=9                                 | ''
            count=0                                      | ''
            sortBy=id&count=-3                           | hut.a hut.b hut.c
            """)
    void kvp_chooses_features(String parameters, String expected) {
        assertThat(ids(GET + "hut&" + parameters)).isEqualTo(expected);
    }

    @Test
    void an_id_alone_says_its_type() {
        assertThat(ids("service=WFS&version=2.0.0&request=GetFeature&resourceId=hut.b"))
                .isEqualTo("hut.b");
    }

    @Test
    void a_filter_of_xml_chooses_in_kvp_and_in_a_post() {
        String filter =
                "<fes:Filter xmlns:fes=\"http://www.opengis.net/fes/2.0\" xmlns:gml=\"http://www.opengis.net/gml/3.2\">"
                        + "<fes:And><fes:PropertyIsGreaterThan><fes:ValueReference>toy:beds</fes:ValueReference><fes:Literal>3</fes:Literal>"
                        + "</fes:PropertyIsGreaterThan><fes:Within><fes:ValueReference>geom</fes:ValueReference>"
                        + "<gml:Polygon srsName=\"urn:ogc:def:crs:EPSG::4326\" gml:id=\"p\"><gml:exterior><gml:LinearRing>"
                        + "<gml:posList>30.2 120 30.2 122 31 122 30.2 120</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon>"
                        + "</fes:Within></fes:And></fes:Filter>";
        assertThat(ids(GET + "hut&filter="
                        + java.net.URLEncoder.encode(filter, java.nio.charset.StandardCharsets.UTF_8)))
                .isEqualTo("hut.b");
        MockHttpServletResponse response =
                toy.post("<wfs:GetFeature service=\"WFS\" version=\"2.0.0\" outputFormat=\"application/json\""
                        + " xmlns:wfs=\"http://www.opengis.net/wfs/2.0\" xmlns:other=\"http://toy\">"
                        + "<wfs:Query typeNames=\"other:hut\">" + filter + "</wfs:Query></wfs:GetFeature>");
        assertThat(JsonMapper.shared()
                        .readTree(text(response))
                        .get("features")
                        .get(0)
                        .get("id")
                        .asString())
                .isEqualTo("hut.b");
    }

    @Test
    void hits_are_counted_and_not_written() {
        MockHttpServletResponse response = toy.get(GET + "hut&resultType=hits&cql_filter=beds>0");
        assertThat(xpath(response, "/FeatureCollection/@numberMatched")).isEqualTo("2");
        assertThat(xpath(response, "/FeatureCollection/@numberReturned")).isEqualTo("0");
        assertThat(xpath(response, "count(//member)")).isEqualTo("0");
    }

    @Test
    void pages_are_linked() {
        MockHttpServletResponse response = toy.get(GET + "hut&sortBy=id&count=1&startIndex=1");
        assertThat(xpath(response, "/FeatureCollection/@next"))
                .contains("STARTINDEX=2")
                .contains("COUNT=1");
        assertThat(xpath(response, "/FeatureCollection/@previous")).contains("STARTINDEX=0");
        assertThat(xpath(toy.get(GET + "hut&sortBy=id&count=1&startIndex=2"), "/FeatureCollection/@next"))
                .isEmpty();
    }

    @Test
    void several_queries_give_a_collection_each() {
        MockHttpServletResponse response =
                toy.get("service=WFS&version=2.0.0&request=GetFeature&typeNames=(toy:hut)(toy:path)");
        assertThat(xpath(response, "count(/FeatureCollection/member/FeatureCollection)"))
                .isEqualTo("2");
        assertThat(xpath(response, "/FeatureCollection/@numberMatched")).isEqualTo("4");
    }

    @Test
    void a_feature_by_id_comes_without_a_collection() {
        String stored =
                "service=WFS&version=2.0.0&request=GetFeature&storedQuery_id=urn:ogc:def:query:OGC-WFS::GetFeatureById&id=";
        assertThat(xpath(toy.get(stored + "hut.b"), "local-name(/*)")).isEqualTo("hut");
        assertThat(toy.get(stored + "hut.nope").getStatus()).isEqualTo(404);
        assertThat(toy.get(stored + "nope.1").getStatus()).isEqualTo(404);
    }

    @Test
    void a_property_is_given_by_itself() {
        MockHttpServletResponse response = toy.get(
                "service=WFS&version=2.0.0&request=GetPropertyValue&typeNames=toy:hut&valueReference=toy:name&sortBy=id");
        assertThat(xpath(response, "count(/ValueCollection/member)")).isEqualTo("2");
        assertThat(xpath(response, "/ValueCollection/member[1]/name")).isEqualTo("茅屋");
    }

    @Test
    void the_id_is_a_value_too() {
        MockHttpServletResponse response = toy.get(
                "service=WFS&version=2.0.0&request=GetPropertyValue&typeNames=toy:hut&valueReference=@gml:id&sortBy=id");
        assertThat(xpath(response, "/ValueCollection/member[2]")).isEqualTo("hut.b");
    }

    @Test
    void gml_name_is_the_column_name_where_there_is_one() {
        String filter =
                "<fes:Filter xmlns:fes='http://www.opengis.net/fes/2.0' xmlns:gml='http://www.opengis.net/gml/3.2'>"
                        + "<fes:PropertyIsNull><fes:ValueReference>gml:name</fes:ValueReference></fes:PropertyIsNull></fes:Filter>";
        String encoded = java.net.URLEncoder.encode(filter, java.nio.charset.StandardCharsets.UTF_8);
        assertThat(ids(GET + "hut&filter=" + encoded)).isEqualTo("hut.c");
        assertThat(ids(GET + "zone&filter=" + encoded)).isEqualTo("zone.z");
    }

    // older versions --------------------------------------------------------------------------------------------

    @Test
    void wfs_1_1_0_speaks_gml_3_1_1() {
        MockHttpServletResponse response =
                toy.get("service=WFS&version=1.1.0&request=GetFeature&typeName=toy:zone&maxFeatures=1");
        assertThat(response.getContentType()).isEqualTo("text/xml; subtype=gml/3.1.1");
        assertThat(xpath(response, "/FeatureCollection/@numberOfFeatures")).isEqualTo("1");
        assertThat(xpath(response, "namespace-uri(//MultiSurface)")).isEqualTo("http://www.opengis.net/gml");
        assertThat(xpath(response, "//MultiSurface/@srsName")).isEqualTo("urn:x-ogc:def:crs:EPSG:4490");
        assertThat(xpath(response, "//interior//posList")).isEqualTo("30 120 31 120 31 121 30 121 30 120");
    }

    @Test
    void wfs_1_0_0_speaks_gml_2_with_x_first() {
        MockHttpServletResponse response = toy.get("service=WFS&version=1.0.0&request=GetFeature&typeName=toy:path");
        assertThat(xpath(response, "//featureMember/path/@fid")).isEqualTo("path.p");
        assertThat(xpath(response, "//lineStringMember[1]//coordinates")).isEqualTo("120,30 121,31");
    }

    // descriptions ----------------------------------------------------------------------------------------------

    @Test
    void a_type_is_described_in_every_version() {
        MockHttpServletResponse gml32 =
                toy.get("service=WFS&version=2.0.0&request=DescribeFeatureType&typeNames=toy:hut,toy:zone");
        assertThat(gml32.getContentType()).isEqualTo("application/gml+xml; version=3.2");
        assertThat(xpath(gml32, "/schema/@targetNamespace")).isEqualTo("http://toy");
        assertThat(xpath(gml32, "//element[@name='geom']/@type")).isEqualTo("gml:PointPropertyType");
        assertThat(xpath(gml32, "//complexType[@name='zoneType']//element[@name='geom']/@type"))
                .isEqualTo("gml:MultiSurfacePropertyType");
        assertThat(xpath(gml32, "//element[@name='seen']/@type")).isEqualTo("xsd:dateTime");
        assertThat(xpath(gml32, "/schema/element[@name='hut']/@type")).isEqualTo("toy:hutType");
        assertThat(text(toy.get("service=WFS&version=1.1.0&request=DescribeFeatureType&typeName=toy:hut")))
                .contains("gml:_Feature");
        assertThat(text(toy.get("service=WFS&version=1.0.0&request=DescribeFeatureType&typeName=toy:hut")))
                .contains("gml/2.1.2/feature.xsd");
        assertThat(text(toy.get("service=WFS&version=2.0.0&request=DescribeFeatureType&typeName=toy:hut" + JSON)))
                .contains(
                        "{\"name\":\"beds\",\"maxOccurs\":1,\"minOccurs\":0,\"nillable\":true,\"type\":\"xsd:int\",\"localType\":\"int\"}");
    }

    @ParameterizedTest
    @CsvSource({"2.0.0,WFS_Capabilities", "1.1.0,WFS_Capabilities", "1.0.0,WFS_Capabilities"})
    void capabilities_list_the_types(String version, String root) {
        MockHttpServletResponse response = toy.get("service=WFS&version=" + version + "&request=GetCapabilities");
        assertThat(xpath(response, "local-name(/*)")).isEqualTo(root);
        assertThat(xpath(response, "/WFS_Capabilities/@version")).isEqualTo(version);
        assertThat(xpath(response, "//FeatureType[1]/Name")).isEqualTo("toy:hut");
        assertThat(xpath(response, "count(//FeatureType)")).isEqualTo("7");
    }

    @Test
    void capabilities_measure_a_layer_that_the_directory_does_not() {
        MockHttpServletResponse response = toy.get("service=WFS&request=GetCapabilities&sections=FeatureTypeList");
        assertThat(xpath(response, "//FeatureType[1]//LowerCorner")).isEqualTo("120.0 30.0");
        assertThat(xpath(response, "//FeatureType[1]//UpperCorner")).isEqualTo("122.25 31.125");
        assertThat(xpath(response, "count(//OperationsMetadata)")).isEqualTo("0");
    }
}
