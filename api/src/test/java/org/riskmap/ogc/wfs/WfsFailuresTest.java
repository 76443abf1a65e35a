package org.riskmap.ogc.wfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.riskmap.ogc.wfs.Toy.text;
import static org.riskmap.ogc.wfs.Toy.xpath;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

class WfsFailuresTest {

    @AutoClose
    private static Toy toy;

    @BeforeAll
    static void create() {
        toy = new Toy();
    }

    @ParameterizedTest(name = "{0} is {1} at {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            version=2.0.0                                                                     | MissingParameterValue | request
            version=2.0.0&request=GetNothing                                                  | OperationNotSupported | GetNothing
            version=9.9.9&request=GetFeature&typeNames=toy:hut                                | InvalidParameterValue | version
            version=9.9.9&request=DescribeFeatureType&typeNames=toy:hut                       | InvalidParameterValue | version
            request=GetCapabilities&acceptVersions=0.5.0,9.9                                  | VersionNegotiationFailed | AcceptVersions
            request=GetCapabilities&updateSequence=99                                         | InvalidUpdateSequence | updateSequence
            version=2.0.0&request=GetFeature                                                  | MissingParameterValue | typeNames
            version=2.0.0&request=GetFeature&typeNames=toy:nope                               | InvalidParameterValue | typeName
            version=2.0.0&request=GetFeature&typeNames=x:y:z                                  | InvalidParameterValue | typeName
            version=2.0.0&request=GetFeature&typeNames=toy:hut&propertyName=nope              | InvalidParameterValue | propertyName
            version=2.0.0&request=GetFeature&typeNames=toy:hut&sortBy=nope                    | InvalidParameterValue | sortBy
            version=2.0.0&request=GetFeature&typeNames=toy:hut&sortBy=geom                    | InvalidParameterValue | sortBy
            version=2.0.0&request=GetFeature&typeNames=toy:hut&cql_filter=beds=               | NoApplicableCode |
            version=2.0.0&request=GetFeature&typeNames=toy:hut&cql_filter=nope=1              | InvalidParameterValue | filter
            version=2.0.0&request=GetFeature&typeNames=toy:hut&cql_filter=beds=1;beds=2       | NoApplicableCode |
            version=2.0.0&request=GetFeature&typeNames=toy:hut&filter=<Filter                 | InvalidParameterValue | filter
            version=2.0.0&request=GetFeature&typeNames=toy:hut&filter=<Filter/>               | InvalidParameterValue | filter
            version=2.0.0&request=GetFeature&typeNames=toy:hut&count=many                     | InvalidParameterValue | count
            version=2.0.0&request=GetFeature&typeNames=toy:hut&startIndex=-1                  | InvalidParameterValue | startIndex
            version=2.0.0&request=GetFeature&typeNames=toy:hut&resultType=some                | InvalidParameterValue | resultType
            version=2.0.0&request=GetFeature&typeNames=toy:hut&outputFormat=nope              | InvalidParameterValue | outputFormat
            version=2.0.0&request=GetFeature&typeNames=toy:hut&srsName=EPSG:999999            | InvalidParameterValue | srsName
            version=2.0.0&request=GetFeature&typeNames=toy:hut&srsName=Beijing                | InvalidParameterValue | srsName
            version=2.0.0&request=GetFeature&typeNames=toy:hut&bbox=1,2,3                     | InvalidParameterValue | bbox
            version=2.0.0&request=GetFeature&typeNames=toy:hut&bbox=a,b,c,d                   | InvalidParameterValue | bbox
            version=2.0.0&request=GetFeature&typeNames=toy:hut&bbox=3,3,1,1                   | InvalidParameterValue | bbox
            version=2.0.0&request=GetFeature&typeNames=toy:hut&bbox=NaN,0,1,1                 | InvalidParameterValue | bbox
            version=2.0.0&request=GetFeature&typeNames=toy:hut&bbox=1,2,3,4,EPSG:999999       | InvalidParameterValue | bbox
            version=2.0.0&request=GetFeature&typeNames=toy:hut&bbox=1,2,3,4&cql_filter=beds=1 | InvalidParameterValue | cql_filter
            version=2.0.0&request=GetFeature&typeNames=toy:hut&resourceId=zone.z              | InvalidParameterValue | RESOURCEID
            version=2.0.0&request=GetPropertyValue&typeNames=toy:hut&valueReference=          | InvalidParameterValue | valueReference
            version=2.0.0&request=GetFeature&resourceId=nodot                                 | InvalidParameterValue | resourceId
            version=2.0.0&request=GetFeature&storedQuery_id=nope                              | InvalidParameterValue | storedQuery_Id
            version=2.0.0&request=DescribeStoredQueries&storedQuery_Id=nope                   | InvalidParameterValue | storedQuery_Id
            version=2.0.0&request=DescribeFeatureType&typeNames=toy:nope                      | InvalidParameterValue | typeName
            version=2.0.0&request=GetPropertyValue&typeNames=toy:hut                          | MissingParameterValue | valueReference
            version=2.0.0&request=GetFeature&typeNames=toy:hut&cql_filter=buffer(geom,'x') IS NULL | InvalidParameterValue | filter
            version=2.0.0&request=GetPropertyValue&typeNames=toy:hut&valueReference=nope      | InvalidParameterValue | valueReference
            """)
    void a_bad_request_is_told_by_code_and_locator(String query, String code, String locator) {
        MockHttpServletResponse response = toy.get("service=WFS&" + query.replace("<", "%3C"));
        assertThat(xpath(response, "/ExceptionReport/Exception/@exceptionCode"))
                .as(text(response))
                .isEqualTo(code);
        assertThat(xpath(response, "/ExceptionReport/Exception/@locator")).isEqualTo(locator == null ? "" : locator);
        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.getContentType()).isEqualTo("application/xml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not xml",
                "<a",
                "<wfs:GetFeature/>",
                "<Nonsense/>",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><GetFeature version=\"2.0.0\"><Query typeNames=\"toy:hut\"/></GetFeature>",
                "<GetFeature version=\"2.0.0\"><Query/></GetFeature>",
                "<GetFeature version=\"2.0.0\"/>",
                "<GetFeature version=\"2.0.0\"><Query typeNames=\"toy:nope\"/></GetFeature>",
                "<GetFeature version=\"2.0.0\"><Query typeNames=\"toy:hut toy:path\"/></GetFeature>",
                "<GetFeature version=\"2.0.0\"><Query typeNames=\"toy:hut\"><Filter><PropertyIsEqualTo/></Filter></Query></GetFeature>",
                "<GetFeature version=\"2.0.0\"><Query typeNames=\"toy:hut\"><Filter><Nope/></Filter></Query></GetFeature>",
                "<GetFeature version=\"2.0.0\"><Query typeNames=\"toy:hut\"><Filter><Within><ValueReference>geom</ValueReference>"
                        + "<Polygon><exterior><LinearRing><posList>1 2 3</posList></LinearRing></exterior></Polygon></Within></Filter></Query></GetFeature>",
                "<GetFeature version=\"2.0.0\"><StoredQuery id=\"nope\"/></GetFeature>",
                "<Transaction version=\"2.0.0\"/>"
            })
    void a_bad_post_is_an_exception_report_and_never_a_fault(String body) {
        MockHttpServletResponse response = toy.post(body);
        assertThat(xpath(response, "local-name(/*)")).isEqualTo("ExceptionReport");
        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(text(response)).doesNotContain("root:");
    }

    @Test
    void a_post_nested_too_deeply_is_refused() {
        String deep = "<GetFeature version=\"2.0.0\"><Query typeNames=\"toy:hut\"><Filter>" + "<Not>".repeat(5000)
                + "<PropertyIsNull><ValueReference>beds</ValueReference></PropertyIsNull>" + "</Not>".repeat(5000)
                + "</Filter></Query></GetFeature>";
        assertThat(toy.post(deep).getStatus()).isEqualTo(400);
        String cql = "service=WFS&version=2.0.0&request=GetFeature&typeNames=toy:hut&cql_filter=" + "(".repeat(5000)
                + "beds=1" + ")".repeat(5000);
        assertThat(toy.get(cql).getStatus()).isEqualTo(400);
    }

    @Test
    void older_versions_tell_in_their_own_words_with_status_200() {
        String wrong = "&request=GetFeature&typeName=toy:nope";
        MockHttpServletResponse v110 = toy.get("service=WFS&version=1.1.0" + wrong);
        assertThat(v110.getStatus()).isEqualTo(200);
        assertThat(xpath(v110, "namespace-uri(/*)")).isEqualTo("http://www.opengis.net/ows");
        assertThat(xpath(v110, "/ExceptionReport/@version")).isEqualTo("1.0.0");
        MockHttpServletResponse v100 = toy.get("service=WFS&version=1.0.0" + wrong);
        assertThat(xpath(v100, "/ServiceExceptionReport/ServiceException/@code"))
                .isEqualTo("InvalidParameterValue");
    }

    @Test
    void json_is_told_in_json() {
        MockHttpServletResponse response =
                toy.get("service=WFS&version=2.0.0&request=GetFeature&typeNames=toy:nope&exceptions=application/json");
        assertThat(text(response))
                .startsWith("{\"version\":\"2.0.0\",\"exceptions\":[{\"code\":\"InvalidParameterValue\"");
    }
}
