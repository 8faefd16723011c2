-- Who somebody is, and what stands around each of their pages: asked at every request, so in functions whose plans are kept
-- (as plain queries, planning them anew took four times as long as running them).

/* Acting for the organisation given, or else for the first that the user belongs to. No row if absent or disabled. */
create function actor_of(of_user uuid, for_organisation uuid) returns table (
  name text, language text, administrator boolean, organisation_id uuid, organisation_name text, role text,
  networks jsonb, coordinates uuid[], commissions uuid[]
) language plpgsql stable as $$
#variable_conflict use_column
declare
  someone record;
  home record;
begin
  select u.name, u.language, u.platform_administrator into someone from "user" u where u.id = of_user and u.disabled_at is null;
  if not found then return; end if;
  select m.organisation_id, o.name, m.role into home
    from membership m join organisation o on o.id = m.organisation_id
    where m.user_id = of_user and m.ended_at is null and o.archived_at is null
    order by (m.organisation_id = for_organisation) is true desc, m.created_at, m.id limit 1;
  return query select someone.name, someone.language, someone.platform_administrator, home.organisation_id, home.name, home.role,
    networks_of(home.organisation_id), granted_to(of_user, 'coordinator'), granted_to(of_user, 'commissioner');
end $$;

/* agreed: to the newest data-sharing agreement in force, or to an earlier one while its grace lasts; true where there is none. */
create function networks_of(of_organisation uuid) returns jsonb language plpgsql stable as $$
begin
  return (select coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'agreed', coalesce(
      a.id = i.agreement_id or (i.agreement_id is not null and a.grace_until > now()), a.id is null)) order by i.joined_at, n.id), '[]')
    from organisation_in_network i
    join network n on n.id = i.network_id and n.archived_at is null
    left join lateral (select id, grace_until from agreement where network_id = n.id and in_force_from <= now()
      order by version desc limit 1) a on true
    where i.organisation_id = of_organisation and i.status = 'active');
end $$;

create function granted_to(of_user uuid, as_role text) returns uuid[] language plpgsql stable as $$
begin
  return array(select g.network_id from grant_in_network g join network n on n.id = g.network_id and n.archived_at is null
    where g.user_id = of_user and g.role = as_role order by g.granted_at, g.network_id);
end $$;

/* The networks given with their help, the organisations of the user, and how many referrals wait for this one: at most 100. */
create function surroundings_of(of_user uuid, of_organisation uuid, of_networks uuid[]) returns table (
  networks jsonb, organisations jsonb, waiting integer
) language plpgsql stable as $$
begin
  return query select
    (select coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'name', n.name, 'colour', n.colour, 'helpName', n.help_name,
        'helpEmail', n.help_email, 'helpPhone', n.help_phone, 'technicalHelp', n.technical_help) order by n.name), '[]')
      from network n where n.id = any(of_networks)),
    (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name) order by o.name), '[]')
      from membership m join organisation o on o.id = m.organisation_id and o.archived_at is null
      where m.user_id = of_user and m.ended_at is null),
    (select count(*)::integer from (select from referral_party p
      where p.organisation_id = of_organisation and p.waiting_since is not null limit 100) w);
end $$;
