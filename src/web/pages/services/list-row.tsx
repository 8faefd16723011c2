/** One of your services. */
import type { Network } from '../../../db/networks.ts'
import type { KeptService } from '../../../db/services/kept.ts'
import { sectionStates, sections } from '../../../domain/service-sections.ts'
import { formatDate, formatList, type T } from '../../../words/index.ts'
import { paths } from '../../paths.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { CapacityBar } from '../../ui/capacity-bar.tsx'
import { Details } from '../../ui/details.tsx'
import { Form } from '../../ui/form.tsx'
import { Tag } from '../../ui/tag.tsx'
import { DaysOpen } from './days-open.tsx'
import { EntryPicture, iconOf } from './entry-picture.tsx'

type Props = { t: T; service: KeptService; networks: readonly Network[] }

export function ServiceRow({ t, service, networks }: Props) {
  const { id, name, capacity, cases, waiting } = service
  return (
    <li class="kept-service" id={`service-${id}`}>
      <EntryPicture {...service} icon={firstIcon(service, networks)} small />
      <div class="kept-what">
        <h2>
          <a href={paths.editService(id)}>{name}</a>
        </h2>
        <p class="small">{categoriesOf(t, service, networks)}</p>
        <p class="tags">
          <StandingTag t={t} service={service} />
          <Completeness t={t} service={service} />
        </p>
      </div>
      <div class="kept-room">
        <CapacityBar places={capacity} cases={cases} waiting={waiting} />
        <DaysOpen t={t} spans={service.spans} />
      </div>
      <Acts t={t} service={service} />
    </li>
  )
}

export function StandingTag({ t, service }: { t: T; service: KeptService }) {
  const { status, pausedUntil, capacity, places } = service
  if (status === 'paused') return <Tag tone="wait">{t('service.standing.paused')}</Tag>
  if (pausedUntil)
    return <Tag tone="wait">{t('service.standing.pausedUntil', { date: formatDate(t, pausedUntil) })}</Tag>
  if (capacity === 0) return <Tag tone="wait">{t('service.standing.stopped')}</Tag>
  return places.some(({ open }) => open) ? (
    <Tag tone="good">{t('service.standing.open')}</Tag>
  ) : (
    <Tag tone="bad">{t('service.standing.notYet')}</Tag>
  )
}

/** Over all networks: complete where it is complete in one. */
function Completeness({ t, service }: { t: T; service: KeptService }) {
  const best = Math.max(...service.places.map(place => countOf(service, place)), countOf(service, undefined))
  if (best === sections.length) return null
  return <Tag tone="info">{t('service.list.complete', { done: best, all: sections.length })}</Tag>
}

function countOf(service: KeptService, place: KeptService['places'][number] | undefined): number {
  const { categoryIds = [], restrictions = {} } = place ?? {}
  const states = sectionStates({ ...service, categoryIds, restrictions })
  return Object.values(states).filter(state => state === 'completed').length
}

function firstIcon({ places }: KeptService, networks: readonly Network[]): string | null {
  const icons = places.map(({ networkId, categoryIds }) => {
    const network = networks.find(({ id }) => id === networkId)
    return network ? iconOf(network, categoryIds) : null
  })
  return icons.find(icon => icon !== null) ?? null
}

function categoriesOf(t: T, { places }: KeptService, networks: readonly Network[]): string {
  const labels = places.flatMap(({ networkId, categoryIds }) => {
    const categories = networks.find(({ id }) => id === networkId)?.categories
    return categoryIds.flatMap(id => categories?.get(id)?.label ?? [])
  })
  return labels.length > 0 ? formatList(t, [...new Set(labels)]) : t('service.list.noCategory')
}

function Acts({ t, service }: { t: T; service: KeptService }) {
  const { id, name } = service
  const isPaused = service.status === 'paused' || service.pausedUntil !== null
  const again =
    service.capacityBefore === null
      ? t('service.act.restoreUnlimited')
      : t('service.act.restore', { count: service.capacityBefore })
  return (
    <div class="kept-acts">
      {isPaused ? (
        <OneClick to={paths.serviceAct(id, 'resume')} label={t('service.act.resumeLabel', { name })}>
          {t('service.act.resume')}
        </OneClick>
      ) : service.capacity === 0 ? (
        <OneClick to={paths.serviceAct(id, 'restore')} label={t('service.act.restoreLabel', { words: again, name })}>
          {again}
        </OneClick>
      ) : (
        <OneClick to={paths.serviceAct(id, 'stop')} label={t('service.act.stopLabel', { name })}>
          {t('service.act.stop')}
        </OneClick>
      )}
      <Details
        summary={
          <>
            {t('service.act.more')}
            <span class="hidden"> {t('service.act.moreOf', { name })}</span>
          </>
        }
      >
        <div class="stack tight">
          {!isPaused && <PauseForm t={t} service={service} />}
          <div class="buttons">
            <OneClick to={paths.serviceAct(id, 'copy')} label={t('service.act.copyLabel', { name })}>
              {t('service.act.copy')}
            </OneClick>
            <LinkButton look="danger" small href={paths.serviceAct(id, 'archive')}>
              {t('service.act.archive')}
            </LinkButton>
          </div>
        </div>
      </Details>
    </div>
  )
}

/** The day is optional: without one it is paused until somebody resumes it. */
export function PauseForm({ t, service }: { t: T; service: KeptService }) {
  const field = `until-${service.id}`
  return (
    <Form plain action={paths.serviceAct(service.id, 'pause')}>
      <label class="label" for={field}>
        {t('service.act.pauseUntil')}
      </label>
      <div class="affixed">
        <input class="input m" type="date" id={field} name="until" />
        <Button look="quiet" icon="pause" label={t('service.act.pauseLabel', { name: service.name })}>
          {t('service.act.pause')}
        </Button>
      </div>
    </Form>
  )
}

function OneClick({ to, label, children }: { to: string; label: string; children: string }) {
  return (
    <Form plain action={to}>
      <Button look="quiet" small label={label}>
        {children}
      </Button>
    </Form>
  )
}
