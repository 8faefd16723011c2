/** One service on the list, or one that could be: what it is asked for, why it is here, and what can be done about it. */
import type { T } from '../../../words/index.ts'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/context.tsx'
import { Icon, type IconName } from '../../ui/icon.tsx'
import type { Option } from './plan.ts'
import { labelsOf, type Said, type Telling, wordObjection, wordReason } from './reasons.ts'

const icons: Readonly<Record<Said['tone'], IconName>> = {
  for: 'check',
  check: 'circle-help',
  against: 'triangle-alert',
}

type Listed = { telling: Telling; option: Option; place: number; last: boolean; reason: string | undefined }

export function ListedService({ telling, option, place, last, reason }: Listed) {
  const { t } = telling
  const isFirst = option.asks.length > 0
  return (
    <li class={classes('pick', isFirst && 'first')} id={`service-${option.serviceId}`}>
      <span class="pick-place" aria-hidden="true">
        {place}
      </span>
      <div class="pick-text">
        <Names option={option} />
        <p class="pick-asks">{asksText(telling, option)}</p>
        <Why telling={telling} option={option} isListed />
        {reason !== undefined && (
          <p class="small">{reason === '' ? t('suggestion.addedByYou') : t('suggestion.reasonGiven', { reason })}</p>
        )}
      </div>
      <Moves t={t} option={option} isTop={place === 1} isBottom={last} />
    </li>
  )
}

function asksText({ t, network }: Telling, { asks, meets }: Option): string {
  if (asks.length > 0) return t('suggestion.firstFor', { needs: labelsOf(t, network, asks) })
  return t('suggestion.waitsFor', { needs: labelsOf(t, network, meets) })
}

function Moves({ t, option, isTop, isBottom }: { t: T; option: Option; isTop: boolean; isBottom: boolean }) {
  const service = option.serviceName
  const press = (does: string) => ({
    name: 'do',
    value: `${does} ${option.serviceId}`,
    small: true,
    look: 'quiet' as const,
  })
  return (
    <div class="pick-moves">
      {!isTop && (
        <Button {...press('up')} icon="arrow-up" label={t('suggestion.up', { service })}>
          <span class="pick-word">{t('suggestion.upShort')}</span>
        </Button>
      )}
      {!isBottom && (
        <Button {...press('down')} icon="arrow-down" label={t('suggestion.down', { service })}>
          <span class="pick-word">{t('suggestion.downShort')}</span>
        </Button>
      )}
      <Button {...press('remove')} icon="x" label={t('suggestion.remove', { service })}>
        {t('suggestion.removeShort')}
      </Button>
    </div>
  )
}

/** Not on the list: `children` is what can be done about it. */
export function OtherService({
  telling,
  option,
  children,
}: {
  telling: Telling
  option: Option
  children?: preact.ComponentChildren
}) {
  return (
    <li class="pick other">
      <div class="pick-text">
        <Names option={option} />
        <Why telling={telling} option={option} />
      </div>
      {children && <div class="pick-moves">{children}</div>}
    </li>
  )
}

function Names({ option: { serviceName, organisationName } }: { option: Option }) {
  return (
    <h3>
      {serviceName}
      <span class="pick-organisation">{organisationName}</span>
    </h3>
  )
}

/** What it meets is said already by what it is asked for, where it is on the list. */
function Why({ telling, option, isListed }: { telling: Telling; option: Option; isListed?: boolean }) {
  const { t } = telling
  const reasons = option.reasons
    .filter(({ code }) => code !== 'meets' || !isListed)
    .map(reason => wordReason(telling, reason))
  const against = option.because.map(one => ({ text: wordObjection(telling, one), tone: 'against' as const }))
  return (
    <ul class="reasons" aria-label={t(against.length > 0 ? 'suggestion.whyNot' : 'suggestion.why')}>
      {[...reasons, ...against].map(({ text, tone }) => (
        <li key={text} class={tone}>
          <Icon name={icons[tone]} />
          {text}
        </li>
      ))}
    </ul>
  )
}
