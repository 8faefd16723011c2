-- What may stand in for consent where a network allows it, and who wrote which wording.

alter table consent
  alter column how drop not null,
  add column basis_reason text check (length(basis_reason) <= 2000),
  add check (lawful_basis in ('vital_interests', 'legal_obligation', 'public_task', 'legitimate_interests')),
  add check ((how is null) = (lawful_basis is not null));
alter table consent_wording add column published_by uuid references "user";
