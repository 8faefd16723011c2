/** A service as its page shows it. On a phone how to get help comes before everything else. */
import { formatDate, formatList } from '../../../../words/index.ts'
import { helpOf } from '../../../page-context.tsx'
import { publicPaths } from '../../../public-paths.ts'
import { Card } from '../../../ui/card.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { InEnglish } from '../../../ui/own-words.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { labelsOf } from '../../organisations/categories.ts'
import { PrintButton } from '../../refer/print-button.tsx'
import { EntryPicture, iconOf } from '../../services/entry-picture.tsx'
import { sayCatchment, sayRestrictions } from '../../services/say.ts'
import type { ServiceData } from '../service.tsx'
import { listWith, shortOf } from '../site.ts'
import { GetHelp } from './get-help.tsx'
import { When } from './when.tsx'
import { Where } from './where.tsx'

export function ServiceView({ data }: { data: ServiceData }) {
  const { site, service, organisation } = data
  const { t, slug, to } = site
  return (
    <>
      <PageHead
        over={
          organisation && (
            <a href={to(publicPaths.organisation(slug, organisation.id))}>
              {t('publicService.of', { organisation: organisation.name })}
            </a>
          )
        }
        title={service.name}
      >
        <SaveButton data={data} />
        <PrintButton label={t('publicService.print')} />
      </PageHead>
      {!service.takes && (
        <p>
          <Tag tone="wait">{t('publicDirectory.takesNobody')}</Tag>
        </p>
      )}
      <div class="service-page">
        <GetHelp data={data} />
        <div class="stack">
          <What data={data} />
          <When data={data} />
          <Where data={data} />
          <Checked data={data} />
        </div>
      </div>
    </>
  )
}

function SaveButton({ data: { site, service } }: { data: ServiceData }) {
  const { t, slug, to, list } = site
  const isKept = list.some(({ id }) => id === service.id)
  const href = to(publicPaths.service(slug, service.id), { list: listWith(list, service) })
  return (
    <a class="button quiet no-print" href={href} rel="nofollow">
      <Icon name={isKept ? 'check' : 'plus'} />
      {t(isKept ? 'publicDirectory.unsave' : 'publicDirectory.save')}
    </a>
  )
}

function What({ data: { site, service, open, names } }: { data: ServiceData }) {
  const { t, network } = site
  const only = sayRestrictions(t, network, service.restrictions)
  const shown = service.categoryIds.filter(id => network.categories.get(id)?.retired === false)
  return (
    <Card title={t('publicService.what')} id="what">
      <div class="service-with-picture">
        <EntryPicture picture={service.picture} gallery={service.gallery} icon={iconOf(network, service.categoryIds)} />
        {service.description && (
          <p class="pre-line">
            <InEnglish>{service.description}</InEnglish>
          </p>
        )}
      </div>
      <Facts
        plain
        facts={[
          { name: t('publicService.kind'), value: labelsOf(network, shown).join(' · ') },
          { name: t('publicService.whom'), value: only.length > 0 ? lines(only) : t('publicService.anyone') },
          { name: t('publicService.area'), value: sayCatchment(t, service.catchment, names, network.name) },
          { name: t('publicService.languages'), value: formatList(t, open.languages) },
        ]}
      />
    </Card>
  )
}

function lines(texts: readonly string[]) {
  return texts.map(text => <div key={text}>{text}</div>)
}

/** When somebody last said that this is right, and whom to tell if it is not. */
function Checked({ data: { site, service, address } }: { data: ServiceData }) {
  const { t, network } = site
  const { email } = helpOf(network)
  const subject = t('publicService.tellSubject', { reference: shortOf(service) })
  return (
    <div class="small">
      <p>
        {service.checkedAt
          ? t('publicService.checked', { date: formatDate(t, service.checkedAt) })
          : t('publicService.unchecked')}
      </p>
      <p class="only-print printed">{t('publicSite.printed', { date: formatDate(t, site.now), address })}</p>
      {email && (
        <p class="no-print">
          {t('publicService.wrong')}{' '}
          <a href={`mailto:${email}?subject=${encodeURIComponent(subject)}`}>{t('publicService.tell')}</a>
        </p>
      )}
    </div>
  )
}
