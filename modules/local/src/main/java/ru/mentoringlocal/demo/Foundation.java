package ru.mentoringlocal.demo;

import static ru.mentoringlocal.demo.Columns.column;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.tenancy.OrgKind;
import ru.mentoringlocal.demo.plan.DistrictPlan;
import ru.mentoringlocal.demo.plan.RegionPlan;

/**
 * Opens the organisations of a region.
 *
 * <p>Through the same function of the database as {@link ru.mentoring.tenancy.Founding}, but a
 * whole level at once and with the identifiers of the plan, so that addresses stay the same from
 * one installation to the next.
 */
class Foundation {

    private record Opening(
            UUID id,
            String code,
            String name,
            String fullName,
            boolean small,
            UUID parent,
            @Nullable LocalDate listedFrom) {}

    private final JdbcClient jdbc;

    Foundation(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Opens the region with all its districts and schools, unless it is there already. */
    @Transactional
    boolean open(RegionPlan region) {
        if (exists(region)) {
            return false;
        }
        jdbc.sql("select sec.open_org(?, ?, 'REGION', ?, ?, ?, false, null, ?, null, null)")
                .params(
                        region.id(),
                        region.centre(),
                        region.code(),
                        region.name(),
                        region.fullName(),
                        region.since())
                .query((row, number) -> number)
                .list();
        open(
                region,
                OrgKind.DISTRICT,
                region.districts().stream().map(one -> district(region, one)).toList());
        open(
                region,
                OrgKind.SCHOOL,
                region.schools()
                        .map(school ->
                                new Opening(
                                        school.id(),
                                        school.code(),
                                        school.name(),
                                        school.fullName(),
                                        school.small(),
                                        school.parent(),
                                        school.listedFrom()))
                        .toList());
        return true;
    }

    private boolean exists(RegionPlan region) {
        return jdbc.sql("select sec.org_kind(?, ?)")
                .params(region.id(), region.centre())
                .query((row, number) -> row.getString(1) != null)
                .single();
    }

    private static Opening district(RegionPlan region, DistrictPlan district) {
        return new Opening(
                district.id(),
                district.code(),
                district.name(),
                district.fullName(),
                false,
                region.centre(),
                null);
    }

    private void open(RegionPlan region, OrgKind kind, List<Opening> openings) {
        jdbc.sql(
                        """
                        select sec.open_org(:region, o.id, :kind, o.code, o.name, o.full_name, o.small, o.parent,
                                            :since, o.listed_from,
                                            case when o.listed_from is not null then :listedBy end)
                        from unnest(:ids::uuid[], :codes::text[], :names::text[], :fullNames::text[],
                                    :small::boolean[], :parents::uuid[], :listedFrom::date[])
                            as o (id, code, name, full_name, small, parent, listed_from)\
                        """)
                .param("region", region.id())
                .param("kind", kind.name())
                .param("since", region.since())
                .param("listedBy", region.listedBy())
                .param("ids", column(openings, Opening::id))
                .param("codes", column(openings, Opening::code))
                .param("names", column(openings, Opening::name))
                .param("fullNames", column(openings, Opening::fullName))
                .param("small", column(openings, Opening::small))
                .param("parents", column(openings, Opening::parent))
                .param("listedFrom", column(openings, Opening::listedFrom))
                .query((row, number) -> number)
                .list();
    }
}
