-- PUB-1: people may ask for help at an address of the network itself, which is no link: what is held from there has none.
-- How people who refer themselves come in is one choice of three: not at all, by links, or by the network's pages too.

alter table held_submission alter column entry_link_id drop not null;
update network set settings = settings || jsonb_build_object('selfReferral',
  case when settings ->> 'selfReferral' = 'true' then 'links' else 'off' end) where settings ? 'selfReferral';
