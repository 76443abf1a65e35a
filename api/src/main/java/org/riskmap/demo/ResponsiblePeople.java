package org.riskmap.demo;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * People who answer for the demo's areas and zones. Nobody is meant: each is named after the place, and the numbers begin with
 * 100, which no mobile phone has.
 */
final class ResponsiblePeople {

    private ResponsiblePeople() {}

    static void write(JdbcClient client) {
        client.sql("""
                        insert into personal.responsible (id, name, phone, role, admin_code, source)
                        select 'demo-person-' || a.code || '-' || r.role, left(a.name, 2) || r.ending || '（演示）',
                               '100' || lpad((hashtext(a.code || r.role)::bigint & 99999999)::text, 8, '0'), r.role, a.code, 'demo'
                        from risk.admin_area a
                             join (values ('township', 'county_leader', '包乡'), ('township', 'township_leader', '乡长'),
                                          ('village', 'village_leader', '村长'), ('village', 'transfer', '转移'),
                                          ('village', 'grid', '网格')) r(level, role, ending) on r.level = a.level
                        where a.source = 'demo'
                        """).update();
        client.sql("""
                        insert into personal.responsible (id, name, phone, role, hazard_layer, hazard_id, source)
                        select 'demo-person-' || z.id, left(z.name, 2) || '巡查（演示）',
                               '100' || lpad((hashtext(z.id)::bigint & 99999999)::text, 8, '0'), 'patrol', 'geohazard_zone', z.id,
                               'demo'
                        from risk.geohazard_zone z
                        where z.source = 'demo'
                        """).update();
    }
}
