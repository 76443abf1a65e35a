package org.riskmap.callout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A call list as a file that a spreadsheet opens: the texts in it are texts, whatever they begin with. */
final class CallSheet {

    private static final List<String> HEADER = List.of("顺序", "角色", "姓名", "电话", "责任区", "状态", "备注", "时间", "记录人");
    private static final Map<String, String> STATES =
            Map.of("pending", "未呼叫", "called", "已呼叫", "confirmed", "已确认", "not_reached", "未联系上");
    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private CallSheet() {}

    /** RFC 4180, UTF-8 with a byte order mark so that spreadsheets read Chinese. */
    static byte[] csv(List<CallLists.Entry> entries) {
        StringBuilder csv = new StringBuilder("\uFEFF");
        line(csv, HEADER);
        entries.forEach(entry -> line(csv, cells(entry)));
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder csv, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            csv.append(i == 0 ? "" : ",").append(field(cells.get(i)));
        }
        csv.append("\r\n");
    }

    /** What a spreadsheet would run as a formula gets an apostrophe in front. */
    static String field(String cell) {
        String text = !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
        return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    /** Office Open XML; every cell is a text, so that nothing is a formula and no number loses its zeros. */
    static byte[] xlsx(List<CallLists.Entry> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "riskmap", "1.0")) {
            Worksheet sheet = book.newWorksheet("叫应清单");
            for (int column = 0; column < HEADER.size(); column++) {
                sheet.value(0, column, HEADER.get(column));
            }
            sheet.range(0, 0, 0, HEADER.size() - 1).style().bold().set();
            sheet.freezePane(0, 1);
            for (int row = 0; row < entries.size(); row++) {
                List<String> cells = cells(entries.get(row));
                for (int column = 0; column < cells.size(); column++) {
                    sheet.value(row + 1, column, cells.get(column));
                }
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        return bytes.toByteArray();
    }

    private static List<String> cells(CallLists.Entry entry) {
        Person person = entry.person();
        return List.of(
                Integer.toString(person.place()),
                person.roleZh(),
                person.name(),
                person.phone(),
                orEmpty(person.area()),
                STATES.getOrDefault(entry.state(), entry.state()),
                entry.note(),
                orEmpty(entry.stateAt()),
                orEmpty(entry.stateBy()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
