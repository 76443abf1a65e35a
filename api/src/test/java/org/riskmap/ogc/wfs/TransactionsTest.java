package org.riskmap.ogc.wfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.riskmap.ogc.wfs.Toy.text;
import static org.riskmap.ogc.wfs.Toy.xpath;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;

/** Expected rows follow from what is sent; codes are those of ISO 19142, table 3. */
class TransactionsTest {

    private static final String HEAD = """
            <wfs:Transaction service="WFS" version="2.0.0" xmlns:wfs="http://www.opengis.net/wfs/2.0"
              xmlns:fes="http://www.opengis.net/fes/2.0" xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:t="http://toy"
              xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">""";
    private static final String TAIL = "</wfs:Transaction>";
    private static final String HUT = """
            <wfs:Insert handle="one"><t:hut><t:id>new</t:id><t:name>新 &lt;hut&gt;</t:name><t:beds>7</t:beds>
              <t:seen>2024-05-01T08:00:00+08:00</t:seen>
              <t:geom><gml:Point gml:id="p" srsName="urn:ogc:def:crs:EPSG::4490"><gml:pos>30.25 120.5</gml:pos></gml:Point></t:geom>
            </t:hut></wfs:Insert>""";
    private static final String OF_A = "<fes:Filter><fes:ResourceId rid=\"hut.a\"/></fes:Filter>";

    @AutoClose
    private Toy toy;

    @BeforeEach
    void create() {
        toy = new Toy();
    }

    private String row(String sql) {
        return toy.database().client().sql(sql).query(String.class).optional().orElse("nothing");
    }

    private MockHttpServletResponse edit(String actions) {
        return toy.edit(HEAD + actions + TAIL);
    }

    private static String shelter(String id, String capacity, String status) {
        return """
                <wfs:Insert><t:shelter><t:id>%s</t:id><t:capacity>%s</t:capacity><t:status>%s</t:status>
                  <t:geom><gml:Point gml:id="p"><gml:pos>30 120</gml:pos></gml:Point></t:geom></t:shelter></wfs:Insert>
                """.formatted(id, capacity, status);
    }

    @Test
    void nobody_changes_data_without_a_login() {
        MockHttpServletResponse response = toy.post(HEAD + HUT + TAIL);
        assertThat(response.getStatus()).isEqualTo(401);
        assertThat(response.getHeader("WWW-Authenticate")).startsWith("Basic");
        assertThat(xpath(response, "local-name(/*)")).isEqualTo("ExceptionReport");
        assertThat(row("select count(*)::text from toy.hut")).isEqualTo("3");
    }

    @Test
    void an_inserted_feature_lies_where_its_system_says_and_its_id_is_told() {
        MockHttpServletResponse response = edit(HUT);
        assertThat(xpath(response, "/TransactionResponse/TransactionSummary/totalInserted"))
                .isEqualTo("1");
        assertThat(xpath(response, "/TransactionResponse/InsertResults/Feature/ResourceId/@rid"))
                .isEqualTo("hut.new");
        assertThat(xpath(response, "/TransactionResponse/InsertResults/Feature/@handle"))
                .isEqualTo("one");
        assertThat(
                        row(
                                "select concat_ws('|', name, beds, seen at time zone 'utc', st_astext(geom)) from toy.hut where id = 'new'"))
                .isEqualTo("新 <hut>|7|2024-05-01 00:00:00|POINT(120.5 30.25)");
    }

    @Test
    void polygons_become_multipolygons_and_other_systems_are_transformed() {
        // EPSG:4549, northing first, of 120.5 E 31.25 N
        MockHttpServletResponse response = edit("""
                <wfs:Insert><t:zone><t:id>n</t:id><t:geom><gml:Polygon gml:id="p"><gml:exterior><gml:LinearRing>
                <gml:posList>29 119 29 120 30 120 29 119</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></t:geom>
                </t:zone></wfs:Insert>
                <wfs:Insert><t:hut><t:id>far</t:id><t:geom><gml:Point gml:id="q" srsName="urn:ogc:def:crs:EPSG::4549">
                <gml:pos>3458800.0373 547627.3809</gml:pos></gml:Point></t:geom></t:hut></wfs:Insert>""");
        assertThat(response.getStatus()).as(text(response)).isEqualTo(200);
        assertThat(row("select st_astext(geom) from toy.zone where id = 'n'"))
                .isEqualTo("MULTIPOLYGON(((119 29,120 29,120 30,119 29)))");
        assertThat(row("select st_astext(st_snaptogrid(geom, 1e-6)) from toy.hut where id = 'far'"))
                .isEqualTo("POINT(120.5 31.25)");
    }

