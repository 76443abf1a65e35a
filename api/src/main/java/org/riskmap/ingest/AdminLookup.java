package org.riskmap.ingest;

import org.riskmap.postgis.SqlQuery;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The codes of the administrative areas that records belong to: the area that a record names, where exactly one has that
 * name (and lies in the one named above it); else the one that it lies in. Where the two differ, a warning says so.
 */
final class AdminLookup {

    private AdminLookup() {}

    /** Fills a column of {@code mapped}. {@code level}: county, township or village. */
    static void run(JdbcClient sql, String column, String level) {
        sql.sql("drop table if exists pg_temp.belongs").update();
        sql.sql(
                        "create temporary table belongs (rec bigint primary key, named text, lies text, word text) on commit drop")
                .update();
        sql.sql("""
                        with named as (
                            select m.rec, min(a.code) as code, count(*) as areas
                            from mapped m
                                 join risk.admin_area a on a.level = ? and a.source <> 'demo' and a.name = m.admin_name
                                 left join risk.admin_area above on above.code = a.parent_code and above.source <> 'demo'
                            where m.admin_within is null or m.admin_within like '%' || above.name
                            group by m.rec
                        ), lies as (
                            select m.rec, min(a.code) as code
                            from mapped m
                                 join risk.admin_area a on a.level = ? and a.source <> 'demo'
                                      and st_intersects(a.geom, case when st_dimension(m.geom) = 0 then m.geom
                                                                     else st_pointonsurface(m.geom) end)
                            group by m.rec
                        )
                        insert into belongs (rec, named, lies, word)
                        select m.rec, case when n.areas = 1 then n.code end, l.code, m.admin_name
                        from mapped m left join named n using (rec) left join lies l using (rec)
                        """).params(level, level).update();
        sql.sql("""
                        update mapped m
                        set {column} = coalesce(b.named, b.lies),
                            warnings = warnings || array_remove(array [
                                case when b.named <> b.lies
                                     then format('it names the %1$s ''%2$s'' and lies in ''%3$s''', cast(? as text), b.named, b.lies)
                                     when b.named is null and b.word is not null and b.lies is not null
                                     then format('no one %1$s is called ''%2$s''; the one that it lies in was taken',
                                                 cast(? as text), b.word)
                                     when b.named is null and b.lies is null
                                     then format('no %1$s is known that it belongs to', cast(? as text)) end], null)
                        from belongs b
                        where b.rec = m.rec
                        """.replace("{column}", SqlQuery.identifier(column)))
                .params(level, level, level)
                .update();
    }
}
