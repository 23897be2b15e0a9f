create schema if not exists agenda;
select sec.open_schema('agenda');

-- What is to be done at an organisation, by whoever carries one of the roles or by one person.
create table agenda.task (
    region_id uuid not null,
    id uuid not null,
    org_id uuid not null,
    key text not null,
    roles text[] not null,
    account_id uuid,
    title_key text not null,
    title_arguments text[] not null,
    due date,
    path text not null check (path like '/%' and path not like '//%'),
    put_at timestamptz not null,
    put_by_org uuid not null,
    put_by_account uuid,
    closed_at timestamptz,
    primary key (region_id, id),
    unique (region_id, org_id, id),
    unique (region_id, org_id, key),
    check ((account_id is null) = (cardinality(roles) > 0))
);
create index task_open on agenda.task (region_id, org_id, due) where closed_at is null;
create index task_awaited on agenda.task (region_id, put_by_org) where closed_at is null;
select sec.protect('agenda.task', school => 'write');
-- Those above have tasks of their own, and do not read those of the schools.
grant select, insert, update, delete on agenda.task to scope_district, scope_region;
create policy task_above on agenda.task for all to scope_district, scope_region
    using (region_id = (select sec.region_id()) and org_id = (select sec.org()))
    with check (region_id = (select sec.region_id()) and org_id = (select sec.org()));
-- Letters are written about tasks of the whole region, by the system from the centre.
create policy task_sender on agenda.task for select to scope_region
    using (region_id = (select sec.region_id()) and (select sec.account_id()) is null);
-- For the functions below, which cross from one organisation to another along its line of the tree.
create policy task_owner on agenda.task for all to mentoring_owner
    using (region_id = (select sec.region_id())) with check (region_id = (select sec.region_id()));

-- Letters on their way. Who gets one is an id; name and address are looked up when it is sent.
create table agenda.letter (
    region_id uuid not null,
    id uuid not null,
    org_id uuid not null,
    task_id uuid not null,
    account_id uuid not null,
    state text not null default 'WAITING' check (state in ('WAITING', 'SENDING', 'SENT', 'FAILED', 'NEEDLESS')),
    attempts int not null default 0,
    next_attempt_at timestamptz not null,
    written_at timestamptz not null,
    sent_at timestamptz,
    primary key (region_id, id),
    foreign key (region_id, org_id, task_id) references agenda.task (region_id, org_id, id) on delete cascade
);
create index letter_due on agenda.letter (region_id, next_attempt_at) where state in ('WAITING', 'SENDING');
create index letter_by_task on agenda.letter (region_id, org_id, task_id);
select sec.protect('agenda.letter');
-- Nobody reads the outbox but the system itself, which visits each region from its centre.
grant select, update on agenda.letter to scope_region;
create policy letter_sender on agenda.letter for all to scope_region
    using (region_id = (select sec.region_id()) and (select sec.account_id()) is null)
    with check (region_id = (select sec.region_id()) and (select sec.account_id()) is null);
create policy letter_owner on agenda.letter for all to mentoring_owner
    using (region_id = (select sec.region_id())) with check (region_id = (select sec.region_id()));

-- Puts a task at the scope's own organisation or at one above or below it. Says whether there is something new to do.
create function agenda.put_task(
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
        put_by_org = excluded.put_by_org, put_by_account = excluded.put_by_account, closed_at = null
        where t.closed_at is not null
    returning t.id into task;
    if task is null then
        return false;
    end if;
    insert into agenda.letter (region_id, id, org_id, task_id, account_id, next_attempt_at, written_at)
    select region, gen_random_uuid(), at_org, task, person.account_id, moment, moment
    from (select distinct a.account_id from sec.assignment a
          where a.region_id = region and a.org_id = at_org and a.kind = 'PERSON' and a.revoked_at is null and a.valid @> now()
            and (a.role = any (for_roles) or a.account_id = for_account)
            and a.account_id is distinct from sec.account_id()) person;
    return true;
end
$$;

create function agenda.close_task(at_org uuid, old_key text, moment timestamptz) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
    region constant uuid := sec.region_id();
    task uuid;
begin
    if region is null or not (at_org = any (sec.line())) then
        raise exception 'a task may be closed only along the own line of the tree' using errcode = 'insufficient_privilege';
    end if;
    update agenda.task set closed_at = moment
    where region_id = region and org_id = at_org and key = old_key and closed_at is null
    returning id into task;
    update agenda.letter set state = 'NEEDLESS'
    where region_id = region and org_id = at_org and task_id = task and state = 'WAITING';
end
$$;

-- What the scope's organisation, or in it one person, has asked of others and they have not done yet.
create function agenda.awaited() returns table (
    org_id uuid, title_key text, title_arguments text[], due date, path text, put_at timestamptz
) language sql stable security definer set search_path = pg_catalog as $$
    select t.org_id, t.title_key, t.title_arguments, t.due, t.path, t.put_at
    from agenda.task t
    where t.region_id = sec.region_id() and t.put_by_org = sec.org() and t.org_id <> sec.org() and t.closed_at is null
    order by t.put_at, t.id
    limit 100
$$;

revoke execute on function
    agenda.put_task(uuid, uuid, text, text[], uuid, text, text[], date, text, timestamptz),
    agenda.close_task(uuid, text, timestamptz), agenda.awaited() from public;
grant execute on function
    agenda.put_task(uuid, uuid, text, text[], uuid, text, text[], date, text, timestamptz),
    agenda.close_task(uuid, text, timestamptz), agenda.awaited() to infra;
