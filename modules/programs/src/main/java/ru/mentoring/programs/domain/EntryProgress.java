package ru.mentoring.programs.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.mentoring.participants.EntryId;
import ru.mentoring.participants.EntryState;
import ru.mentoring.participants.Registers;

/** Tells the registers how far the mentorships of their people have come. */
@Component
class EntryProgress {

    private final JdbcClient jdbc;
    private final Registers registers;

    EntryProgress(JdbcClient jdbc, Registers registers) {
        this.jdbc = jdbc;
        this.registers = registers;
    }

    /** Looks at all mentorships of the entries, as they are stored, and passes the result on. */
    void tell(Collection<EntryId> entries, LocalDate on) {
        var reached = new EnumMap<EntryState, List<EntryId>>(EntryState.class);
        jdbc.sql(
                        """
                        select s.entry_id,
                               case when bool_or(s.open and m.state = 'STARTED') then 'IN_PROGRAMME'
                                    when bool_or(s.open and m.state = 'PROPOSED') then 'MATCHED'
                                    when bool_or(m.state = 'COMPLETED' and s.left_on is null) then 'COMPLETED'
                                    else 'REGISTERED' end as state
                        from programs.mentorship_side s join programs.mentorship m on m.id = s.mentorship_id
                        where s.entry_id = any (:entries)
                        group by s.entry_id
                        """)
                .param("entries", entries.stream().map(EntryId::value).toArray(UUID[]::new))
                .query((row, n) ->
                        reached.computeIfAbsent(
                                        EntryState.valueOf(row.getString(2)),
                                        s -> new ArrayList<>())
                                .add(new EntryId(row.getObject(1, UUID.class))))
                .list();
        reached.forEach((state, whose) -> registers.advance(whose, state, on));
    }
}
