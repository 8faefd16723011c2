/** How a record's details are read and written, in one place for person and referral_person alike. */
import { type RawBuilder, sql } from 'kysely'
import type { Details } from '../../domain/people.ts'

/** Of the table with this alias, as the domain's Details. */
export function detailsOf(alias: 'p' | 'r' | 'o'): RawBuilder<Details> {
  const of = sql.raw(alias)
  return sql`json_build_object('title', ${of}.title, 'firstName', ${of}.first_name, 'lastName', ${of}.last_name, 'dateOfBirth', ${of}.date_of_birth,
    'phone', ${of}.phone, 'email', ${of}.email, 'preferredContact', ${of}.preferred_contact, 'address1', ${of}.address_1,
    'address2', ${of}.address_2, 'town', ${of}.town, 'county', ${of}.county, 'postcode', ${of}.postcode, 'safeContact', ${of}.safe_contact)`
}

/** The record and those merged into it. `of`: the alias of a record that stays. */
export function groupOf(alias: 'p'): RawBuilder<unknown> {
  const of = sql.raw(alias)
  return sql`select g.id from person g where g.id = ${of}.id or g.merged_into_id = ${of}.id`
}
