/** What is said in a referral's history of the person's own page. */
import type { English, Welsh } from '../words.ts'

type Events = English['referral']['event']

export const ownPageEvents = {
  personCode: 'Gwnaed cod ar gyfer tudalen y person ei hun',
  personCodeEnded: 'Daeth y cod ar gyfer tudalen y person ei hun i ben',
  nobodyCalled: 'Dywedodd nad oes neb wedi ffonio',
  contactCorrected: 'Cywirwyd manylion cyswllt gan y person',
  withdrawConsent: 'Tynnwyd cydsyniad yn ôl gan y person',
} as const satisfies Partial<Welsh<Events>>
