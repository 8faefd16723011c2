/** An organisation's own questions, in the order in which they are asked. */
import { fallingWith } from '../../../domain/editing/references.ts'
import { wordsIn } from '../../../domain/questions/labels.ts'
import type { Question } from '../../../domain/questions/types.ts'
import { paths } from '../../paths.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Form, Seen } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Tag } from '../../ui/tag.tsx'
import { RowButton } from '../system/form/row-buttons.tsx'
import { listOfLabels, sayConditions } from '../system/form/speech.ts'
import type { Own } from './questions.tsx'

export function OwnQuestionList({ on, refused }: { on: Own; refused: string | undefined }) {
  const { t, at, profile, form } = on
  return (
    <div class="stack">
      {refused && (
        <Notice tone="warning" live title={t('designer.refused')}>
          <p>{refused}</p>
        </Notice>
      )}
      <Card flush>
        {form.questions.length === 0 && (
          <Empty title={t('designer.own.empty')} icon="list">
            {t('designer.own.emptyText')}
          </Empty>
        )}
        <ol class="entries">
          {form.questions.map((question, place) => (
            <Row key={question.id} on={on} question={question} place={place} />
          ))}
        </ol>
        <p class="entry">
          <LinkButton look="quiet" small icon="plus" href={at(paths.ownQuestion(profile.id, 'new'))}>
            {t('designer.addQuestion')}
          </LinkButton>
        </p>
      </Card>
    </div>
  )
}

function Row({ on, question, place }: { on: Own; question: Question; place: number }) {
  const { t, at, profile, network, form, kept } = on
  const { id, label, kind, required } = question
  const name = wordsIn(label, t.language)
  const asked = sayConditions({ t, network, services: [] }, form.questions, question)
  const falling = fallingWith(form, id)
  return (
    <li id={`q-${id}`} class="entry question-row">
      <div class="question-said">
        <p>
          <a href={at(paths.ownQuestion(profile.id, id))}>{name}</a> {required && <Tag>{t('designer.isRequired')}</Tag>}
        </p>
        <p class="small">{t(`designer.kinds.${kind}`)}</p>
        {asked && <p class="small">{t('designer.askedIf', { said: asked })}</p>}
        {falling.length > 0 && <p class="small">{t('designer.own.takesAlong', { names: listOfLabels(t, falling) })}</p>}
      </div>
      <Form plain>
        <Seen mark={String(kept.version)} />
        <input type="hidden" name="question" value={id} />
        <span class="movers">
          {place > 0 && <RowButton icon="arrow-up" value="up" label={t('system.upOf', { name })} />}
          {place < form.questions.length - 1 && (
            <RowButton icon="arrow-down" value="down" label={t('system.downOf', { name })} />
          )}
          <RowButton icon="copy" value="duplicate" label={t('designer.duplicateOf', { name })} />
          <RowButton icon="trash-2" value="delete" label={t('designer.deleteOf', { name })} />
        </span>
      </Form>
    </li>
  )
}
