package org.riskmap.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.riskmap.kernel.InvalidInput;

class ProfileParserTest {

    @Test
    void every_shipped_profile_can_be_read() {
        assertThat(ProfileChoice.shipped())
                .extracting(Profile::name)
                .contains("hualien", "andorra", "shelters-csv", "villages-csv");
    }

    @Test
    void all_problems_are_told_at_once_with_their_places() {
        String yaml = """
                title: x
                area: [1, 2, 3]
                files:
                  - match: a.csv
                    crs: EPSG:999999
                    encoding: KOI-99
                    tables:
                      - target: shelter
                        colums: {}
                        columns:
                          name: {constant: x, map: {a: b}, otherwise: drop}
                          capacity: {join: people, field: n}
                          status: {}
                          address: {field: a, split: "、", time: YYYY, factor: 2}
                          id: code
                  - tables: []
                """;
        assertThatThrownBy(() -> ProfileParser.parse("p", "p.yaml", yaml))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("p.yaml: ")
                .hasMessageContaining("area: write [west, south, east, north] in degrees")
                .hasMessageContaining("files[0].crs: EPSG:999999 is not known")
                .hasMessageContaining("files[0].encoding: 'KOI-99' is not known; UTF-8, GB18030, Big5 are")
                .hasMessageContaining("files[0].tables[0]: unknown key 'colums'")
                .hasMessageContaining("files[0].tables[0].columns.name.otherwise: 'drop' is not one of")
                .hasMessageContaining("files[0]: column capacity of shelter uses the join 'people'")
                .hasMessageContaining("files[0].tables[0].columns.status: say where the value comes from")
                .hasMessageContaining("files[0].tables[0].columns: 'id' is not mapped here")
                .hasMessageContaining("files[0].tables[0].columns.address: factor and time exclude each other")
                .hasMessageContaining("files[0].tables[0].columns.address: 'split' goes with 'map'")
                .hasMessageContaining("files[1]: say what is made of it")
                .hasMessageContaining("files[1]: 'match' is missing");
    }

    @Test
    void text_that_is_no_yaml_is_told_as_such() {
        assertThatThrownBy(() -> ProfileParser.parse("p", "p.yaml", "files: ["))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("p.yaml: it is not YAML");
    }

    @Test
    void words_that_look_like_numbers_or_truth_stay_words() {
        Profile profile = ProfileParser.parse("p", "p.yaml", """
                title: x
                files:
                  - match: a.csv
                    crs: EPSG:4490
                    tables:
                      - target: road
                        columns:
                          oneway: {field: o, map: {yes: yes, 1: yes, -1: reverse, no: no}}
                """);
        assertThat(profile.files()
                        .get(0)
                        .tables()
                        .get(0)
                        .columns()
                        .get("oneway")
                        .get(0)
                        .map())
                .containsEntry("yes", "yes")
                .containsEntry("1", "yes")
                .containsEntry("-1", "reverse")
                .containsEntry("no", "no");
    }
}
