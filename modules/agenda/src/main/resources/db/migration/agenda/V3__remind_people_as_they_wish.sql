-- Letters not only about new tasks: deadlines that come near or are over, a colleague who asks again, a digest of the week.
-- What a letter is about happens once for each person: `occurrence` names it, so that nobody is told twice.
alter table agenda.letter
    add column occasion text not null default 'NEW' check (occasion in ('NEW', 'BEFORE', 'LATE', 'ASKED', 'DIGEST')),
    add column occurrence text not null default gen_random_uuid()::text,
    alter column task_id drop not null,
    add constraint letter_about_something check ((task_id is null) = (occasion = 'DIGEST'));
alter table agenda.letter alter column occasion drop default, alter column occurrence drop default;
create unique index letter_once on agenda.letter (region_id, org_id, account_id, task_id, occurrence) nulls not distinct;
comment on column agenda.letter.occurrence is 'What it tells about, such as before/7 and the round of the task; once for each person';

-- How somebody wants to be written to about an organisation. Who has said nothing has no row.
create table agenda.letter_wishes (
    region_id uuid not null,
    id uuid not null,
    org_id uuid not null,
    version bigint not null default 0,
    account_id uuid not null,
    new_tasks boolean not null,
    reminders boolean not null,
    digest boolean not null,
    weekends boolean not null,
    quiet_from time not null,
    quiet_until time not null,
    primary key (region_id, id),
    unique (region_id, org_id, account_id)
);
select sec.protect('agenda.letter_wishes');
grant select, insert, update on agenda.letter_wishes to scope_school, scope_district, scope_region;
create policy letter_wishes_own on agenda.letter_wishes for all to scope_school, scope_district, scope_region
    using (region_id = (select sec.region_id()) and org_id = (select sec.org()) and account_id = (select sec.account_id()))
    with check (region_id = (select sec.region_id()) and org_id = (select sec.org()) and account_id = (select sec.account_id()));
create policy letter_wishes_sender on agenda.letter_wishes for select to scope_region
    using (region_id = (select sec.region_id()) and (select sec.account_id()) is null);

create or replace function agenda.put_task(
    new_id uuid, at_org uuid, new_key text, for_roles text[], for_account uuid, new_title_key text, new_title_arguments text[],
    new_due date, new_path text, moment timestamptz
) returns boolean language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
    region constant uuid := sec.region_id();
    task uuid;
begin
    if region is null or not (at_org = any (sec.line())) then
        raise exception 'a task may be put only along the own line of the tree' using errcode = 'insufficient_privilege';
    end if;
    insert into agenda.task as t (region_id, id, org_id, key, roles, account_id, title_key, title_arguments, due, path,
        put_at, put_by_org, put_by_account)
    values (region, new_id, at_org, new_key, for_roles, for_account, new_title_key, new_title_arguments, new_due, new_path,
        moment, sec.org(), sec.account_id())
    on conflict (region_id, org_id, key) do update set
        roles = excluded.roles, account_id = excluded.account_id, title_key = excluded.title_key,
        title_arguments = excluded.title_arguments, due = excluded.due, path = excluded.path, put_at = excluded.put_at,
        put_by_org = excluded.put_by_org, put_by_account = excluded.put_by_account, closed_at = null, closed_by = null,
        postponed_until = null, postponed_because = null, postponed_by = null, version = t.version + 1
        where t.closed_at is not null
    returning t.id into task;
    if task is null then
        return false;
    end if;
    insert into agenda.letter (region_id, id, org_id, task_id, account_id, occasion, occurrence, next_attempt_at, written_at)
    select region, gen_random_uuid(), at_org, task, person.account_id, 'NEW', 'new ' || extract(epoch from moment), moment, moment
    from (select distinct a.account_id from sec.assignment a
          where a.region_id = region and a.org_id = at_org and a.kind = 'PERSON' and a.revoked_at is null and a.valid @> now()
            and (a.role = any (for_roles) or a.account_id = for_account)
            and a.account_id is distinct from sec.account_id()) person
    on conflict do nothing;
    return true;
end
$$;

