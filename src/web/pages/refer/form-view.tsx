/** The form's view: its parts, what an answer has just opened, the way on. */
import type { DraftFile } from '../../../db/files.ts'
import { isStandardPart, type PartName, partsInOrder } from '../../../domain/form.ts'
import type { Question } from '../../../domain/questions/types.ts'
import type { T } from '../../../words/index.ts'
import { paths } from '../../paths.ts'
import { thePerson } from '../../person-word.ts'
import { Button, ButtonGroup, LinkButton } from '../../ui/button.tsx'
import type { FormErrors } from '../../ui/context.tsx'
import { Form } from '../../ui/form.tsx'
import { Beside } from '../../ui/layout.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { SideList } from '../../ui/side-list.tsx'
import type { Draft } from './draft.ts'
import { FilesSection } from './files.tsx'
import { Journey } from './journey.tsx'
import { OpenedBy } from './opened-by.tsx'
import { anchorOf, titleOf } from './part-names.ts'
import type { Located } from './place.tsx'
import { Branching } from './question-section.tsx'
import { Sections } from './sections.tsx'
import { Starting } from './starting.tsx'

type Props = {
  t: T
  draft: Draft
  located: Located | null
  errors: FormErrors
  asked: ReadonlySet<string>
  fresh: readonly Question[]
  today: string
  files: readonly DraftFile[]
}

export function Referral({ t, draft, located, errors, asked, fresh, today, files }: Props) {
  const { id, network, body, isNew } = draft
  return (
    <>
      <Journey t={t} id={id} at="details" />
      <PageHead over={network.name} title={t('form.heading')} lead={t('form.lead')} />
      <Starting t={t} draft={draft} />
      <OpenedBy t={t} questions={fresh.map(question => ({ name: `answers.${question.id}`, question }))} />
      <Beside side={<Side t={t} draft={draft} asked={asked} />}>
        <Form id="referral" action={paths.draft(id)} files values={body.typed} errors={errors}>
          {isNew && <input type="hidden" name="network" value={network.id} />}
          {isNew && body.startsFrom && (
            <input type="hidden" name="from" value={body.startsFrom.serviceId ?? body.startsFrom.organisationId} />
          )}
          <EnterGoesOn />
          <Branching t={t} network={network} asked={asked} today={today} />
          <Sections t={t} network={network} located={located} asked={asked} choosing={{ draft }} />
          <FilesSection t={t} draft={draft} files={files} />
          <Ways t={t} draft={draft} />
        </Form>
      </Beside>
    </>
  )
}

/** A browser presses the first button of a form on Enter: this one, out of sight, before "Show on the map". */
function EnterGoesOn() {
  return <button class="hidden" type="submit" name="go" value="services" tabIndex={-1} aria-hidden="true" />
}

function Side({ t, draft: { network }, asked }: Pick<Props, 't' | 'draft' | 'asked'>) {
  const { form } = network
  const isShown = (part: PartName) =>
    isStandardPart(part) || form.questions.some(one => asked.has(one.id) && part === `section.${one.section}`)
  const parts = partsInOrder(form).map(part => ({
    href: `#${anchorOf(part)}`,
    label: part === 'person' ? thePerson(t, network) : titleOf(t, form, part),
    hidden: !isShown(part),
  }))
  const items = [...parts, { href: '#files-section', label: t('file.section') }]
  return (
    <>
      <SideList label={t('form.sections')} items={items} />
      <p
        class="small save-state"
        role="status"
        data-saving={t('form.saving')}
        data-failed={t('form.notSaved')}
        data-signed-out={t('form.signedOut')}
        data-idle={t('form.savedAsYouType', { count: network.settings.draftDays })}
      />
    </>
  )
}

function Ways({ t, draft: { id, isNew } }: { t: T; draft: Draft }) {
  return (
    <ButtonGroup>
      <Button name="go" value="services">
        {t('form.continue')}
      </Button>
      <Button look="quiet" name="go" value="later">
        {t('form.later')}
      </Button>
      {!isNew && (
        <LinkButton look="plain" href={paths.draftDiscard(id)}>
          {t('form.discard')}
        </LinkButton>
      )}
    </ButtonGroup>
  )
}
