-- The logo of a network stands beside its name on every page.
create or replace function surroundings_of(of_user uuid, of_organisation uuid, of_networks uuid[]) returns table (
  networks jsonb, organisations jsonb, waiting integer
) language plpgsql stable as $$
begin
  return query select
    (select coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'name', n.name, 'colour', n.colour, 'helpName', n.help_name,
        'helpEmail', n.help_email, 'helpPhone', n.help_phone, 'technicalHelp', n.technical_help,
        'logo', (select jsonb_build_object('id', p.id, 'alt', p.alt) from picture p where p.id = n.logo_file_id)) order by n.name), '[]')
      from network n where n.id = any(of_networks)),
    (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name) order by o.name), '[]')
      from membership m join organisation o on o.id = m.organisation_id and o.archived_at is null
      where m.user_id = of_user and m.ended_at is null),
    (select count(*)::integer from (select from referral_party p
      where p.organisation_id = of_organisation and p.waiting_since is not null limit 100) w);
end $$;
