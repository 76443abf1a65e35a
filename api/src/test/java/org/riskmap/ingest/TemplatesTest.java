package org.riskmap.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskmap.TestDatabase;
import org.riskmap.ingest.LoadReport.TableReport;

/** The tables that people fill in, as they are shipped and as a Chinese spreadsheet program saves them. */
class TemplatesTest {

    private static final Path TEMPLATES = Path.of("../sql/profiles/templates");

    @AutoClose
    private static final TestDatabase test = TestDatabase.create();

    @TempDir
    private Path parent;

    private LoadReport load(String template, String name, Charset charset) throws IOException {
        LoadFixture load = new LoadFixture(test, parent, "filled");
        Path file = load.write(name, Files.readString(TEMPLATES.resolve(template)), charset)
                .folder
                .resolve(name);
        return new Loader(test.database(), load.rasters).load(new LoadRequest(file, null, false, false));
    }

    @Test
    void the_shelters_template_loads_as_it_is() throws IOException {
        LoadReport report = load("shelters-template.csv", "shelters-template.csv", StandardCharsets.UTF_8);
        assertThat(report.profile()).startsWith("shelters-csv (shipped; its file names match)");
        TableReport shelters = LoadFixture.only(report);
        assertThat(shelters.read()).isEqualTo(2);
        assertThat(shelters.loaded()).isEqualTo(2);
        assertThat(test.database()
                        .client()
                        .sql(
                                "select string_agg(concat_ws('/', id, capacity, tier, standardised, suited_hazards), ' ' order by id) "
                                        + "from risk.shelter")
                        .query(String.class)
                        .single())
                .isEqualTo("BZ-001/250/township/t/flood,typhoon,geohazard BZ-002/60/village/f/typhoon");
    }

    @Test
    void a_table_saved_in_gbk_under_a_chinese_name_loads_too() throws IOException {
        LoadReport report = load("shelters-template.csv", "泰顺避灾安置场所.csv", Charset.forName("GBK"));
        assertThat(LoadFixture.only(report).loaded()).isEqualTo(2);
        assertThat(report.files().get(0).notes()).containsExactly("read as GB18030");
    }

    @Test
    void the_villages_template_loads_as_it_is() throws IOException {
        LoadReport report = load("villages-template.csv", "villages-template.csv", StandardCharsets.UTF_8);
        assertThat(LoadFixture.only(report).loaded()).isEqualTo(2);
        assertThat(test.database()
                        .client()
                        .sql("select sum(population) || ' ' || sum(vulnerable) from risk.settlement")
                        .query(String.class)
                        .single())
                .isEqualTo("280 31");
    }
}
