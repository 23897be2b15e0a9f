package ru.mentoring.roadmaps.domain;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.mentoring.roadmaps.NoSuchRoadmap;
import ru.mentoring.roadmaps.RoadmapId;
import ru.mentoring.tenancy.AccountId;
import ru.mentoring.tenancy.CurrentScope;
import tools.jackson.databind.json.JsonMapper;

/**
 * Papers that have been read and wait to be looked over; forgotten after two weeks. What became of
 * a finished one is known until then.
 */
@Component
class Uploads {

    private static final Duration LIFETIME = Duration.ofDays(14);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A paper in waiting. */
    record Upload(UUID id, String fileName, String content, Instant receivedAt, long version) {

        Proposal proposal() {
            return JSON.readValue(content, Proposal.class);
        }
    }

    /**
     * What became of a paper.
     *
     * @param roadmapId the roadmap it was saved as, or null if it was thrown away
     * @param there whether that roadmap is still there
     */
    record Finished(String fileName, @Nullable UUID roadmapId, boolean there) {}

    private final JdbcClient jdbc;
    private final Desk desk;

    Uploads(JdbcClient jdbc, Desk desk) {
        this.jdbc = jdbc;
        this.desk = desk;
    }

    UploadId add(String fileName, Proposal proposal) {
        forgetExpired();
        var id = UploadId.next();
        jdbc.sql(
                        """
                        insert into roadmaps.upload
                            (region_id, id, org_id, account_id, file_name, content, received_at, expires_at, version)
                        values (:region, :id, :org, cast(:account as uuid), :name, :content, :now, :expires, 0)\
                        """)
                .param("region", CurrentScope.get().region().value())
                .param("id", id.value())
                .param("org", CurrentScope.get().org().value())
                .param("account", CurrentScope.get().actor().map(AccountId::value).orElse(null))
                .param("name", fileName)
                .param("content", JSON.writeValueAsString(proposal))
                .param("now", Timestamp.from(desk.now()))
                .param("expires", Timestamp.from(desk.now().plus(LIFETIME)))
                .update();
        return id;
    }

    Upload get(UploadId id) {
        return find(id).orElseThrow(() -> new NoSuchRoadmap(id.value()));
    }

    List<Upload> waiting() {
        return jdbc.sql(
                        """
                        select id, file_name, '' as content, received_at, version from roadmaps.upload
                        where region_id = :region and org_id = :org and expires_at > :now and finished_at is null
                        order by received_at desc limit 20\
                        """)
                .param("region", CurrentScope.get().region().value())
                .param("org", CurrentScope.get().org().value())
                .param("now", Timestamp.from(desk.now()))
                .query(Upload.class)
                .list();
    }

    void replace(UploadId id, Proposal proposal, long seen) {
        int changed =
                jdbc.sql(
                                """
                                update roadmaps.upload set content = :content, version = version + 1
                                where region_id = :region and org_id = :org and id = :id and version = :seen
                                    and finished_at is null\
                                """)
                        .param("content", JSON.writeValueAsString(proposal))
                        .param("region", CurrentScope.get().region().value())
                        .param("org", CurrentScope.get().org().value())
                        .param("id", id.value())
                        .param("seen", seen)
                        .update();
        if (changed == 0) {
            get(id);
            throw new OptimisticLockingFailureException("The upload has been changed by others");
        }
    }

    /**
     * Ends the waiting of a paper.
     *
     * @param roadmap the roadmap it has become, or null if it is thrown away
     * @return whether it was waiting
     */
    boolean finish(UploadId id, @Nullable RoadmapId roadmap) {
        return jdbc.sql(
                                """
                                update roadmaps.upload
                                set content = '', finished_at = :now, roadmap_id = cast(:roadmap as uuid),
                                    version = version + 1
                                where region_id = :region and org_id = :org and id = :id and finished_at is null\
                                """)
                        .param("now", Timestamp.from(desk.now()))
                        .param("roadmap", roadmap == null ? null : roadmap.value())
                        .param("region", CurrentScope.get().region().value())
                        .param("org", CurrentScope.get().org().value())
                        .param("id", id.value())
                        .update()
                > 0;
    }

    /** Returns what became of a paper, if it is one that does not wait any longer. */
    Optional<Finished> finished(UploadId id) {
        return jdbc.sql(
                        """
                        select u.file_name, u.roadmap_id, r.id is not null as there
                        from roadmaps.upload u
                        left join roadmaps.roadmap r
                            on r.region_id = u.region_id and r.org_id = u.org_id and r.id = u.roadmap_id
                        where u.region_id = :region and u.org_id = :org and u.id = :id
                            and u.finished_at is not null\
                        """)
                .param("region", CurrentScope.get().region().value())
                .param("org", CurrentScope.get().org().value())
                .param("id", id.value())
                .query(Finished.class)
                .optional();
    }

    private Optional<Upload> find(UploadId id) {
        return jdbc.sql(
                        """
                        select id, file_name, content, received_at, version from roadmaps.upload
                        where region_id = :region and org_id = :org and id = :id and expires_at > :now
                            and finished_at is null\
                        """)
                .param("region", CurrentScope.get().region().value())
                .param("org", CurrentScope.get().org().value())
                .param("id", id.value())
                .param("now", Timestamp.from(desk.now()))
                .query(Upload.class)
                .optional();
    }

    private void forgetExpired() {
        jdbc.sql(
                        "delete from roadmaps.upload where region_id = :region and org_id = :org and expires_at <= :now")
                .param("region", CurrentScope.get().region().value())
                .param("org", CurrentScope.get().org().value())
                .param("now", Timestamp.from(desk.now()))
                .update();
    }
}
