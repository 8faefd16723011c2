-- RPT-3: what commissioners read: tables of a quarter, made once, four weeks after its end, with small numbers hidden. They never change, so
-- that no difference between two days gives anybody away.

create table published_table (
  network_id uuid not null references network,
  quarter date not null check (extract(day from quarter) = 1 and extract(month from quarter) in (1, 4, 7, 10)),
  name text not null,
  body jsonb not null, -- PublishedTable, domain/published.ts
  made_at timestamptz not null,
  primary key (network_id, quarter, name)
);
create trigger published_table_kept before update or delete on published_table for each row execute function forbid_change();
revoke update, delete, truncate on published_table from onward_app;

/* Counts alone, for the program when it makes the tables: the first answer that was given, and whether anybody took the referral. */
create function demographics_published(of_network uuid, of_key text, since timestamptz, until timestamptz)
returns table (key text, taken boolean, count integer) language sql stable security definer set search_path = public as $$
  select o.option, exists (select from assignment a where a.referral_id = r.id and a.answered_at is not null and a.status <> 'rejected'),
    count(*)::integer
  from referral r left join referral_detail d on d.referral_id = r.id
  left join lateral (select jsonb_array_elements_text(case jsonb_typeof(d.demographics -> of_key)
      when 'array' then d.demographics -> of_key when 'string' then jsonb_build_array(d.demographics ->> of_key) else '[]' end) as option limit 1) o on true
  where acting_as_system() and r.network_id = of_network and r.opened_at >= since and r.opened_at < until
    and not r.restricted and r.consent_withdrawn_at is null
  group by 1, 2 $$;
