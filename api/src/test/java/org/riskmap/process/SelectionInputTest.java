package org.riskmap.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.riskmap.kernel.Feature;
import org.riskmap.kernel.InvalidInput;
import tools.jackson.databind.json.JsonMapper;

/** Selections in every form that the contract names, and geometries that are refused. */
class SelectionInputTest {

    private static Input input(String json) {
        return Input.of("hazards", JsonMapper.shared().readTree(json.replace('\'', '"')));
    }

    private static List<Feature> features(String json) {
        return ((Selection.Inline) SelectionInput.readWithGeometry(input(json))).features();
    }

    private static String collection(String... features) {
        return "{'features':{'type':'FeatureCollection','features':[" + String.join(",", features) + "]}}";
    }

    private static String point(String id, double lon) {
        return "{'type':'Feature'," + id + "'geometry':{'type':'Point','coordinates':[" + lon
                + ",30]},'properties':{'population':3}}";
    }

    @Test
    void a_layer_may_leave_its_workspace_out_and_have_a_filter() {
        assertThat(SelectionInput.read(input("{'layer':'shelter'}")))
                .isEqualTo(new Selection.OfLayer("hazards.layer", "risk:shelter", null));
        assertThat(SelectionInput.read(input("{'layer':'risk:shelter','filter':'capacity > 0'}")))
                .isEqualTo(new Selection.OfLayer("hazards.layer", "risk:shelter", "capacity > 0"));
    }

    @Test
    void features_come_out_sorted_whatever_their_order() {
        List<Feature> one =
                features(collection(point("'id':'b',", 119), point("'id':'a',", 120), point("'id':7,", 121)));
        List<Feature> other =
                features(collection(point("'id':7,", 121), point("'id':'b',", 119), point("'id':'a',", 120)));
        assertThat(one).extracting(Feature::id).containsExactly("7", "a", "b");
        assertThat(other).isEqualTo(one);
    }

    @Test
    void features_without_ids_get_them_from_their_content() {
        List<Feature> one = features(collection(point("", 119), point("", 120)));
        List<Feature> other = features(collection(point("", 120), point("", 119)));
        assertThat(one).isEqualTo(other);
        assertThat(one).allMatch(feature -> feature.id().matches("inline-[0-9a-f]{16}"));
        List<Feature> twins = features(collection(point("", 119), point("", 119)));
        assertThat(twins).extracting(Feature::id).doesNotHaveDuplicates();
    }

    @Test
    void a_bare_geometry_a_feature_and_a_collection_are_selections_too() {
        assertThat(features("{'type':'Point','coordinates':[119,30]}")).hasSize(1);
        assertThat(features(point("'id':'x',", 119))).extracting(Feature::id).containsExactly("x");
        assertThat(features("{'type':'FeatureCollection','features':[]}")).isEmpty();
        assertThat(features("{'type':'GeometryCollection','geometries':[{'type':'Point','coordinates':[119,30,12]},"
                        + "{'type':'LineString','coordinates':[[119,30],[120,31]]}]}"))
                .hasSize(1);
        assertThatThrownBy(() -> SelectionInput.read(input("{'type':'Point','coordinates':[119,30]}")))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void a_long_selection_stands_in_the_parameters_by_its_hash() {
        String[] many = new String[500];
        for (int i = 0; i < many.length; i++) {
            many[i] = point("", 100 + i / 100.0);
        }
        assertThat(SelectionInput.read(input(collection(many))).parameter())
                .containsOnlyKeys("feature_count", "sha256");
        assertThat(SelectionInput.read(input(collection(point("", 119)))).parameter())
                .containsOnlyKeys("features");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                                          | hazards",
                "['risk:shelter']                                                            | hazards",
                "{'layer':'risk:shelter','features':{}}                                      | hazards.features",
                "{'layer':3}                                                                 | hazards.layer",
                "{'layer':'shelter','filter':5}                                              | hazards.filter",
                "{'layer':'shelter','cql':'x'}                                               | hazards.cql",
                "{'features':[]}                                                             | hazards.features",
                "{'features':{'type':'FeatureCollection'}}                                   | hazards.features.features",
                "{'features':{'type':'FeatureCollection','features':[1]}}                    | hazards.features.features[0]",
                "{'type':'Circle','coordinates':[119,30]}                                    | hazards",
                "{'type':'Point'}                                                            | hazards.coordinates",
                "{'type':'Point','coordinates':[]}                                           | hazards.coordinates",
                "{'type':'Point','coordinates':['119','30']}                                 | hazards.coordinates",
                "{'type':'Point','coordinates':[30,119]}                                     | hazards.coordinates",
                "{'type':'Point','coordinates':[1e400,30]}                                   | hazards.coordinates",
                "{'type':'LineString','coordinates':[[119,30]]}                              | hazards.coordinates",
                "{'type':'LineString','coordinates':[[119,30],[119,300]]}                    | hazards.coordinates[1]",
                "{'type':'LineString','coordinates':[[119,30],[119,30]]}                     | hazards",
                "{'type':'Polygon','coordinates':[[[119,30],[120,30],[120,31],[119,31]]]}    | hazards.coordinates[0]",
                "{'type':'Polygon','coordinates':[[[0,0],[1,1],[1,0],[0,1],[0,0]]]}          | hazards",
                "{'type':'MultiPoint','coordinates':[]}                                      | hazards.coordinates",
                "{'type':'Point','coordinates':[500000,3300000],'crs':{'type':'name','properties':{'name':'EPSG:4549'}}} | hazards.crs",
                "{'type':'Feature','geometry':null}                                          | hazards",
                "{'type':'Feature','id':{},'geometry':{'type':'Point','coordinates':[1,1]}}  | hazards.id",
                "{'type':'Feature','properties':[],'geometry':{'type':'Point','coordinates':[1,1]}} | hazards.properties"
            })
    void what_is_no_selection_is_refused_by_name(String json, String path) {
        assertThatThrownBy(() -> SelectionInput.readWithGeometry(input(json)))
                .isInstanceOfSatisfying(
                        InvalidInput.class, wrong -> assertThat(wrong.input()).isEqualTo(path));
    }

    @Test
    void an_id_that_stands_twice_is_refused() {
        assertThatThrownBy(() -> features(collection(point("'id':'a',", 119), point("'id':'a',", 120))))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("'a' stands twice");
    }
}
