/** The parts of a person's page and where they stand. */
import { paths } from '../../../paths.ts'
import type { FormErrors, FormValues } from '../../../ui/context.tsx'
import { BackLink } from '../../../ui/page-head.tsx'
import { Done } from '../done.tsx'
import type { PersonData } from '../load.ts'
import { Contacting } from './contacting.tsx'
import { FilesCard } from './files.tsx'
import { Header } from './header.tsx'
import { KeptCard } from './kept.tsx'
import { Log } from './log.tsx'
import { Alike, Offers } from './notices.tsx'
import { DetailsCard, Merged, ReferralsCard, TagsCard } from './side.tsx'

export type Filled = { values: FormValues; errors: FormErrors }
type Props = {
  data: PersonData
  done: string | undefined
  knownTags: readonly string[]
  contact: Filled
  tag: Filled
  file: Filled
}

export function PersonPage({ data, done, knownTags, contact, tag, file }: Props) {
  const { t } = data
  return (
    <>
      <BackLink href={paths.people}>{t('people.title')}</BackLink>
      <div class="stack">
        <Done t={t} done={done} />
        <Alike data={data} />
        <Offers data={data} />
        <Header data={data} />
        <div class="person">
          <div class="stack">
            <Contacting data={data} filled={contact} />
            <Log data={data} />
          </div>
          <div class="stack">
            <DetailsCard data={data} />
            <ReferralsCard data={data} />
            <TagsCard data={data} known={knownTags} filled={tag} />
            <FilesCard data={data} filled={file} />
            <Merged data={data} />
            <KeptCard data={data} />
          </div>
        </div>
        <p class="small">{t('people.record.reading')}</p>
      </div>
    </>
  )
}
