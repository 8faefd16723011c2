/** A small world for messages and the clock: one network, one referral, one service that was asked and has not answered. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '#src/db/database.ts'
import type { Actor } from '#src/domain/policy.ts'

/** No letter may hold any of these. */
export const markers = ['Zephyrine', 'Quillfeather', 'zq-marker', '07700900123', 'Marmalade', 'frightened']

export type Asked = Awaited<ReturnType<typeof buildAsked>>
type Wishes = { askedAt?: Date; channels?: string[]; avoid?: string; restricted?: boolean; clock?: object }

export async function buildAsked({ owner }: Pick<Database, 'owner'>, wishes: Wishes = {}) {
  const { askedAt = new Date(), channels = [], avoid = '', restricted = false, clock } = wishes
  const tag = randomUUID().slice(0, 8)
  const id = ids(
    'network',
    'category',
    'sender',
    'asked',
    'next',
    'service',
    'nextService',
    'referral',
    'need',
    'assignment',
  )
  const user = ids('referrer', 'otherPrimary', 'coordinator', 'primary', 'notified', 'silent', 'gone', 'nextPrimary')
  const email = (name: string) => `${name}.${tag}@${name === 'primary' ? 'one' : 'two'}.example.org`
  const settings = JSON.stringify(clock ? { clock } : {})
  const safe = JSON.stringify({ channels, times: [], timesNote: '', voicemail: 'no', avoid })
  await sql
    .raw(`
    insert into network (id, slug, name, settings) values ('${id.network}', 'n${tag}', 'Northbank Help', '${settings}');
    insert into category (id, network_id, path, label) values ('${id.category}', '${id.network}', 'a', 'Food parcels');
    insert into organisation (id, name, team_inbox) values ('${id.sender}', 'Sender', null),
      ('${id.asked}', 'Asked', 'team.${tag}@two.example.org'), ('${id.next}', 'Next', null);
    insert into "user" (id, name, email, disabled_at) values ${Object.entries(user)
      .map(([name, one]) => `('${one}', '${name}', '${email(name)}', ${name === 'gone' ? 'now()' : 'null'})`)
      .join(', ')};
    insert into membership (user_id, organisation_id, role, notify) values
      ('${user.referrer}', '${id.sender}', 'member', false), ('${user.otherPrimary}', '${id.sender}', 'primary', false),
      ('${user.coordinator}', '${id.sender}', 'member', false),
      ('${user.primary}', '${id.asked}', 'primary', false), ('${user.notified}', '${id.asked}', 'member', true),
      ('${user.silent}', '${id.asked}', 'member', false), ('${user.gone}', '${id.asked}', 'primary', true),
      ('${user.nextPrimary}', '${id.next}', 'primary', false);
    insert into grant_in_network values ('${user.coordinator}', '${id.network}', 'coordinator');
    insert into organisation_in_network (network_id, organisation_id) values
      ('${id.network}', '${id.sender}'), ('${id.network}', '${id.asked}'), ('${id.network}', '${id.next}');
    insert into service (id, organisation_id, name) values ('${id.service}', '${id.asked}', 'Pantry'), ('${id.nextService}', '${id.next}', 'Larder');
    insert into referral (id, network_id, submission_id, reference, status, progress, origin, restricted, referrer_organisation_id,
      referrer_user_id, initials, outward_code, opened_at, changed_at) values ('${id.referral}', '${id.network}', gen_random_uuid(),
      '${tag.toUpperCase()}', 'open', 'opened', 'member', ${restricted}, '${id.sender}', '${user.referrer}', 'ZQ', 'L4', now(), now());
    insert into referral_person (referral_id, first_name, last_name, email, phone, address_1, safe_contact) values ('${id.referral}',
      'Zephyrine', 'Quillfeather', 'zq-marker.${tag}@person.example.org', '07700900123', '1 Marmalade Row', '${safe}');
    insert into referral_detail (referral_id, network_id, opened_at, circumstances) values ('${id.referral}', '${id.network}', now(), 'frightened');
    insert into need (id, referral_id, network_id, opened_at, category_id, label, status) values
      ('${id.need}', '${id.referral}', '${id.network}', now(), '${id.category}', 'Food parcels', 'waiting');
    insert into shortlist_item (referral_id, service_id, organisation_id, category_ids, position, added_by) values
      ('${id.referral}', '${id.service}', '${id.asked}', array['${id.category}']::uuid[], 0, 'suggested'),
      ('${id.referral}', '${id.nextService}', '${id.next}', array['${id.category}']::uuid[], 1, 'suggested');
    insert into assignment (id, referral_id, network_id, service_id, organisation_id, status, via, asked_at, clock_from) values
      ('${id.assignment}', '${id.referral}', '${id.network}', '${id.service}', '${id.asked}', 'pending', 'route',
       '${askedAt.toISOString()}', '${askedAt.toISOString()}');
    insert into clock_step (assignment_id, round, step, due_at) values
      ('${id.assignment}', 1, 'remind', '${askedAt.toISOString()}'::timestamptz + interval '48 hours'),
      ('${id.assignment}', 1, 'escalate', '${askedAt.toISOString()}'::timestamptz + interval '96 hours');
    insert into assignment_need values ('${id.assignment}', '${id.need}', true);
    insert into referral_party (referral_id, organisation_id, side, standing, network_id, status, urgent, opened_at) values
      ('${id.referral}', '${id.sender}', 'sent', 'sender', '${id.network}', 'open', false, now()),
      ('${id.referral}', '${id.asked}', 'received', 'waiting', '${id.network}', 'open', false, now());`)
    .execute(owner)
  return { id, user, email, tag, reference: tag.toUpperCase(), person: `zq-marker.${tag}@person.example.org` }
}

/** One of the users of this world, acting for one of its organisations. */
export function actorIn({ id, user }: Asked, who: keyof Asked['user'], of: 'sender' | 'asked' | 'next'): Actor {
  const networks = [{ id: id.network, agreed: true }]
  const organisation = { organisationId: id[of], organisationName: of, role: 'primary' as const }
  const plain = { coordinates: [], commissions: [], administrator: false, scopes: null }
  return { userId: user[who], name: who, networks, ...organisation, ...plain }
}

function ids<N extends string>(...names: N[]): Record<N, string> {
  return Object.fromEntries(names.map(name => [name, randomUUID()])) as Record<N, string>
}
