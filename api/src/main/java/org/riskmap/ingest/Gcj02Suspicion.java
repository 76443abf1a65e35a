package org.riskmap.ingest;

import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether points look shifted as positions from Chinese web maps are (GCJ-02, 300 to 800 m off). They do when more of them
 * lie in the area that they name, or in any area at all, after that shift is undone. Nothing is moved: whoever has the data
 * must say.
 */
final class Gcj02Suspicion {

    private static final int FEWEST_POINTS = 20;
    private static final double CLEAR_GAIN = 0.05;

    private Gcj02Suspicion() {}

    private record Hits(long points, long asGiven, long shiftedBack) {}

    /** Looks at {@code mapped}; {@code level} of the areas that points are compared with. Empty: no suspicion. */
    static Optional<String> of(JdbcClient sql, String level) {
        boolean areas = sql.sql("select exists (select from risk.admin_area where level = ? and source <> 'demo')")
                .param(level)
                .query(Boolean.class)
                .single();
        if (!areas) {
            return Optional.empty();
        }
        // A sample decides as well as all of them: at most about 5000 points, taken by a hash of their identifiers.
        Hits hits = sql.sql("""
                        with point as (
                            select m.admin_name as word, m.geom, pg_temp.from_gcj02(m.geom) as back
                            from mapped m
                            where m.reasons = '{}' and m.geom is not null
                                  and abs(hashtext(m.id)::bigint) % greatest(1, (select count(*) / 5000 from mapped)) = 0
                        ), hit as (
                            select exists (select from risk.admin_area a
                                           where a.level = ? and a.source <> 'demo' and st_intersects(a.geom, p.geom)
                                                 and (p.word is null or a.name = p.word)) as given,
                                   exists (select from risk.admin_area a
                                           where a.level = ? and a.source <> 'demo' and st_intersects(a.geom, p.back)
                                                 and (p.word is null or a.name = p.word)) as back
                            from point p
                        )
                        select count(*), count(*) filter (where given), count(*) filter (where back) from hit
                        """)
                .params(level, level)
                .query((row, number) -> new Hits(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
        if (hits.points() < FEWEST_POINTS || hits.shiftedBack() - hits.asGiven() < CLEAR_GAIN * hits.points()) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "the positions look like GCJ-02 (as Chinese web maps give them), some 500 m off: of %d points, %d lie in the "
                        + "%s that they belong to, and %d would after undoing that shift. They were loaded as they are: "
                        + "convert them to CGCS2000 and load again with --replace",
                hits.points(),
                hits.asGiven(),
                level,
                hits.shiftedBack()));
    }
}
