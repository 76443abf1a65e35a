package org.riskmap.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskmap.kernel.InvalidInput;

class CsvFileTest {

    @TempDir
    private Path folder;

    /** {@code line: values} of each record, {@code line! fault} of each text that is none, in the order of lines. */
    private List<String> read(byte[] bytes, String... charsets) throws IOException {
        Path file = folder.resolve("x.csv");
        Files.write(file, bytes);
        List<CsvFile.Line> lines = new ArrayList<>();
        try (CsvFile csv = CsvFile.open(file, encodings(charsets), ',')) {
            for (CsvFile.Line line = csv.next(); line != null; line = csv.next()) {
                lines.add(line);
            }
        }
        return lines.stream()
                .sorted(java.util.Comparator.comparing(CsvFile.Line::line))
                .map(line -> line.line() + (line.fault() == null ? ": " + line.values() : "! " + line.fault()))
                .toList();
    }

    private static Encodings encodings(String... charsets) {
        return new Encodings(
                java.util.Arrays.stream(charsets).map(Charset::forName).toList());
    }

    private List<String> read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void values_are_as_written_and_lines_count_from_the_header() throws IOException {
        assertThat(read("a,b,c\n1, two ,\n\n\"x, y\",\"say \"\"hi\"\"\",3\r\n"))
                .containsExactly("2: [1,  two , ]", "4: [x, y, say \"hi\", 3]");
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_name() throws IOException {
        Path file = folder.resolve("bom.csv");
        Files.writeString(file, "\uFEFF序號,村里\n46,和平村\n");
        try (CsvFile csv = CsvFile.open(file, Encodings.NONE, ',')) {
            assertThat(csv.fields()).containsExactly("序號", "村里");
        }
    }

    @Test
    void big5_is_read_when_it_is_declared() throws IOException {
        byte[] big5 = "名稱,地址\n花蓮縣消防局,許功蓋\n".getBytes(Charset.forName("Big5"));
        assertThat(read(big5, "x-windows-950")).containsExactly("2: [花蓮縣消防局, 許功蓋]");
    }

    @Test
    void an_encoding_that_nobody_declared_is_refused_with_the_remedy() {
        byte[] gbk = "名称\n泰顺县\n".getBytes(Charset.forName("GBK"));
        assertThatThrownBy(() -> read(gbk))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("not UTF-8")
                .hasMessageContaining("encoding: GB18030");
    }

    @Test
    void of_several_encodings_the_first_that_fits_is_taken() throws IOException {
        byte[] gbk = "名称\n泰顺县\n".getBytes(Charset.forName("GBK"));
        assertThat(read(gbk, "UTF-8", "GB18030")).containsExactly("2: [泰顺县]");
        byte[] utf8 = "名称\n泰顺县\n".getBytes(StandardCharsets.UTF_8);
        assertThat(read(utf8, "UTF-8", "GB18030")).containsExactly("2: [泰顺县]");
    }

    @Test
    void a_record_with_bytes_of_another_encoding_is_set_apart_and_the_others_are_read() throws IOException {
        byte[] good = "a,b\n1,好\n2,".getBytes(StandardCharsets.UTF_8);
        byte[] bytes = java.util.Arrays.copyOf(good, good.length + 3);
        bytes[good.length] = (byte) 0xFF;
        bytes[good.length + 1] = '\n';
        bytes[good.length + 2] = ' ';
        assertThat(read(bytes, "UTF-8")).containsExactly("2: [1, 好]", "3! it has bytes that are no UTF-8 text");
    }

    @Test
    void a_quote_that_is_never_closed_costs_its_line_and_merges_nothing() throws IOException {
        assertThat(read("a,b,c\n1,\"x,2\n2,y,3\n3,z,4\n"))
                .containsExactly(
                        "2! a quotation mark opens a value and none closes it", "3: [2, y, 3]", "4: [3, z, 4]");
    }

    @Test
    void two_lines_with_one_quote_each_are_two_faults_and_not_one_record() throws IOException {
        // joined they would have three fields, as a record must
        assertThat(read("a,b,c\n1,\"x,2\n3,y\",4\n5,z,6\n"))
                .containsExactly(
                        "2! a quotation mark opens a value and none closes it",
                        "3! a quotation mark stands inside a value that is not quoted as a whole",
                        "4: [5, z, 6]");
    }

    @Test
    void a_quoted_value_may_run_over_lines() throws IOException {
        assertThat(read("a,b,c\n1,\"first\nsecond\",2\n3,z,4\n"))
                .containsExactly("2: [1, first\nsecond, 2]", "4: [3, z, 4]");
    }

    @Test
    void an_open_quote_in_the_last_line_is_a_fault() throws IOException {
        assertThat(read("a,b\n1,x\n2,\"y"))
                .containsExactly("2: [1, x]", "3! a quotation mark opens a value and none closes it");
    }

    @Test
    void nameless_columns_at_the_end_are_dropped_when_they_are_empty() throws IOException {
        assertThat(read("a,b,,,\n1,2,,,\n3,4\n5,6,,x,\n"))
                .containsExactly(
                        "2: [1, 2]",
                        "3: [3, 4]",
                        "4! it has 5 fields where the header has 2, and the surplus is not empty");
    }

    @Test
    void a_record_with_too_few_fields_is_a_fault() throws IOException {
        assertThat(read("a,b,c\n1,2\n")).containsExactly("2! it has 2 fields where the header has 3");
    }

    @Test
    void a_zero_byte_is_a_fault() throws IOException {
        assertThat(read("a,b\n1,x\0y\n")).containsExactly("2! it has a zero byte");
    }

    @Test
    void two_fields_of_one_name_are_refused() {
        assertThatThrownBy(() -> read("a,a\n1,2\n"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("two fields are called 'a'");
    }

    @Test
    void an_empty_file_is_refused() {
        assertThatThrownBy(() -> read("")).isInstanceOf(InvalidInput.class).hasMessageContaining("it is empty");
    }
}
