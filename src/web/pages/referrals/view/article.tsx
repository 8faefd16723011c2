/** The referral itself, part by part; parts that the viewer may not see are not there, and the page says so. */
import type { T } from '../../../../words/index.ts'
import type { FormErrors, FormValues } from '../../../ui/context.tsx'
import type { ReferralData } from '../load-referral.ts'
import { Answers } from './answers.tsx'
import { Asked } from './asked.tsx'
import { Circumstances } from './circumstances.tsx'
import { Consent } from './consent.tsx'
import { Contact } from './contact.tsx'
import { Files } from './files.tsx'
import { GiveCode } from './give-code.tsx'
import { History } from './history.tsx'
import { Identity } from './identity.tsx'
import { Jump } from './jump.tsx'
import { Anonymised, Kept } from './kept.tsx'
import { Needs } from './needs.tsx'
import { Notes } from './notes.tsx'
import { OwnPerson } from './own-person.tsx'
import { Part } from './part.tsx'
import { ReferAgain } from './refer-again.tsx'
import { Safety } from './safety.tsx'
import { SamePerson } from './same-person.tsx'
import { TakeCopy } from './take.tsx'
import { TiedTo } from './tied.tsx'
import { Where } from './where.tsx'

export type Props = { t: T; data: ReferralData }

export function Article({ t, data, values, errors }: Props & { values: FormValues | undefined; errors: FormErrors }) {
  return (
    <article class="stack" aria-labelledby="person">
      <Identity t={t} data={data} />
      <Anonymised t={t} data={data} />
      <Part t={t} data={data} />
      <SamePerson t={t} data={data} />
      <OwnPerson t={t} data={data} />
      <ReferAgain t={t} data={data} />
      <Jump t={t} data={data} />
      <Contact t={t} data={data} />
      <Needs t={t} data={data} />
      <Circumstances t={t} data={data} />
      <Answers t={t} data={data} />
      <Where t={t} data={data} />
      <Asked t={t} data={data} />
      <TiedTo t={t} data={data} />
      <Consent t={t} data={data} />
      <GiveCode t={t} data={data} />
      <Safety t={t} data={data} />
      <Files t={t} data={data} errors={errors} values={values} />
      <Notes t={t} data={data} values={values} errors={errors} />
      <History t={t} data={data} />
      <Kept t={t} data={data} />
      <TakeCopy t={t} data={data} />
    </article>
  )
}
