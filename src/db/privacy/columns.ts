/**
 * Every column that can hold words, a day or bytes, by table: what may tell of a person who was referred, and how it goes;
 * and what may not. A new one is put here, or test/stories/classified.test.ts says so.
 */

/**
 * with: its row goes when the referral or the record is erased or its time is up · blanked: the row stays without it ·
 * asked: goes when the person asks for erasure, and stays for the figures otherwise · soon: goes by itself within its
 * network's days, and with an erasure.
 */
export type Goes = 'with' | 'blanked' | 'asked' | 'soon'

// biome-ignore format: a table
export const personalColumns: Readonly<Record<string, Readonly<Record<string, Goes>>>> = {
  assignment:       { authority_code: 'asked' }, // blanked by its referral's own row
  break_glass:      { reason: 'with' },
  consent:          { asked_by_name: 'blanked', basis_reason: 'blanked' },
  draft:            { body: 'soon' },
  file:             { name: 'with', remark: 'with' },
  held_submission:  { body: 'soon', reason: 'blanked' },
  idempotency:      { key: 'with', request_hash: 'with' },
  message:          { codes: 'blanked' },
  note:             { body: 'with' },
  person:           all('title first_name last_name phone email preferred_contact date_of_birth address_1 address_2 town county postcode safe_contact match_hash'),
  person_contact:   all('way on_day what next_step next_on'),
  person_referral:  { said: 'with' },
  privacy_hold:     { reason: 'with' },
  referral:         { initials: 'blanked', age_band: 'asked', outward_code: 'asked', authority_code: 'asked' },
  referral_answer:  all('question value'),
  referral_detail:  all('circumstances household_ages demographics health'),
  referral_person:  all('title first_name last_name phone email preferred_contact date_of_birth address_1 address_2 town county postcode safe_contact match_hash'),
  referral_source:  all('name organisation email phone'),
  saved_search:     { name: 'soon', body: 'soon' },
  shortlist_item:   { reasons: 'blanked' },
  subject_request:  { remark: 'blanked' },
  tag:              { name: 'with' },
}

/** Words of the network, of organisations and of those who work there; codes, states and hashes of nothing personal. */
// biome-ignore format: a table
export const otherColumns: Readonly<Record<string, string>> = {
  agreement: 'body',
  area: 'code name kind nation geometry edition',
  assignment: 'status via',
  audit_mark: 'source',
  audit_seal: 'source hash',
  authenticator: 'secret',
  category: 'label description icon',
  clock_step: 'step',
  closure: 'first_day last_day reason',
  consent: 'scope how lawful_basis',
  consent_refusal: 'authority_code month',
  consent_wording: 'language wording data_protection',
  credential: 'password_hash',
  demographic: 'key label kind options',
  demographic_tally: 'month key option',
  digest_item: 'template',
  directory_change: 'name organisation print', // of services that are or were public
  email_change: 'email old_email token_hash',
  entry_link: 'label token_hash kind',
  erasure: 'kind why',
  event: 'action party codes', // ids and codes alone: db/events.ts
  file: 'type storage_key state',
  form_version: 'status definition',
  grant_in_network: 'role',
  guess: 'bucket',
  hand_over: 'from_day until_day',
  held_submission: 'reference origin why decision',
  import_batch: 'kind file fingerprint',
  invitation: 'email role token_hash organisation_name person_name',
  join_request: 'organisation_name what_it_does area website contact_name contact_email contact_phone status reason',
  location: 'name address_1 address_2 city postcode authority_code accessibility',
  membership: 'role',
  message: 'message_id template recipient status lane last_error',
  migration: 'name hash',
  need: 'label status',
  network: 'slug name description colour help_name help_email help_phone technical_help settings',
  network_area: 'area_code',
  note: 'kind',
  note_release: 'decision',
  notice_choice: 'kind how',
  organisation: 'name kind description phone email website address_1 address_2 city postcode team_inbox referral_guidance languages interpreters source_key access',
  organisation_in_network: 'status suspended_reason',
  organisation_questions: 'definition',
  outcome: 'label',
  outcome_entry: 'label',
  outward_code: 'code authority_code source',
  passkey: 'credential_id name public_key transports',
  password_reset: 'token_hash',
  person_code: 'code_hash',
  picture: 'storage_key type alt cut_key',
  postcode: 'code authority_code edition',
  provider_link: 'issuer subject',
  published_table: 'body name quarter', // counts for commissioners, small ones hidden
  recovery_code: 'hash',
  referral: 'reference status progress origin',
  referral_party: 'side standing status',
  saved_search: 'kind',
  service: 'name description catchment paused_until status phone email website ways source_key gallery other_ways',
  service_day: 'day',
  service_in_network: 'restrictions',
  session: 'token_hash by_provider browser system',
  set_up: 'nonce',
  shortlist_item: 'added_by',
  spent_once: 'hash',
  subject_request: 'kind reason',
  term: 'list label',
  token: 'name hash scopes',
  unsent_form: 'address_hash sealed', // encrypted for who typed it, and gone after an hour
  user: 'name email image language',
  view_record: 'what',
  webhook: 'name address kinds secret old_secret off_why',
  webhook_delivery: 'kind status last_error', // codes alone: worker/deliver.ts
}

function all(columns: string): Record<string, Goes> {
  return Object.fromEntries(columns.split(' ').map(column => [column, 'with' as const]))
}
