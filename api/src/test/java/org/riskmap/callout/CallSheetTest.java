package org.riskmap.callout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists as files. What a spreadsheet runs as a formula: OWASP, CSV injection ({@code = + - @}, tab, carriage return). */
class CallSheetTest {

    private static final CallLists.Entry ENTRY = new CallLists.Entry(
            new Person(1, "p1", "=HYPERLINK(\"http://evil\")", "00123", "grid", "网格员", "grid member", "甲村,乙组"),
            "confirmed",
            "@SUM(A1)",
            null,
            null);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "=1+1|'=1+1",
                "+8613|'+8613",
                "-1|'-1",
                "@A1|'@A1",
                "＝1|'＝1",
                "王五|王五",
                "a,b|\"a,b\"",
                "=\"x\"|\"'=\"\"x\"\"\""
            })
    void what_would_run_as_a_formula_gets_an_apostrophe(String cell, String written) {
        assertThat(CallSheet.field(cell)).isEqualTo(written);
    }

    @Test
    void the_csv_has_a_mark_of_its_encoding_and_one_line_for_each() {
        String csv = new String(CallSheet.csv(List.of(ENTRY)), StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\uFEFF顺序,角色,姓名,电话,");
        assertThat(csv).contains("1,网格员,\"'=HYPERLINK(\"\"http://evil\"\")\",00123,\"甲村,乙组\",已确认,'@SUM(A1),,\r\n");
    }

    @Test
    void the_workbook_has_texts_only(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("list.xlsx"), CallSheet.xlsx(List.of(ENTRY)));
        String sheet;
        String strings;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            sheet = text(zip, "xl/worksheets/sheet1.xml");
            strings = text(zip, "xl/sharedStrings.xml");
        }
        assertThat(sheet).doesNotContain("<f>").contains("t=\"s\"");
        assertThat(strings).contains("=HYPERLINK(&quot;http://evil&quot;)", ">00123</t>");
    }

    private static String text(ZipFile zip, String part) throws IOException {
        return new String(zip.getInputStream(zip.getEntry(part)).readAllBytes(), StandardCharsets.UTF_8);
    }
}
