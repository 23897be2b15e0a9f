-- A task is done by somebody, and may be set aside until a day for a reason that the others whose task it is can read.
alter table agenda.task
    add column version bigint not null default 0,
    add column closed_by uuid,
    add column postponed_until date,
    add column postponed_because text check (char_length(postponed_because) between 1 and 300),
    add column postponed_by uuid,
    add constraint task_postponed_for_a_reason
        check ((postponed_until is null) = (postponed_because is null) and (postponed_until is null) = (postponed_by is null));
comment on column agenda.task.closed_by is 'Whose work closed it; nobody where the system did';
comment on column agenda.task.postponed_until is 'The day on which it is among the others again; the deadline does not move';
create index task_done on agenda.task (region_id, org_id, closed_at) where closed_at is not null;

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
    insert into agenda.letter (region_id, id, org_id, task_id, account_id, next_attempt_at, written_at)
    select region, gen_random_uuid(), at_org, task, person.account_id, moment, moment
    from (select distinct a.account_id from sec.assignment a
          where a.region_id = region and a.org_id = at_org and a.kind = 'PERSON' and a.revoked_at is null and a.valid @> now()
            and (a.role = any (for_roles) or a.account_id = for_account)
            and a.account_id is distinct from sec.account_id()) person;
    return true;
end
$$;

create or replace function agenda.close_task(at_org uuid, old_key text, moment timestamptz) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
    region constant uuid := sec.region_id();
    task uuid;
begin
    if region is null or not (at_org = any (sec.line())) then
        raise exception 'a task may be closed only along the own line of the tree' using errcode = 'insufficient_privilege';
    end if;
    update agenda.task t set closed_at = moment, closed_by = sec.account_id(), version = t.version + 1
    where region_id = region and org_id = at_org and key = old_key and closed_at is null
    returning id into task;
    update agenda.letter set state = 'NEEDLESS'
    where region_id = region and org_id = at_org and task_id = task and state = 'WAITING';
end
$$;