    @Test
    void update_changes_what_it_names_and_empties_what_has_no_value() {
        MockHttpServletResponse response = edit("<wfs:Update typeName=\"t:hut\">"
                + "<wfs:Property><wfs:ValueReference>t:beds</wfs:ValueReference><wfs:Value>9</wfs:Value></wfs:Property>"
                + "<wfs:Property><wfs:ValueReference>name</wfs:ValueReference></wfs:Property>" + OF_A
                + "</wfs:Update>");
        assertThat(xpath(response, "//totalUpdated")).isEqualTo("1");
        assertThat(xpath(response, "/TransactionResponse/UpdateResults/Feature/ResourceId/@rid"))
                .isEqualTo("hut.a");
        assertThat(row("select concat(beds, coalesce(name, '-'), seen is not null) from toy.hut where id = 'a'"))
                .isEqualTo("9-t");
    }

    @Test
    void replace_keeps_nothing_but_the_key() {
        MockHttpServletResponse response = edit("<wfs:Replace><t:hut><t:name>r</t:name><t:geom>"
                + "<gml:Point gml:id=\"p\"><gml:pos>31 121</gml:pos></gml:Point></t:geom></t:hut>" + OF_A
                + "</wfs:Replace>");
        assertThat(xpath(response, "//totalReplaced")).isEqualTo("1");
        assertThat(
                        row(
                                "select concat(id, name, coalesce(beds::text, '-'), st_astext(geom)) from toy.hut where id = 'a'"))
                .isEqualTo("ar-POINT(121 31)");
    }

    @Test
    void delete_takes_what_its_filter_finds() {
        MockHttpServletResponse response = edit("<wfs:Delete typeName=\"t:hut\"><fes:Filter><fes:PropertyIsGreaterThan>"
                + "<fes:ValueReference>beds</fes:ValueReference><fes:Literal>5</fes:Literal></fes:PropertyIsGreaterThan>"
                + "</fes:Filter></wfs:Delete>");
        assertThat(xpath(response, "//totalDeleted")).isEqualTo("1");
        assertThat(row("select string_agg(id, '' order by id) from toy.hut")).isEqualTo("ac");
    }

    @Test
    void version_1_1_0_has_its_own_words() {
        MockHttpServletResponse response = toy.edit("""
                <wfs:Transaction service="WFS" version="1.1.0" xmlns:wfs="http://www.opengis.net/wfs"
                  xmlns:ogc="http://www.opengis.net/ogc" xmlns:gml="http://www.opengis.net/gml" xmlns:toy="http://toy">
                <wfs:Insert idgen="UseExisting"><gml:featureMembers><toy:hut gml:id="hut.mine"><toy:beds>1</toy:beds>
                  <toy:geom><gml:Point srsName="EPSG:4326"><gml:pos>120.5 30.25</gml:pos></gml:Point></toy:geom></toy:hut>
                </gml:featureMembers></wfs:Insert>
                <wfs:Update typeName="toy:hut"><wfs:Property><wfs:Name>beds</wfs:Name><wfs:Value>2</wfs:Value></wfs:Property>
                  <ogc:Filter><ogc:FeatureId fid="hut.mine"/></ogc:Filter></wfs:Update></wfs:Transaction>""");
        assertThat(xpath(response, "/TransactionResponse/InsertResults/Feature/FeatureId/@fid"))
                .isEqualTo("hut.mine");
        assertThat(xpath(response, "//totalUpdated")).isEqualTo("1");
        assertThat(row("select concat(beds, st_astext(geom)) from toy.hut where id = 'mine'"))
                .isEqualTo("2POINT(120.5 30.25)");
    }

