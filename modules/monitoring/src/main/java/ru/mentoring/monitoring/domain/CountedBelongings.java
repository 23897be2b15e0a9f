package ru.mentoring.monitoring.domain;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.tenancy.Belongings;
import ru.mentoring.tenancy.OrgId;

/**
 * People and pairs of schools, as the newest roll-up has counted them: above the school nobody
 * reads more exactly than the figures tell, where small numbers are kept back.
 */
@Component
class CountedBelongings implements Belongings {

    private final JdbcClient jdbc;

    CountedBelongings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Count> of(Collection<OrgId> schools) {
        return jdbc.sql(
                        """
                        select f.org_id, f.indicator, case f.indicator when 'CONSENTS' then f.total else f.n end as number
                        from monitoring.figure f
                        join monitoring.shown s on s.region_id = f.region_id and s.org_id = f.org_id and s.roll_up_id = f.roll_up_id
                        where f.org_id = any (cast(? as uuid[])) and f.year = extract(year from s.as_of)
                          and f.indicator in ('CONSENTS', 'MENTORSHIPS')
                        order by f.indicator\
                        """)
                .param(schools.stream().map(OrgId::value).toArray(UUID[]::new))
                .query((row, number) ->
                        new Count(
                                "monitoring.belonging." + row.getString("indicator"),
                                new OrgId(row.getObject("org_id", UUID.class)),
                                row.getObject("number", Long.class)))
                .list();
    }
}
