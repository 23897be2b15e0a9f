package ru.mentoring.participants.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Level;
import ru.mentoring.tenancy.search.Findable;
import ru.mentoring.tenancy.search.Finds;
import ru.mentoring.tenancy.search.Found;
import ru.mentoring.tenancy.search.Wanted;

/**
 * Finds, from above a school, its mentors who have consented to be known there by name (CN5), by
 * the beginnings of the words of their names. Their cards stay closed: a find leads to the school.
 */
@Component
@Transactional(readOnly = true)
class ShownMentorFinder implements Findable {

    /** Stands behind every word that begins with what is in front of it. */
    private static final String LAST_SIGN = Character.toString(Character.MAX_CODE_POINT);

    private record Row(UUID org, String name, String school) {

        private Found found() {
            return new Found(name, "participants.search.mentor", school, "/organisations/" + org);
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    ShownMentorFinder(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "participants.search.mentors";
    }

    @Override
    public int order() {
        return 110;
    }

    @Override
    public String permission() {
        return "mentor.find";
    }

    @Override
    public Set<Level> levels() {
        return EnumSet.of(Level.DISTRICT, Level.REGION);
    }

    @Override
    public Finds find(Wanted wanted, int most) {
        for (var reading : wanted.readings()) {
            var rows = rows(reading, most + 1);
            if (!rows.isEmpty()) {
                return new Finds(
                        rows.stream().limit(most).map(Row::found).toList(),
                        rows.size() > most,
                        false);
            }
        }
        return Finds.NONE;
    }

    /** Only comparisons touch the table: they are leakproof, so that the index comes first. */
    private List<Row> rows(List<String> beginnings, int most) {
        return jdbc.sql(
                        """
                        select f.org_id as org, f.name, o.name as school
                        from (
                            select m.org_id, m.person_id, min(m.name) as name,
                                   count(distinct b.n) filter (where m.word = b.beginning collate "C") as in_full
                            from unnest(cast(:beginnings as text[]), cast(:ends as text[]))
                                with ordinality b (beginning, behind, n)
                            join participants.shown_mentor m on m.region_id = :region
                                and m.word >= b.beginning collate "C" and m.word < b.behind collate "C"
                            where m.valid_from <= :today and (m.valid_to is null or m.valid_to >= :today)
                            group by m.org_id, m.person_id
                            having count(distinct b.n) = cardinality(cast(:beginnings as text[]))
                            order by in_full desc, name, m.person_id limit :most) f
                        join lateral sec.organisation(f.org_id) o on true
                        order by f.in_full desc, f.name, f.person_id\
                        """)
                .param("beginnings", beginnings.toArray(String[]::new))
                .param(
                        "ends",
                        beginnings.stream().map(word -> word + LAST_SIGN).toArray(String[]::new))
                .param("region", CurrentScope.get().region().value())
                .param("today", LocalDate.now(clock))
                .param("most", most)
                .query(Row.class)
                .list();
    }
}
