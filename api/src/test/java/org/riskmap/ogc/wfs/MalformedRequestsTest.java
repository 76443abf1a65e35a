package org.riskmap.ogc.wfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.riskmap.ogc.wfs.Toy.text;
import static org.riskmap.ogc.wfs.Toy.xpath;

import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;

/**
 * Malformed requests of every operation, by GET and POST: each gets its code (ISO 19142, table 3; OGC 06-121r3, table 27), no
 * defect of the service, at once. Those of GetFeature by GET are in {@link WfsFailuresTest}.
 */
class MalformedRequestsTest {

    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    @AutoClose
    private static Toy toy;

    @BeforeAll
    static void create() {
        toy = new Toy();
        toy.get("service=WFS&version=2.0.0&request=GetFeature&typeNames=toy:hut");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            request=GetCapabilitie                                                     | OperationNotSupported
            request=Get Capabilities                                                   | OperationNotSupported
            request=                                                                   | MissingParameterValue
            request=GetCapabilities&acceptVersions=                                    | -
            request=GetCapabilities&acceptVersions=3.0.0                               | VersionNegotiationFailed
            request=GetCapabilities&acceptVersions=two                                 | VersionNegotiationFailed
            request=GetCapabilities&acceptVersions=0.0.1,99                            | VersionNegotiationFailed
            request=GetCapabilities&updateSequence=999999999999                        | InvalidUpdateSequence
            request=GetCapabilities&updateSequence=9E17                                | InvalidUpdateSequence
            request=GetCapabilities&sections=Nothing                                   | -
            request=GetCapabilities&version=nine                                       | -
            request=DescribeFeatureType&typeNames=toy:none                             | InvalidParameterValue
            request=DescribeFeatureType&typeNames=toy:hut,toy:none                     | InvalidParameterValue
            request=DescribeFeatureType&typeNames=other:hut                            | InvalidParameterValue
            request=DescribeFeatureType&typeNames=:                                    | InvalidParameterValue
            request=DescribeFeatureType&typeNames=toy:hut%00                           | InvalidParameterValue
            request=DescribeFeatureType&typeNames='                                    | InvalidParameterValue
            request=DescribeFeatureType&version=0.1&typeNames=toy:hut                  | InvalidParameterValue
            request=DescribeFeatureType&outputFormat=nothing&typeNames=toy:hut         | InvalidParameterValue
            request=DescribeFeatureType&outputFormat=SHAPE-ZIP&typeNames=toy:hut       | InvalidParameterValue
            request=DescribeFeatureType&outputFormat=csv&typeNames=toy:hut             | InvalidParameterValue
            request=GetPropertyValue&valueReference=name                               | MissingParameterValue
            request=GetPropertyValue&typeNames=toy:hut                                 | MissingParameterValue
            request=GetPropertyValue&typeNames=toy:hut&valueReference=                 | InvalidParameterValue
            request=GetPropertyValue&typeNames=toy:hut&valueReference=nothing          | InvalidParameterValue
            request=GetPropertyValue&typeNames=toy:none&valueReference=name            | InvalidParameterValue
            request=GetPropertyValue&typeNames=toy:hut&valueReference=name&count=two   | InvalidParameterValue
            request=GetPropertyValue&typeNames=toy:hut&valueReference=name&bbox=1,2    | InvalidParameterValue
            request=GetPropertyValue&typeNames=toy:hut&valueReference=name&filter=<x   | InvalidParameterValue
            request=GetPropertyValue&typeNames=toy:hut&valueReference=name&cql_filter=( | NoApplicableCode
            request=GetPropertyValue&typeNames=toy:hut&valueReference=name&version=7   | InvalidParameterValue
            request=ListStoredQueries&version=7                                        | InvalidParameterValue
            request=ListStoredQueries&version=two                                      | InvalidParameterValue
            request=ListStoredQuery                                                    | OperationNotSupported
            request=DescribeStoredQueries&storedQuery_Id=nothing                       | InvalidParameterValue
            request=DescribeStoredQueries&storedQuery_Id=a,b                           | InvalidParameterValue
            request=DescribeStoredQueries&storedQuery_Id='                             | InvalidParameterValue
            request=DescribeStoredQueries&version=7                                    | InvalidParameterValue
            request=GetFeature&storedQuery_Id=nothing                                  | InvalidParameterValue
            request=GetFeature&storedQuery_Id=urn:ogc:def:query:OGC-WFS::GetFeatureById | MissingParameterValue
            request=GetFeature&storedQuery_Id=urn:ogc:def:query:OGC-WFS::GetFeatureById&id= | MissingParameterValue
            request=GetFeature&storedQuery_Id=urn:ogc:def:query:OGC-WFS::GetFeatureById&id=hut | NotFound
            request=GetFeature&storedQuery_Id=urn:ogc:def:query:OGC-WFS::GetFeatureById&id=hut.none | NotFound
            request=GetFeature&storedQuery_Id=urn:ogc:def:query:OGC-WFS::GetFeatureById&id=none.a | NotFound
            request=GetFeature&storedQuery_Id=urn:ogc:def:query:OGC-WFS::GetFeatureById&id=. | NotFound
            request=GetFeature&storedQuery_Id=urn:ogc:def:query:OGC-WFS::GetFeatureById&id=pile.x | NotFound
            request=GetFeature&storedQuery_Id=urn:ogc:def:query:OGC-WFS::GetFeatureById&id=pile.99999999999999999999 | NotFound
            request=GetFeature&storedQuery_Id=urn:ogc:def:query:OGC-WFS::GetFeatureById&id=hut.a&outputFormat=none | InvalidParameterValue
            request=LockFeature&typeNames=toy:hut                                      | OperationNotSupported
            request=GetFeatureWithLock&typeNames=toy:hut                               | OperationNotSupported
            request=CreateStoredQuery                                                  | OperationNotSupported
            request=DropStoredQuery&storedQuery_Id=x                                   | OperationNotSupported
            request=Transaction                                                        | OperationNotSupported
            """)
    void by_parameters(String query, String code) {
        check(() -> toy.get("service=WFS&" + query.replace("<", "%3C").replace(" ", "%20")), code);
    }

    private interface Asking {
        MockHttpServletResponse answer();
    }

    /** A dash means that the request is good all the same. */
    private static void check(Asking asking, String code) {
        long before = System.nanoTime();
        MockHttpServletResponse response = asking.answer();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(AT_ONCE);
        if (code.equals("-")) {
            assertThat(response.getStatus()).as(text(response)).isEqualTo(200);
            return;
        }
        assertThat(response.getStatus()).as(text(response)).isBetween(400, 404);
        assertThat(xpath(response, "/ExceptionReport/Exception/@exceptionCode"))
                .as(text(response))
                .isEqualTo(code);
        assertThat(text(response)).doesNotContain("log says why");
    }

    private static final String QUERY =
            "<GetFeature version='2.0.0' service='WFS' xmlns='http://www.opengis.net/wfs/2.0'"
                    + " xmlns:toy='http://toy' xmlns:fes='http://www.opengis.net/fes/2.0'>";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <GetCapabilities version='2.0.0'>                                                  | OperationParsingFailed
            <GetCapability/>                                                                   | OperationParsingFailed
            <GetCapabilities><AcceptVersions><Version>9.0</Version></AcceptVersions></GetCapabilities> | VersionNegotiationFailed
            <GetCapabilities updateSequence='99999999999'/>                                    | InvalidUpdateSequence
            <!DOCTYPE a SYSTEM 'file:///etc/passwd'><GetCapabilities/>                         | OperationParsingFailed
            <DescribeFeatureType version='2.0.0'><TypeName>toy:none</TypeName></DescribeFeatureType> | InvalidParameterValue
            <DescribeFeatureType version='2.0.0'><TypeName/></DescribeFeatureType>             | InvalidParameterValue
            <DescribeFeatureType version='0.3'><TypeName>toy:hut</TypeName></DescribeFeatureType> | InvalidParameterValue
            <DescribeFeatureType version='2.0.0' outputFormat='none'><TypeName>toy:hut</TypeName></DescribeFeatureType> | InvalidParameterValue
            <GetPropertyValue version='2.0.0'><Query typeNames='toy:hut'/></GetPropertyValue>  | MissingParameterValue
            <GetPropertyValue version='2.0.0' valueReference=''><Query typeNames='toy:hut'/></GetPropertyValue> | InvalidParameterValue
            <GetPropertyValue version='2.0.0' valueReference='no'><Query typeNames='toy:hut'/></GetPropertyValue> | InvalidParameterValue
            <GetPropertyValue version='2.0.0' valueReference='name'/>                          | MissingParameterValue
            <GetPropertyValue version='2.0.0' valueReference='name'><Query/></GetPropertyValue> | MissingParameterValue
            <GetPropertyValue version='2.0.0' valueReference='name'><Query typeNames='toy:none'/></GetPropertyValue> | InvalidParameterValue
            <GetPropertyValue version='2.0.0' valueReference='name' count='x'><Query typeNames='toy:hut'/></GetPropertyValue> | InvalidParameterValue
            <ListStoredQueries version='9'/>                                                   | InvalidParameterValue
            <DescribeStoredQueries version='2.0.0'><StoredQueryId>none</StoredQueryId></DescribeStoredQueries> | InvalidParameterValue
            <LockFeature version='2.0.0'/>                                                     | OperationNotSupported
            <GetFeatureWithLock version='2.0.0'/>                                              | OperationNotSupported
            <CreateStoredQuery version='2.0.0'/>                                               | OperationNotSupported
            <DropStoredQuery version='2.0.0' id='x'/>                                          | OperationNotSupported
            GF<Query typeNames='toy:hut' srsName='Mars'/></GetFeature>                         | InvalidParameterValue
            GF<Query typeNames='toy:hut'><PropertyName>none</PropertyName></Query></GetFeature> | InvalidParameterValue
            GF<Query typeNames='toy:hut'><fes:SortBy><fes:SortProperty/></fes:SortBy></Query></GetFeature> | InvalidParameterValue
            GF<Query typeNames='toy:hut toy:path'/></GetFeature>                               | OptionNotSupported
            GF<Query typeNames='toy:hut'><fes:Filter><fes:PropertyIsLike wildCard='*' singleChar='.' escapeChar='!'/></fes:Filter></Query></GetFeature> | InvalidParameterValue
            GF<Query typeNames='toy:hut'><fes:Filter><fes:BBOX/></fes:Filter></Query></GetFeature> | InvalidParameterValue
            GF<Query typeNames='toy:hut'><fes:Filter><fes:ResourceId/></fes:Filter></Query></GetFeature> | InvalidParameterValue
            GF<StoredQuery/></GetFeature>                                                      | InvalidParameterValue
            GF<StoredQuery id='urn:ogc:def:query:OGC-WFS::GetFeatureById'/></GetFeature>       | MissingParameterValue
            GF<StoredQuery id='urn:ogc:def:query:OGC-WFS::GetFeatureById'><Parameter name='id'>hut.none</Parameter></StoredQuery></GetFeature> | NotFound
            """)
    void by_post(String body, String code) {
        String xml = body.startsWith("GF") ? QUERY + body.substring(2) : body;
        check(() -> toy.post(xml), code);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `` | MissingParameterValue
            <wfs:Nothing/> | OperationParsingFailed
            <wfs:Insert/> | MissingParameterValue
            <wfs:Insert><toy:none/></wfs:Insert> | InvalidValue
            <wfs:Insert><toy:hut><toy:colour>red</toy:colour></toy:hut></wfs:Insert> | InvalidValue
            <wfs:Insert><toy:hut><toy:id>x</toy:id><toy:beds>many</toy:beds></toy:hut></wfs:Insert> | InvalidValue
            <wfs:Update typeName='toy:hut'/> | MissingParameterValue
            <wfs:Update typeName='toy:none'><wfs:Property><wfs:ValueReference>name</wfs:ValueReference></wfs:Property></wfs:Update> | InvalidParameterValue
            <wfs:Update typeName='toy:hut'><wfs:Property><wfs:ValueReference>none</wfs:ValueReference></wfs:Property></wfs:Update> | InvalidValue
            <wfs:Delete typeName='toy:none'><fes:Filter/></wfs:Delete> | InvalidParameterValue
            <wfs:Delete typeName='toy:hut'/> | MissingParameterValue
            <wfs:Delete><fes:Filter><fes:ResourceId rid='hut.a'/></fes:Filter></wfs:Delete> | MissingParameterValue
            """)
    void transactions_by_an_editor(String actions, String code) {
        String xml =
                "<wfs:Transaction version='2.0.0' service='WFS' xmlns:wfs='http://www.opengis.net/wfs/2.0' xmlns:toy='http://toy'"
                        + " xmlns:fes='http://www.opengis.net/fes/2.0'>" + actions + "</wfs:Transaction>";

        check(() -> toy.edit(xml), code);

        assertThat(toy.database()
                        .client()
                        .sql("select count(*) from toy.hut")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }
}
