package ru.mentoring.programs.domain;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.participants.PersonId;
import ru.mentoring.participants.Registers;
import ru.mentoring.programs.MentorshipState;
import ru.mentoring.tenancy.Level;
import ru.mentoring.tenancy.search.Findable;
import ru.mentoring.tenancy.search.Finds;
import ru.mentoring.tenancy.search.Fits;
import ru.mentoring.tenancy.search.Found;
import ru.mentoring.tenancy.search.Wanted;

/**
 * Finds the pairs and groups of the own school by the names on both sides and by the number of the
 * order, those that run before those that have ended.
 */
@Component
@Transactional(readOnly = true)
class MentorshipFinder implements Findable {

    private record Row(
            UUID id, MentorshipState state, @Nullable String orderNumber, PersonId person) {}

    private record Company(Row first, List<PersonId> people) {

        /** The mentor, and after a dash the mentees. */
        private String names(Map<PersonId, String> names) {
            var known = people.stream().map(names::get).filter(Objects::nonNull).toList();
            return known.isEmpty()
                    ? ""
                    : Stream.of(known.getFirst(), String.join(", ", known.subList(1, known.size())))
                            .filter(name -> !name.isEmpty())
                            .collect(Collectors.joining(" — "));
        }
    }

    private final JdbcClient jdbc;
    private final Registers registers;

    MentorshipFinder(JdbcClient jdbc, Registers registers) {
        this.jdbc = jdbc;
        this.registers = registers;
    }

    @Override
    public String key() {
        return "programs.search";
    }

    @Override
    public int order() {
        return 200;
    }

    @Override
    public String permission() {
        return "mentorship.view";
    }

    @Override
    public Set<Level> levels() {
        return EnumSet.of(Level.SCHOOL);
    }

    @Override
    public Finds find(Wanted wanted, int most) {
        var companies = companies();
        var people = companies.stream().flatMap(one -> one.people().stream()).distinct().toList();
        var names = registers.names(people);
        var fits = new Fits<Company>(wanted);
        for (var company : companies) {
            fits.offer(
                    Stream.of(company.names(names), company.first().orderNumber())
                            .filter(Objects::nonNull)
                            .collect(Collectors.joining(" ")),
                    company);
        }
        return fits.best(
                most,
                company ->
                        new Found(
                                company.names(names),
                                "programs.state." + company.first().state(),
                                company.first().orderNumber(),
                                "/pairs/" + company.first().id()));
    }

    /** The mentor stands before the mentees. */
    private List<Company> companies() {
        var companies = new LinkedHashMap<UUID, Company>();
        jdbc.sql(
                        """
                        select m.id, m.state, m.order_number, s.person_id
                        from programs.mentorship m
                        join programs.mentorship_side s
                            on s.region_id = m.region_id and s.org_id = m.org_id and s.mentorship_id = m.id
                        order by (m.state in ('PROPOSED', 'STARTED')) desc, m.proposed_on desc, m.id,
                            s.side = 'MENTOR' desc, s.id\
                        """)
                .query((row, number) ->
                        new Row(
                                row.getObject("id", UUID.class),
                                MentorshipState.valueOf(row.getString("state")),
                                row.getString("order_number"),
                                new PersonId(row.getObject("person_id", UUID.class))))
                .list()
                .forEach(row ->
                        companies
                                .computeIfAbsent(
                                        row.id(), id -> new Company(row, new ArrayList<>()))
                                .people()
                                .add(row.person()));
        return List.copyOf(companies.values());
    }
}
