package ru.mentoring.tenancy.organisations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.tenancy.AccountId;
import ru.mentoring.tenancy.AccountView;
import ru.mentoring.tenancy.Accounts;
import ru.mentoring.tenancy.NoSuchOrg;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.OrgKind;
import ru.mentoring.tenancy.OrgOnDay;
import ru.mentoring.tenancy.OrgTree;
import ru.mentoring.tenancy.OrgView;
import ru.mentoring.tenancy.Role;

/** The organisations and colleagues of the scope's region. */
@Component
@Transactional(readOnly = true)
class Directory implements OrgTree, Accounts {

    static final String COLUMNS =
            "id, kind, code, name, full_name, small, listed_from, listed_to, parent_id";

    private final JdbcClient jdbc;

    Directory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public OrgView organisation(OrgId org) {
        return find(org).orElseThrow(() -> new NoSuchOrg(org));
    }

    @Override
    public Optional<OrgView> parent(OrgId org) {
        return Optional.ofNullable(organisation(org).parent()).flatMap(this::find);
    }

    @Override
    public List<OrgView> below(OrgId org) {
        return jdbc.sql(
                        """
                        select %s from sec.organisations() o
                        where o.id in (select e.org_id from sec.edges(current_date) e
                                       where e.ancestor_id = ? and e.distance > 0)
                        order by o.name, o.id\
                        """
                                .formatted(COLUMNS))
                .param(org.value())
                .query(Directory::view)
                .list();
    }

    @Override
    public List<OrgView> on(LocalDate day) {
        return jdbc.sql(
                        """
                        select d.id, d.kind, d.code, d.name, d.full_name, d.small, o.listed_from, o.listed_to, d.parent_id
                        from sec.directory(cast(? as date)) d join sec.organisations() o on o.id = d.id
                        order by d.name, d.id\
                        """)
                .param(day)
                .query(Directory::view)
                .list();
    }

    @Override
    public String displayName(AccountId account) {
        return jdbc.sql("select coalesce(sec.display_name(?), '')")
                .param(account.value())
                .query(String.class)
                .single();
    }

    @Override
    public List<AccountView> withRole(OrgId org, Role role) {
        return jdbc.sql(
                        "select id, display_name, email, locale from sec.people(?, ?) order by display_name, id")
                .params(org.value(), role.name())
                .query((row, number) ->
                        new AccountView(
                                new AccountId(row.getObject("id", UUID.class)),
                                row.getString("display_name"),
                                row.getString("email"),
                                java.util.Locale.forLanguageTag(row.getString("locale"))))
                .list();
    }

    /** Returns the organisations that existed in the scope's region on a day. */
    static List<OrgOnDay> on(JdbcClient jdbc, LocalDate day) {
        return jdbc.sql(
                        """
                        select id, kind, code, name, full_name, small, opened_on, closed_on, listed, parent_id
                        from sec.directory(cast(? as date))\
                        """)
                .param(day)
                .query(Directory::onDay)
                .list();
    }

    private static OrgOnDay onDay(ResultSet row, int number) throws SQLException {
        var parent = row.getObject("parent_id", UUID.class);
        return new OrgOnDay(
                new OrgId(row.getObject("id", UUID.class)),
                OrgKind.valueOf(row.getString("kind")),
                row.getString("code"),
                row.getString("name"),
                row.getString("full_name"),
                row.getBoolean("small"),
                row.getObject("opened_on", LocalDate.class),
                row.getObject("closed_on", LocalDate.class),
                row.getBoolean("listed"),
                parent == null ? null : new OrgId(parent));
    }

    private Optional<OrgView> find(OrgId org) {
        return jdbc.sql("select %s from sec.organisation(?)".formatted(COLUMNS))
                .param(org.value())
                .query(Directory::view)
                .optional();
    }

    static OrgView view(ResultSet row, int number) throws SQLException {
        var parent = row.getObject("parent_id", UUID.class);
        return new OrgView(
                new OrgId(row.getObject("id", UUID.class)),
                OrgKind.valueOf(row.getString("kind")),
                row.getString("code"),
                row.getString("name"),
                row.getString("full_name"),
                parent == null ? null : new OrgId(parent),
                row.getBoolean("small"),
                row.getObject("listed_from", LocalDate.class),
                row.getObject("listed_to", LocalDate.class));
    }
}
