package org.riskmap.rain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.riskmap.upload.CsvTable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Debris-flow alert units as Taiwan's agency publishes them: {@code county_town,villages,station,station_norm,alert_mm,
 * station_role}. Each village of a unit gets a threshold at its station; a station that is not there is added without a
 * position. The agency's number is of effective accumulated rainfall; here the sum of 24 hours is compared with it, and the
 * threshold says so.
 */
final class AlertUnits {

    private static final String SAYS = "土石流警戒基準值（有效累積雨量），此處以24小時累計雨量比較";
    private static final int WINDOW_H = 24;

    List<RainThresholds.Wanted> read(JdbcClient client, CsvTable table, List<RainThresholds.Refused> refused) {
        table.with("county_town", "villages", "station", "alert_mm");
        List<RainThresholds.Wanted> wanted = new ArrayList<>();
        for (CsvTable.Line line : table.lines()) {
            String mm = line.values().getOrDefault("alert_mm", "");
            String town = line.values().getOrDefault("county_town", "");
            String station =
                    line.values().getOrDefault("station_norm", line.values().getOrDefault("station", ""));
            String[] villages = line.values().getOrDefault("villages", "").split("、");
            if (!mm.matches("[1-9][0-9]{0,3}") || station.isEmpty()) {
                refused.add(new RainThresholds.Refused(
                        line.line(), "alert_mm: the unit has no station or no whole number of mm; give both"));
                continue;
            }
            for (String village : villages) {
                Optional<String> area = village(client, town, village.strip());
                if (area.isEmpty()) {
                    refused.add(new RainThresholds.Refused(
                            line.line(),
                            "villages: there is no village '" + village + "' in " + town
                                    + "; load the county's villages first"));
                } else {
                    wanted.add(new RainThresholds.Wanted(
                            line.line(),
                            "admin_area",
                            area.get(),
                            WINDOW_H,
                            "red",
                            Double.parseDouble(mm),
                            gauge(client, station),
                            SAYS,
                            "second-hand",
                            LocalDate.now()));
                }
            }
        }
        return wanted;
    }

    private static Optional<String> village(JdbcClient client, String town, String village) {
        return client.sql("""
                        select v.id
                        from risk.admin_area v
                             join risk.admin_area t on t.level = 'township' and t.code = v.parent_code
                             left join risk.admin_area c on c.level = 'county' and c.code = t.parent_code
                        where v.level = 'village' and v.name = ? and ? in (t.name, coalesce(c.name, '') || t.name)
                        order by v.id
                        limit 1
                        """).params(village, town).query(String.class).optional();
    }

    private static String gauge(JdbcClient client, String station) {
        String id = client.sql("select 'station-' || left(md5(?), 12)")
                .param(station)
                .query(String.class)
                .single();
        client.sql("""
                        insert into risk.rain_gauge (id, name, kind, source) values (?, ?, '预警参考站', 'alert units')
                        on conflict (id) do nothing
                        """).params(id, station).update();
        return id;
    }
}