    @Test
    void a_transaction_is_done_whole_or_not_at_all() {
        MockHttpServletResponse response = edit(HUT + shelter("s", "-5", "open"));
        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(xpath(response, "/ExceptionReport/Exception/@exceptionCode")).isEqualTo("InvalidValue");
        assertThat(row("select count(*)::text from toy.hut")).isEqualTo("3");
        assertThat(row("select count(*)::text from risk.change")).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            s       | -5  | open   | capacity
            s       | 5   | burnt  | status
            s       | many | open  | capacity
            a b     | 5   | open   | id
            """)
    void a_broken_rule_is_told_with_the_field(String id, String capacity, String status, String field) {
        MockHttpServletResponse response = edit(shelter(id, capacity, status));
        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(xpath(response, "/ExceptionReport/Exception/@exceptionCode")).isEqualTo("InvalidValue");
        assertThat(xpath(response, "/ExceptionReport/Exception/@locator"))
                .as(text(response))
                .isEqualTo(field);
    }

    @Test
    void who_follows_changes_sees_the_edit_and_its_place() {
        MockHttpServletResponse response = edit(shelter("s", "5", "open"));
        assertThat(response.getStatus()).as(text(response)).isEqualTo(200);
        assertThat(row("select concat(table_name, operation, rows, st_astext(st_centroid(envelope))) from risk.change"))
                .isEqualTo("shelterINSERT1POINT(120 30)");
        assertThat(row("select source from risk.shelter")).isEqualTo("edited");
    }

    @Test
    void a_key_of_text_that_nobody_gives_is_made_up() {
        MockHttpServletResponse response = edit(HUT.replace("<t:id>new</t:id>", ""));
        String id = xpath(response, "//ResourceId/@rid");
        assertThat(id).matches("hut\\.[0-9a-f-]{36}");
        assertThat(row("select name from toy.hut where id = '" + id.substring(4) + "'"))
                .isEqualTo("新 <hut>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <wfs:Insert/>                                                        | MissingParameterValue
            <wfs:Insert><t:nope/></wfs:Insert>                                   | InvalidValue
            <wfs:Insert><t:hut><t:nope>1</t:nope></t:hut></wfs:Insert>           | InvalidValue
            <wfs:Insert><t:hut><t:beds><t:x/></t:beds></t:hut></wfs:Insert>      | InvalidValue
            <wfs:Insert><t:hut><t:geom>120 30</t:geom><t:beds>x</t:beds></t:hut></wfs:Insert> | InvalidValue
            <wfs:Insert><t:hut><t:id>a</t:id></t:hut></wfs:Insert>               | InvalidValue
            <wfs:Update typeName="t:hut"/>                                       | MissingParameterValue
            <wfs:Update><wfs:Property/></wfs:Update>                             | MissingParameterValue
            <wfs:Delete typeName="t:hut"/>                                       | MissingParameterValue
            <wfs:Delete typeName="t:nope"><fes:Filter><fes:ResourceId rid="a"/></fes:Filter></wfs:Delete> | InvalidParameterValue
            <wfs:Delete typeName="t:hut"><fes:Filter><fes:Nope/></fes:Filter></wfs:Delete> | InvalidParameterValue
            <wfs:Delete typeName="t:many"><fes:Filter><fes:ResourceId rid="many.1"/></fes:Filter></wfs:Delete> | InvalidValue
            <wfs:Replace/>                                                       | MissingParameterValue
            <wfs:Native vendorId="x" safeToIgnore="false"/>                      | OptionNotSupported
            <wfs:Nonsense/>                                                      | OperationParsingFailed
            """)
    void a_malformed_action_gets_its_code(String action, String code) {
        MockHttpServletResponse response = edit(action);
        assertThat(response.getStatus()).as(text(response)).isEqualTo(400);
        assertThat(xpath(response, "/ExceptionReport/Exception/@exceptionCode"))
                .as(text(response))
                .isEqualTo(code);
        assertThat(row("select count(*)::text from toy.hut")).isEqualTo("3");
    }
}
