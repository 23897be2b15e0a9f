-- What a school is in a school year: whether it is small, rural, remote, and its numbers at the beginning of the year. A
-- district states it for its schools, the regional centre confirms; what was confirmed stays readable when it is replaced.
create table tenancy.profile (
    region_id uuid not null,
    id uuid not null,
    org_id uuid not null,
    version int not null,
    start_year int not null check (start_year between 2000 and 2200),
    state text not null check (state in ('PROPOSED', 'RETURNED', 'CONFIRMED', 'REPLACED')),
    small boolean not null,
    rural boolean not null,
    remote boolean not null,
    pupils_under_10 int check (pupils_under_10 between 0 and 20000),
    pupils_10_14 int check (pupils_10_14 between 0 and 20000),
    pupils_15_19 int check (pupils_15_19 between 0 and 20000),
    teachers int check (teachers between 0 and 5000),
    young_teachers int check (young_teachers between 0 and 5000),
    proposed_by uuid,
    proposed_at timestamptz not null,
    decided_by uuid,
    decided_at timestamptz,
    remark text,
    primary key (region_id, id),
    check (num_nulls(pupils_under_10, pupils_10_14, pupils_15_19) in (0, 3)),
    check (num_nulls(teachers, young_teachers) in (0, 2)),
    check (young_teachers <= teachers),
    check (state <> 'RETURNED' or remark is not null)
);
comment on column tenancy.profile.pupils_15_19 is 'Full years on 31 December of the calendar year in which the school year begins, as in official statistics';
comment on column tenancy.profile.young_teachers is 'With less than three years of work, among the teachers';
create unique index profile_confirmed on tenancy.profile (region_id, org_id, start_year) where state = 'CONFIRMED';
create unique index profile_waiting on tenancy.profile (region_id, org_id, start_year) where state in ('PROPOSED', 'RETURNED');
create index profile_by_year on tenancy.profile (region_id, org_id, start_year desc, state);
select sec.protect('tenancy.profile', school => 'read', district => 'write', region => 'write',
    rollup => 'region_id, id, org_id, start_year, state, small, rural, remote, pupils_under_10, pupils_10_14, pupils_15_19, teachers, young_teachers');

-- The district writes what waits for the centre and nothing else, whatever the application does.
create function tenancy.demand_confirmation() returns trigger language plpgsql as $$
begin
    if current_setting('role') = 'scope_district'
       and ((tg_op <> 'INSERT' and old.state not in ('PROPOSED', 'RETURNED'))
            or (tg_op <> 'DELETE' and new.state <> 'PROPOSED')) then
        raise exception 'only the regional centre confirms what a school is' using errcode = 'insufficient_privilege';
    end if;
    return coalesce(new, old);
end
$$;
create trigger profile_is_confirmed_by_the_centre before insert or update or delete on tenancy.profile
    for each row execute function tenancy.demand_confirmation();

-- For the roll-up: what schools are and how many people they have, as far as the regional centre has confirmed it.
create view tenancy.published_profile with (security_invoker = true) as
    select p.region_id, p.org_id, p.start_year, p.small, p.rural, p.remote, p.pupils_under_10, p.pupils_10_14, p.pupils_15_19,
        p.teachers, p.young_teachers
    from tenancy.profile p where p.state = 'CONFIRMED';
grant select on tenancy.published_profile to scope_rollup;
