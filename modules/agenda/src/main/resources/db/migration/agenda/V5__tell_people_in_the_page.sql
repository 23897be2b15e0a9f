-- What people are written to about is shown in their pages as well, also to those who want no letters.
alter table agenda.letter add column read_at timestamptz default now();
alter table agenda.letter alter column read_at drop default;
comment on column agenda.letter.read_at is 'When its recipient has seen it in the page';
create index letter_unread on agenda.letter (region_id, org_id, account_id) where read_at is null;
create index letter_by_recipient on agenda.letter (region_id, org_id, account_id, written_at);
grant select on agenda.letter to scope_school, scope_district;
create policy letter_own on agenda.letter for select to scope_school, scope_district, scope_region
    using (region_id = (select sec.region_id()) and org_id = (select sec.org()) and account_id = (select sec.account_id()));

-- Whoever has seen their notices up to a moment has none of them to see any more.
create function agenda.see_notices(until timestamptz, moment timestamptz) returns int
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
    seen int;
begin
    update agenda.letter set read_at = moment
    where region_id = sec.region_id() and org_id = sec.org() and account_id = sec.account_id() and read_at is null
      and written_at <= until;
    get diagnostics seen = row_count;
    return seen;
end
$$;

revoke execute on function agenda.see_notices(timestamptz, timestamptz) from public;
grant execute on function agenda.see_notices(timestamptz, timestamptz) to infra;