-- Reminds of every open task of the region whose deadline is 14, 7 or 1 days away, and each week when it is over. The step
-- that a day belongs to is asked for as often as one likes and gives one letter; a day on which nobody asked is made up for.
-- A task that was put when its step had begun is reminded of from the next step on. For the system at the regional centre.
create function agenda.remind(today date, zone text, moment timestamptz) returns int
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
    region constant uuid := sec.region_id();
    written int;
begin
    if region is null or sec.account_id() is not null or current_setting('role') <> 'scope_region' then
        raise exception 'only the system reminds' using errcode = 'insufficient_privilege';
    end if;
    insert into agenda.letter (region_id, id, org_id, task_id, account_id, occasion, occurrence, next_attempt_at, written_at)
    select region, gen_random_uuid(), t.org_id, t.id, person.account_id, t.occasion,
        lower(t.occasion) || ' ' || t.step || ' ' || extract(epoch from t.put_at), moment, moment
    from (
        select o.*, case when o.due < today then 'LATE' else 'BEFORE' end as occasion,
            case when o.due < today then (today - o.due - 1) / 7
                 else (select min(days) from unnest(array[1, 7, 14]) days where days >= o.due - today) end as step
        from agenda.task o
        where o.region_id = region and o.closed_at is null and o.due <= today + 14
          and (o.postponed_until is null or o.postponed_until <= today)) t
    join lateral (
        select distinct a.account_id from sec.assignment a
        where a.region_id = region and a.org_id = t.org_id and a.kind = 'PERSON' and a.revoked_at is null and a.valid @> now()
          and (a.role = any (t.roles) or a.account_id = t.account_id)) person on true
    where (t.put_at at time zone zone)::date
        < case t.occasion when 'LATE' then t.due + 1 + 7 * t.step else t.due - t.step end
    on conflict do nothing;
    get diagnostics written = row_count;
    return written;
end
$$;

-- Asks those again whose task it is, once a day: by those who have put it. Says how many letters that makes; nothing if
-- the task is not one that the scope waits for.
create function agenda.ask_again(wanted uuid, today date, moment timestamptz) returns int
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
    region constant uuid := sec.region_id();
    t agenda.task;
    written int;
begin
    select * into t from agenda.task o
    where o.region_id = region and o.id = wanted and o.closed_at is null and o.put_by_org = sec.org()
      and (o.org_id <> sec.org() or o.put_by_account = sec.account_id());
    if not found then
        return null;
    end if;
    insert into agenda.letter (region_id, id, org_id, task_id, account_id, occasion, occurrence, next_attempt_at, written_at)
    select region, gen_random_uuid(), t.org_id, t.id, person.account_id, 'ASKED', 'asked ' || today, moment, moment
    from (select distinct a.account_id from sec.assignment a
          where a.region_id = region and a.org_id = t.org_id and a.kind = 'PERSON' and a.revoked_at is null and a.valid @> now()
            and (a.role = any (t.roles) or a.account_id = t.account_id)
            and a.account_id is distinct from sec.account_id()) person
    on conflict do nothing;
    get diagnostics written = row_count;
    return written;
end
$$;

drop function agenda.awaited();
create function agenda.awaited() returns table (
    id uuid, org_id uuid, title_key text, title_arguments text[], due date, path text, put_at timestamptz, asked_at timestamptz
) language sql stable security definer set search_path = pg_catalog as $$
    select t.id, t.org_id, t.title_key, t.title_arguments, t.due, t.path, t.put_at,
        (select max(l.written_at) from agenda.letter l
         where l.region_id = t.region_id and l.org_id = t.org_id and l.task_id = t.id and l.occasion = 'ASKED')
    from agenda.task t
    where t.region_id = sec.region_id() and t.put_by_org = sec.org() and t.closed_at is null
      and (t.org_id <> sec.org()
           or t.put_by_account = sec.account_id() and t.account_id is distinct from sec.account_id()
              and not t.roles && array(select a.role from sec.assignment a
                                       where a.org_id = sec.org() and a.account_id = sec.account_id()
                                         and a.revoked_at is null and a.valid @> now()))
    order by t.put_at, t.id
    limit 100
$$;

revoke execute on function agenda.remind(date, text, timestamptz), agenda.ask_again(uuid, date, timestamptz),
    agenda.awaited() from public;
grant execute on function agenda.remind(date, text, timestamptz), agenda.ask_again(uuid, date, timestamptz),
    agenda.awaited() to infra;
