/** One question being written, and beside it the same question to try. */
import { ancestryOf } from '../../../../domain/editing/references.ts'
import type { Question } from '../../../../domain/questions/types.ts'
import { Button, ButtonGroup, LinkButton } from '../../../ui/button.tsx'
import type { Children } from '../../../ui/context.tsx'
import { Form, Seen } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { ConditionRows, ShowFitting } from './condition-rows.tsx'
import type { Editing } from './editing.ts'
import { EffectRows } from './effect-rows.tsx'
import { Preview } from './preview.tsx'
import { AnswerFields, QuestionFields } from './question-fields.tsx'
import { sketchOf } from './read-question.ts'
import { valuesOf } from './written.ts'

type Props = {
  on: Editing
  action?: string
  seen: string
  posted: FormData
  /** Somebody else saved it meanwhile. */
  late: boolean
  cancelHref: string
  /** An organisation's own questions do nothing but ask. */
  effects?: boolean
  more?: Children
}

export function QuestionEditor({ on, action, seen, posted, late, cancelHref, effects = true, more }: Props) {
  const { t } = on.around
  return (
    <>
      {late && (
        <Notice tone="warning" live>
          <p>{t('designer.changedMeanwhile')}</p>
        </Notice>
      )}
      <Form id="designer" values={valuesOf(on.written)} errors={on.errors} {...(action && { action })}>
        <Seen mark={seen} />
        {/* What Enter presses, before the buttons beside each row. */}
        <button class="hidden" type="submit" name="do" value="save" tabIndex={-1} aria-hidden="true" />
        <div class="designer">
          <div class="stack">
            <QuestionFields on={on} />
            <div class="stack" data-refresh="builder">
              <AnswerFields on={on} />
              <ConditionRows on={on} />
              {effects && <EffectRows on={on} />}
            </div>
            <ButtonGroup>
              <Button name="do" value="save">
                {t('designer.saveQuestion')}
              </Button>
              <LinkButton look="quiet" href={cancelHref}>
                {t('common.cancel')}
              </LinkButton>
              <ShowFitting label={t('designer.showFitting')} />
              {more}
            </ButtonGroup>
          </div>
          <Preview around={on.around} questions={triedWith(on)} form={posted} lead={t('designer.previewLead')} />
        </div>
      </Form>
    </>
  )
}

/** What it is asked because of, and itself last. */
function triedWith(on: Editing): Question[] {
  const id = on.id ?? 'new'
  const sketch = sketchOf(on.around, on.written, on.earlier, id)
  return ancestryOf({ questions: [...on.earlier, sketch] }, id)
}
