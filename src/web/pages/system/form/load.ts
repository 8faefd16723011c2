/** What every page of the form's designer begins with: the network, the form being worked on, and what questions may speak of. */
import { isNobodys } from '../../../../actions/publish-form.ts'
import {
  knownIn,
  listNetworkServices,
  type NetworkService,
  readWorkingForm,
  type WorkingForm,
} from '../../../../db/forms.ts'
import { defaultForm } from '../../../../domain/form.ts'
import { differenceOf, type FormChange } from '../../../../domain/form-diff.ts'
import { type FormProblem, problemsOf, unaskedFacts } from '../../../../domain/form-problems.ts'
import { loadSettings, type Settings, type Visit } from '../load.ts'

export type Designer = Settings &
  WorkingForm & {
    services: readonly NetworkService[]
    problems: readonly FormProblem[]
    /** Facts that conditions look at and nothing asks. */
    unasked: readonly { question: string; fact: string }[]
    /** Nobody has published a version or begun one. */
    isAsSetUp: boolean
    /** Of the draft, against what is in use. */
    changes: readonly FormChange[]
  }

export async function loadDesigner(c: Visit): Promise<Designer> {
  const settings = await loadSettings(c)
  const { db } = c.var.ctx
  const working = await readWorkingForm(db, settings.network.id)
  const services = await listNetworkServices(db, settings.network.id)
  return {
    ...settings,
    ...working,
    services,
    problems: problemsOf(working.form, knownIn(settings.network, services)),
    unasked: unaskedFacts(working.form),
    isAsSetUp: !working.draft && working.published !== null && isNobodys(working.published),
    changes: working.draft ? differenceOf(working.published?.definition ?? defaultForm, working.form) : [],
  }
}

/** Age comes from the date of birth and is not asked. */
export function askableDemographics({ network }: Settings) {
  return network.demographics.filter(({ kind }) => kind !== 'age')
}

export function demographicKeys(settings: Settings): string[] {
  return askableDemographics(settings).map(({ key }) => key)
}
