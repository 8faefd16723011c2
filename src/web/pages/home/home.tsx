/** Home: the work first (LST-5). What one sees depends on what one does here. */
import { Hono } from 'hono'
import { whoseCode } from '../../../domain/figures.ts'
import { formatDay } from '../../../words/index.ts'
import type { PageEnv } from '../../env.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { AgreementsAsked } from '../agreement/asked.tsx'
import { Coordinating } from './coordinating.tsx'
import { CountsCard } from './counts.tsx'
import { Drafts } from './drafts.tsx'
import { FigureCards } from './figures.tsx'
import { FindCard } from './find.tsx'
import { headingOf } from './heading.ts'
import { type HomeData, loadHome } from './load-home.ts'
import { QuarterCard } from './quarter.tsx'
import { SettingUp } from './setting-up.tsx'
import { Questions, Returned, SentByYou, Waiting } from './waiting.tsx'

export const home = new Hono<PageEnv>().get(paths.home, async c => {
  const { t } = c.var
  const data = await loadHome(c)
  const done = c.req.query('done')
  const view = (
    <>
      {(done === 'draft' || done === 'discarded') && (
        <Notice tone="success" live>
          <p>{t(`form.done.${done}`)}</p>
        </Notice>
      )}
      <PageHead over={formatDay(t, data.now)} title={headingOf(t, data)}>
        {data.mayRefer && <LinkButton href={paths.refer}>{t('home.makeReferral')}</LinkButton>}
      </PageHead>
      <div class="stack">
        <SettingUp t={t} data={data} />
        <AgreementsAsked t={t} asked={data.agreements} />
      </div>
      {data.notesAsked > 0 && (
        <Notice tone="warning">
          <p>
            <a href={paths.noteReleases}>{t('privacy.release.home', { count: data.notesAsked })}</a>
          </p>
        </Notice>
      )}
      <Work t={c.var.t} data={data} />
    </>
  )
  const sheets = data.quarters.length > 0 ? ['reports', 'report-charts'] : []
  return render(c, view, { title: t('nav.home'), sheets })
})

type Props = { t: PageEnv['Variables']['t']; data: HomeData }

function Work({ t, data }: Props) {
  if (!data.member && !data.coordinator)
    return (
      <div class="stack">
        {data.quarters.map(answer => (
          <QuarterCard key={whoseCode(answer.whose)} t={t} answer={answer} data={data} />
        ))}
        {data.actor.administrator && <FigureCards t={t} data={data} />}
      </div>
    )
  const some = data.waiting.length > 0
  return (
    <div class="home">
      <div class="stack">
        {data.member && (
          <>
            <Questions t={t} data={data} />
            <Returned t={t} data={data} />
            {(some || !data.coordinator) && <Waiting t={t} data={data} />}
          </>
        )}
        {data.coordinator && <Coordinating t={t} data={data} />}
        {data.member && !some && data.coordinator && <Waiting t={t} data={data} />}
        {data.member && <SentByYou t={t} data={data} />}
      </div>
      <div class="stack">
        <FindCard t={t} />
        <CountsCard t={t} data={data} />
        <Drafts t={t} data={data} />
      </div>
    </div>
  )
}
