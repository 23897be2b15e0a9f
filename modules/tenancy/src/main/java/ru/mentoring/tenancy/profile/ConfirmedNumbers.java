package ru.mentoring.tenancy.profile;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.SchoolNumbers;

@Component
class ConfirmedNumbers implements SchoolNumbers {

    private final JdbcClient jdbc;

    ConfirmedNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Numbers> of(Collection<OrgId> schools, int lastStartYear) {
        var ids = schools.stream().map(OrgId::value).toArray(UUID[]::new);
        return jdbc.sql(
                        """
                        select org_id, start_year, pupils_10_14, pupils_15_19, young_teachers from tenancy.profile
                        where org_id = any (:schools) and start_year <= :year and state = 'CONFIRMED' order by start_year\
                        """)
                .param("schools", ids)
                .param("year", lastStartYear)
                .query((row, number) ->
                        new Numbers(
                                new OrgId(row.getObject("org_id", UUID.class)),
                                row.getInt("start_year"),
                                row.getObject("pupils_10_14", Integer.class),
                                row.getObject("pupils_15_19", Integer.class),
                                row.getObject("young_teachers", Integer.class)))
                .list();
    }
}
