package org.riskmap.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.riskmap.TestDatabase;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.operation.AuditOf;
import tools.jackson.databind.json.JsonMapper;

class WarningRulesTest {

    private static WarningRules parse(String json) {
        return WarningRules.parse("rules", JsonMapper.shared().readTree(json.replace('\'', '"')));
    }

    @Test
    void what_is_written_reads_the_same_again() {
        String json =
                "[{'hazards':['flood','typhoon'],'level':'red','move':[{'near':'river','classes':[],'within_m':50.0,"
                        + "'why':'河边'}],'close':[{'roads':['track','path']},{'land':'fire_zone','classes':['5']}],"
                        + "'steps':[{'step':'撤','text':'转移'}]}]";

        assertThat(JsonMapper.shared().writeValueAsString(parse(json).json())).isEqualTo(json.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{}                                                                              | rules",
                "[{'hazards':['flood']}]                                                         | rules[0].level",
                "[{'hazards':['fog'],'level':'red'}]                                             | rules[0].hazards[0]",
                "[{'hazards':['flood'],'level':'red','shut':[]}]                                 | rules[0].shut",
                "[{'hazards':['flood'],'level':'red'},{'hazards':['flood'],'level':'red'}]       | rules[1]",
                "[{'hazards':['flood'],'level':'red','move':[{'near':'moon'}]}]                  | rules[0].move[0].near",
                "[{'hazards':['flood'],'level':'red','move':[{'near':'river','within_m':-1,'why':'x'}]}] | rules[0].move[0].within_m",
                "[{'hazards':['flood'],'level':'red','close':[{'land':'area','roads':['track']}]}] | rules[0].close[0]",
                "[{'hazards':['flood'],'level':'red','close':[{'roads':['track; drop']}]}]         | rules[0].close[0].roads",
                "[{'hazards':['flood'],'level':'red','steps':[{'step':'走','text':'x'}]}]         | rules[0].steps[0].step",
            })
    void what_is_wrong_is_named(String json, String path) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> parse(json))
                .matches(wrong -> wrong.input().equals(path), "named " + path);
    }

    @Test
    void the_shipped_rules_have_one_for_each_hazard_and_level() {
        try (TestDatabase test = TestDatabase.create()) {
            WarningRules rules = new RulesTable(test.database(), AuditOf.database(test.database()))
                    .newest(null)
                    .rules();

            for (String hazard : WarningRules.HAZARDS) {
                for (Level level : Level.values()) {
                    assertThat(rules.of(hazard, level).steps()).isNotEmpty();
                }
            }
        }
    }

    @Test
    void a_county_goes_by_its_own_newest_version() {
        try (TestDatabase test = TestDatabase.create()) {
            RulesTable table = new RulesTable(test.database(), AuditOf.database(test.database()));
            table.add("330329", parse("[{'hazards':['flood'],'level':'red'}]"), "first", "admin");
            table.add("330329", parse("[]"), "second", "admin");

            assertThat(table.newest("330329").name()).isEqualTo("330329/2");
            assertThat(table.newest("500235").name()).isEqualTo("*/1");
            assertThat(table.versions("330329"))
                    .extracting(RulesTable.Version::note)
                    .startsWith("second", "first");
        }
    }
}
