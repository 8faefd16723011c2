/** The REST API: what stands before its routes, its routes, and the document that describes them. */
import { OpenAPIHono } from '@hono/zod-openapi'
import { describeApi } from './document.ts'
import type { MaybeEnv } from './env.ts'
import { openReferral } from './openreferral/index.ts'
import { keepUse, limitRate, limitSize, takeJson } from './requests.ts'
import { ownAccount } from './v1/account.ts'
import { categoryKeeping } from './v1/category-keeping.ts'
import { searching } from './v1/directory-search.ts'
import { fhir } from './v1/fhir/routes.ts'
import { files } from './v1/files.ts'
import { formVersions } from './v1/form-versions.ts'
import { handOvers } from './v1/hand-overs.ts'
import { locations } from './v1/locations.ts'
import { logos } from './v1/logos.ts'
import { whoAmI } from './v1/me.ts'
import { networkForm } from './v1/network-form.ts'
import { networkSettingsApi } from './v1/network-settings.ts'
import { networks } from './v1/networks.ts'
import { notes } from './v1/notes.ts'
import { notifications } from './v1/notifications.ts'
import { organisations } from './v1/organisations.ts'
import { overview } from './v1/overview.ts'
import { people } from './v1/people.ts'
import { peopleFiles } from './v1/people-files.ts'
import { peopleJoined } from './v1/people-joined.ts'
import { referralActions } from './v1/referral-actions.ts'
import { referralFile } from './v1/referral-file.ts'
import { referrals } from './v1/referrals.ts'
import { reportRoutes } from './v1/reports.ts'
import { retention } from './v1/retention.ts'
import { safety } from './v1/safety.ts'
import { serviceKeeping } from './v1/service-keeping.ts'
import { serviceParts } from './v1/service-parts.ts'
import { services } from './v1/services.ts'
import { subjectRequests } from './v1/subject-requests.ts'
import { suggesting } from './v1/suggestions.ts'
import { webhooks } from './v1/webhooks.ts'

/** Mounted behind the doors: src/web/doors.ts says what each route asks. */
export const api = new OpenAPIHono<MaybeEnv>()
api.use('/api/v1/*', limitRate, keepUse, limitSize, takeJson)
const ofReferrals = [
  referralFile,
  referrals,
  referralActions,
  notes,
  files,
  safety,
  retention,
  subjectRequests,
  suggesting,
]
const ofDirectory = [services, serviceKeeping, serviceParts, organisations, locations, searching, overview]
/** Tags and merges before a person's id. */
const ofPeople = [peopleJoined, people, peopleFiles]
const ofNetworks = [networks, categoryKeeping, networkForm, networkSettingsApi, formVersions, logos]
const others = [...ofNetworks, whoAmI, ownAccount, notifications, handOvers, reportRoutes, webhooks, fhir]
for (const noun of [...ofReferrals, ...ofPeople, ...ofDirectory, ...others]) api.route('/', noun)

const document = describeApi(api)
api.get('/api/v1/openapi.json', c => c.body(document, 200, { 'Content-Type': 'application/json' }))

/** Described by a document of its own. */
api.route('/', openReferral)
