/** All that a coordinator sets for a network, part by part: one shape for the pages and the API. */
import { z } from 'zod'
import { clockSettings } from './clock.ts'
import { colour } from './colour.ts'
import { embedOrigin, mostEmbedOrigins, selfReferrals } from './entry.ts'
import { type NetworkSettings, networkSettings, referringSettings, visibilitySettings } from './network.ts'
import { slug } from './network-start.ts'
import { parsePhone } from './phone.ts'

const line = (most: number) => z.string().trim().max(most, { error: 'too_long' })
const required = (most: number) => line(most).min(1, { error: 'required' })
/** In a form a box that is left blank is a no. */
const ticked = z.boolean().default(false)

/** As it is typed: it is there to be read and rung by people. */
const helpPhone = line(40).refine(text => text === '' || parsePhone(text) !== null, { error: 'phone' })
/** A page or an address to write to; what a browser may follow. */
const technicalHelp = line(300).refine(
  text => text === '' || /^(https?:\/\/[^\s/]+\.[^\s]+|mailto:[^\s@]+@[^\s@]+)$/i.test(text),
  { error: 'link' },
)

/** As forms send them. */
export const settingsForms = {
  details: z.strictObject({
    name: required(120),
    slug,
    description: line(1000),
    personWord: required(30),
    personWordPlural: required(30),
  }),
  help: z.strictObject({
    helpName: required(200),
    helpEmail: line(254).pipe(z.union([z.literal(''), z.email()], { error: 'email' })),
    helpPhone,
    technicalHelp,
  }),
  look: z.strictObject({ colour }),
  directory: z.strictObject({ publicDirectory: ticked }),
  referring: referringSettings,
  visibility: visibilitySettings,
} as const
export type SettingsForm = keyof typeof settingsForms

const { shape: kept } = networkSettings
const { shape: referring } = referringSettings

/** As the API takes them: any of them, one by one; what is left out stays as it is. */
export const settingsPatch = z.strictObject({
  details: settingsForms.details.partial().optional(),
  help: settingsForms.help.partial().optional(),
  look: settingsForms.look.partial().optional(),
  directory: z.strictObject({ publicDirectory: z.boolean() }).partial().optional(),
  referring: z
    .strictObject({
      startFromOrganisation: referring.startFromOrganisation.unwrap(),
      shortlistPerNeed: referring.shortlistPerNeed.unwrap(),
      outsideArea: referring.outsideArea.unwrap(),
      consentScope: referring.consentScope.unwrap(),
      lawfulBasis: z.boolean(),
      outcomeRequired: z.boolean(),
      closingNoteRequired: z.boolean(),
    })
    .partial()
    .optional(),
  visibility: visibilitySettings.extend({ identityBeforeAcceptance: z.boolean() }).partial().optional(),
  retention: z.strictObject({ retentionMonths: kept.retentionMonths.unwrap() }).partial().optional(),
  responseTimes: z.strictObject({ clock: clockSettings }).partial().optional(),
  joining: z.strictObject({ invitationsNeedApproval: z.boolean() }).partial().optional(),
  entry: z
    .strictObject({ selfReferral: z.enum(selfReferrals), embedOrigins: z.array(embedOrigin).max(mostEmbedOrigins) })
    .partial()
    .optional(),
})
export type SettingsPatch = z.infer<typeof settingsPatch>
export type SettingsPart = keyof SettingsPatch

/** In this order they are shown and changed. */
export const settingsParts = Object.keys(settingsPatch.shape) as SettingsPart[]

/** What of a network is no setting in its row, but a column of it. */
export const columnNames = [
  ...['name', 'slug', 'description', 'colour', 'helpName', 'helpEmail', 'helpPhone', 'technicalHelp'],
] as const as readonly string[]

type Columns = Record<'name' | 'slug' | 'description' | 'colour', string> &
  Record<'helpName' | 'helpEmail' | 'helpPhone' | 'technicalHelp', string>

export function settingsOf({ settings: of, ...row }: Columns & { settings: NetworkSettings }) {
  return {
    details: {
      ...{ name: row.name, slug: row.slug, description: row.description },
      ...{ personWord: of.personWord, personWordPlural: of.personWordPlural },
    },
    help: {
      ...{ helpName: row.helpName, helpEmail: row.helpEmail },
      ...{ helpPhone: row.helpPhone, technicalHelp: row.technicalHelp },
    },
    look: { colour: row.colour },
    directory: { publicDirectory: of.publicDirectory },
    referring: {
      ...{ startFromOrganisation: of.startFromOrganisation, shortlistPerNeed: of.shortlistPerNeed },
      ...{ outsideArea: of.outsideArea, consentScope: of.consentScope, lawfulBasis: of.lawfulBasis },
      ...{ outcomeRequired: of.outcomeRequired, closingNoteRequired: of.closingNoteRequired },
    },
    visibility: {
      ...{ membersSee: of.membersSee, membersSeeIdentity: of.membersSeeIdentity },
      identityBeforeAcceptance: of.identityBeforeAcceptance,
    },
    retention: { retentionMonths: of.retentionMonths },
    responseTimes: { clock: of.clock },
    joining: { invitationsNeedApproval: of.invitationsNeedApproval },
    entry: { selfReferral: of.selfReferral, embedOrigins: of.embedOrigins },
  } satisfies { [P in SettingsPart]: Required<NonNullable<SettingsPatch[P]>> }
}
export type SettingsValues = ReturnType<typeof settingsOf>
