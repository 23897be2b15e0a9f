-- What the audit trail writes down about the running work besides its account: the assignment behind the handle, and the
-- account on whose behalf it acts. The handle itself stays secret.
create function sec.acting() returns table (assignment_id uuid, on_behalf_of uuid)
language sql stable parallel safe security definer set search_path = pg_catalog as $$
    select a.id, null::uuid from sec.assignment a
    where a.handle = nullif(current_setting('app.assignment', true), '')::uuid
      and a.revoked_at is null and a.valid @> now()
$$;

revoke execute on function sec.acting() from public;
grant execute on function sec.acting() to infra;
