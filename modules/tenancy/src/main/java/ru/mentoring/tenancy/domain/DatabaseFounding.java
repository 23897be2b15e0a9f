package ru.mentoring.tenancy.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.shared.Ids;
import ru.mentoring.tenancy.AccountId;
import ru.mentoring.tenancy.Founding;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.OrgKind;
import ru.mentoring.tenancy.RegionId;
import ru.mentoring.tenancy.Role;

@Component
class DatabaseFounding implements Founding {

    private final JdbcClient jdbc;

    DatabaseFounding(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public OrgId openRegion(RegionId region, Naming naming, LocalDate since) {
        return open(region, OrgKind.REGION, null, naming, false, since, null);
    }

    @Override
    @Transactional
    public OrgId openDistrict(RegionId region, OrgId centre, Naming naming, LocalDate since) {
        return open(region, OrgKind.DISTRICT, centre, naming, false, since, null);
    }

    @Override
    @Transactional
    public OrgId openSchool(
            RegionId region,
            OrgId parent,
            Naming naming,
            boolean small,
            LocalDate since,
            @Nullable LocalDate listedFrom) {
        return open(region, OrgKind.SCHOOL, parent, naming, small, since, listedFrom);
    }

    @Override
    @Transactional
    public AccountId enrol(
            RegionId region,
            OrgId org,
            Role role,
            String issuer,
            String subject,
            String displayName,
            String email) {
        var account =
                jdbc.sql("select sec.enrol(?, ?, ?, ?, ?, ?, ?, ?, ?)")
                        .params(
                                Ids.next(),
                                issuer,
                                subject,
                                displayName,
                                email,
                                region.value(),
                                org.value(),
                                role.kind().level().databaseName(),
                                role.name())
                        .query(UUID.class)
                        .single();
        return new AccountId(account);
    }

    @Override
    @Transactional
    public boolean dismiss(AccountId account, OrgId org, Role role) {
        return jdbc.sql("select sec.dismiss(?, ?, ?)")
                        .params(account.value(), org.value(), role.name())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private OrgId open(
            RegionId region,
            OrgKind kind,
            @Nullable OrgId parent,
            Naming naming,
            boolean small,
            LocalDate since,
            @Nullable LocalDate listedFrom) {
        var org = new OrgId(Ids.next());
        jdbc.sql(
                        """
                        select sec.open_org(:region, :id, :kind, :code, :name, :fullName, :small, cast(:parent as uuid),
                                            cast(:since as date), cast(:listedFrom as date), null)\
                        """)
                .param("region", region.value())
                .param("id", org.value())
                .param("kind", kind.name())
                .param("code", naming.code())
                .param("name", naming.name())
                .param("fullName", naming.fullName())
                .param("small", small)
                .param("parent", parent == null ? null : parent.value())
                .param("since", since)
                .param("listedFrom", listedFrom)
                .query((row, number) -> org)
                .single();
        return org;
    }
}
