/** What stands around every step: the form that carries the sealed state, and words for a connection that is lost. */
import type { OpenEntry } from '../../../db/entry-links.ts'
import type { Network } from '../../../db/networks.ts'
import type { T } from '../../../words/index.ts'
import type { Show } from '../../page-context.tsx'
import { publicPaths } from '../../public-paths.ts'
import { Button, ButtonGroup } from '../../ui/button.tsx'
import type { Children, FormErrors, FormValues } from '../../ui/context.tsx'
import { Form } from '../../ui/form.tsx'
import { TextField } from '../../ui/text-field.tsx'

/** `parents`: sites whose page this one may stand in. */
export type Place = {
  t: T
  entry: OpenEntry
  network: Network
  embedded: boolean
  action: string
  /** Where reference and code are asked for. */
  own: string
  /** Of the network's pages that led here. */
  back: string | null
  parents: readonly string[]
}

/** One script keeps and sends, one proves, one follows the height; the others make their own parts livelier. */
const islands = ['public-form', 'text-count', 'branch', 'copy', 'print'] as const

export function showIn(place: Place): Pick<Show, 'islands' | 'width' | 'bare' | 'of' | 'exit'> {
  const { network, embedded } = place
  return {
    exit: mayHaveToLeave(place)
      ? { href: publicPaths.safety(network.slug), about: place.t('publicPages.exit.about') }
      : undefined,
    islands: embedded ? [...islands, 'frame-height'] : islands,
    ...{ width: 'centred', bare: embedded, of: network },
  }
}

/** Who asks for themselves may live with somebody who must not know, where the network helps with such things at all. */
function mayHaveToLeave({ network: { categories }, entry, embedded }: Place): boolean {
  return !embedded && entry.kind === 'self' && [...categories.values()].some(one => one.sensitive && !one.retired)
}

export function Frame({ place: { t, parents }, children }: { place: Place; children: Children }) {
  return (
    <div
      class="public-form"
      data-parents={parents.join(' ')}
      data-lost={`${t('publicForm.offline.lost')} ${t('publicForm.offline.again')}`}
      data-sending={t('publicForm.offline.sending')}
      data-trying={t('publicForm.offline.trying')}
      data-proving={t('publicForm.offline.proving')}
    >
      {children}
    </div>
  )
}

export type StepForm = {
  place: Place
  sealed: string
  at: string
  values?: FormValues
  errors?: FormErrors | undefined
  /** What the browser has to work out before it sends, as JSON. */
  challenge?: string | undefined
  /** With files. */
  files?: boolean
  children: Children
  /** The buttons; left out: Continue and Back. */
  buttons?: Children
}

/** Its first button, out of sight, is what Enter presses. `website` is for robots: people neither see nor reach it. */
export function StepForm({ place, sealed, at, values, errors, challenge, files = false, children, buttons }: StepForm) {
  const { t, action } = place
  return (
    <Form id="public-form" action={action} files={files} values={{ ...values, website: '' }} errors={errors}>
      <button class="hidden" type="submit" name="go" value="next" tabIndex={-1} aria-hidden="true" />
      <input type="hidden" name="state" value={sealed} />
      <input type="hidden" name="at" value={at} />
      {challenge && <input type="hidden" name="proof" value="" data-challenge={challenge} />}
      <div hidden>
        <TextField name="website" label={t('publicForm.trap')} autocomplete="off" />
      </div>
      {children}
      <ButtonGroup>
        {buttons ?? (
          <Button name="go" value="next">
            {t('publicForm.next')}
          </Button>
        )}
        <Button look="plain" name="go" value="back">
          {t('publicForm.back')}
        </Button>
      </ButtonGroup>
    </Form>
  )
}
