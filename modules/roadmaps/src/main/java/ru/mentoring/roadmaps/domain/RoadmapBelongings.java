package ru.mentoring.roadmaps.domain;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.tenancy.Belongings;
import ru.mentoring.tenancy.OrgId;

/** The roadmaps that somebody above has before them: a reorganisation gives them to another. */
@Component
class RoadmapBelongings implements Belongings {

    private final JdbcClient jdbc;

    RoadmapBelongings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Count> of(Collection<OrgId> schools) {
        return jdbc.sql(
                        """
                        select org_id, count(*) as number from roadmaps.roadmap
                        where org_id = any (cast(? as uuid[])) and state = 'ON_AGREEMENT' group by org_id\
                        """)
                .param(schools.stream().map(OrgId::value).toArray(UUID[]::new))
                .query((row, number) ->
                        new Count(
                                "roadmaps.belonging",
                                new OrgId(row.getObject("org_id", UUID.class)),
                                row.getLong("number")))
                .list();
    }
}
