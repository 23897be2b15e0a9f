package ru.mentoring.monitoring.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import ru.mentoring.monitoring.Ledger;
import ru.mentoring.monitoring.MonitoringTest;

/** Check ISO-16: who reads which columns for the sake of figures. */
@MonitoringTest
class RollUpRightsTests {

    @Autowired Ledger ledger;

    /** Everything that the roll-up may read, and nothing with a name in it. */
    private static final Map<String, String> READABLE =
            Map.ofEntries(
                    Map.entry(
                            "tenancy.season",
                            "active ends_on id org_id region_id start_year starts_on track"),
                    Map.entry(
                            "tenancy.profile",
                            "id org_id pupils_10_14 pupils_15_19 pupils_under_10 region_id remote rural small start_year state teachers young_teachers"),
                    Map.entry(
                            "tenancy.published_profile",
                            "org_id pupils_10_14 pupils_15_19 pupils_under_10 region_id remote rural small start_year teachers young_teachers"),
                    Map.entry("tenancy.published_listing", "org_id region_id valid"),
                    Map.entry(
                            "tenancy.published_org", "kind listed_from listed_to org_id region_id"),
                    Map.entry("participants.partner", "id inn org_id region_id"),
                    Map.entry(
                            "participants.person",
                            "birth_date category id identity_id org_id partner_id region_id teaching_since"),
                    Map.entry(
                            "participants.mentee_entry",
                            "id org_id person_id region_id season_start_year state"),
                    Map.entry(
                            "participants.mentor_entry",
                            "id org_id person_id region_id season_start_year state"),
                    Map.entry(
                            "participants.consent",
                            "id kind org_id person_id region_id state valid_from valid_to"),
                    Map.entry(
                            "participants.published_person",
                            "birth_date category identity_id org_id partner_inn person_id region_id teaching_since"),
                    Map.entry(
                            "participants.published_consent",
                            "kind org_id person_id region_id state valid_from valid_to"),
                    Map.entry(
                            "participants.published_entry",
                            "entry_id org_id person_id region_id season_start_year side state"),
                    Map.entry(
                            "programs.mentorship",
                            "ended_on form id org_id region_id second_meeting_on started_on state track"),
                    Map.entry(
                            "programs.mentorship_side",
                            "mentorship_id org_id person_id region_id side"),
                    Map.entry(
                            "programs.published_mentorship",
                            "ended_on form mentorship_id org_id region_id second_meeting_on started_on state track"),
                    Map.entry(
                            "programs.published_side",
                            "mentorship_id org_id person_id region_id side"),
                    Map.entry(
                            "roadmaps.roadmap",
                            "agreed_at id in_force_at org_id region_id start_year state submitted_at track"),
                    Map.entry(
                            "roadmaps.published_roadmap",
                            "agreed_at in_force_at org_id region_id roadmap_id start_year state submitted_at track"),
                    Map.entry(
                            "monitoring.roll_up",
                            "as_of beat_at failure finished_at first_year holder id org_id parts_done parts_total region_id requested_at state"),
                    Map.entry(
                            "monitoring.fact",
                            "id indicator n org_id region_id roll_up_id total year"),
                    Map.entry(
                            "monitoring.figure",
                            "id indicator n org_id region_id roll_up_id total year"),
                    Map.entry(
                            "monitoring.shown",
                            "as_of computed_at id org_id region_id roll_up_id"));

    private Map<String, String> readableBy(String role) {
        var found = new TreeMap<String, String>();
        ledger.jdbc()
                .query(
                        """
                        select n.nspname || '.' || c.relname as name, string_agg(a.attname, ' ' order by a.attname collate "C") as columns
                        from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                        where c.relkind in ('r', 'p', 'v', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'infra')
                          and has_schema_privilege(?, n.oid, 'usage') and has_column_privilege(?, c.oid, a.attnum, 'select')
                        group by 1\
                        """,
                        row -> {
                            found.put(row.getString("name"), row.getString("columns"));
                        },
                        role,
                        role);
        return found;
    }

    @Test
    void theRollUpReadsTheDeclaredColumnsAndNothingElse() {
        assertThat(readableBy("scope_rollup")).isEqualTo(new TreeMap<>(READABLE));
    }

    @Test
    void findsAColumnTooMany() {
        JdbcTemplate jdbc = ledger.jdbc();
        jdbc.execute("grant select (surname) on participants.person to scope_rollup");
        try {
            assertThat(readableBy("scope_rollup").get("participants.person"))
                    .contains("surname")
                    .isNotEqualTo(READABLE.get("participants.person"));
        } finally {
            jdbc.execute("revoke select (surname) on participants.person from scope_rollup");
        }
    }

    /** Exact counts below the threshold would be readable there. */
    @Test
    void nobodyAboveTheSchoolReadsExactCounts() {
        for (var role : List.of("scope_district", "scope_region", "infra", "mentoring_app")) {
            assertThat(readableBy(role)).as(role).doesNotContainKey("monitoring.fact");
        }
        assertThat(readableBy("scope_district")).containsKey("monitoring.figure");
        assertThat(readableBy("scope_school"))
                .containsKey("monitoring.fact")
                .doesNotContainKey("monitoring.figure");
    }
}
