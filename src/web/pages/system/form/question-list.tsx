/** The sections of the form and their questions, each with all that can be done to it. */
import { sectionOf } from '../../../../domain/editing/sections.ts'
import { wordsIn } from '../../../../domain/questions/labels.ts'
import type { FormSection, Question } from '../../../../domain/questions/types.ts'
import { paths } from '../../../paths.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Form } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Tag } from '../../../ui/tag.tsx'
import type { Designer } from './load.ts'
import { aroundOf } from './question.tsx'
import { RowButton } from './row-buttons.tsx'
import { sayConditions, sayEffect } from './speech.ts'

export function QuestionList({ on }: { on: Designer }) {
  const { t, at, form } = on
  return (
    <div class="stack" data-refresh="list">
      {form.sections.length === 0 && (
        <Card>
          <Empty title={t('designer.empty')} icon="list">
            {t('designer.emptyText')}
          </Empty>
        </Card>
      )}
      {form.sections.map(section => (
        <SectionCard key={section.id} on={on} section={section} />
      ))}
      <div>
        <LinkButton look="quiet" icon="plus" href={at(paths.formSection('new'))}>
          {t('designer.addSection')}
        </LinkButton>
      </div>
    </div>
  )
}

function SectionCard({ on, section }: { on: Designer; section: FormSection }) {
  const { t, at, form } = on
  const questions = form.questions.filter(one => one.section === section.id)
  const title = wordsIn(section.title, t.language)
  return (
    <Card flush title={title} id={`s-${section.id}`} aside={<SectionButtons on={on} section={section} title={title} />}>
      {questions.length === 0 && <p class="entry small">{t('designer.emptySection')}</p>}
      <ol class="entries" data-sort={section.id}>
        {questions.map(question => (
          <QuestionRow key={question.id} on={on} question={question} />
        ))}
      </ol>
      <p class="entry">
        <LinkButton look="quiet" small icon="plus" href={at(`${paths.formQuestion('new')}?section=${section.id}`)}>
          {t('designer.addQuestion')}
        </LinkButton>
      </p>
    </Card>
  )
}

function SectionButtons({
  on: { t, at, form },
  section,
  title,
}: {
  on: Designer
  section: FormSection
  title: string
}) {
  const place = form.sections.indexOf(sectionOf(form, section.id))
  return (
    <Form plain>
      <input type="hidden" name="section" value={section.id} />
      <span class="movers">
        {place > 0 && <RowButton icon="arrow-up" value="section-up" label={t('system.upOf', { name: title })} />}
        {place < form.sections.length - 1 && (
          <RowButton icon="arrow-down" value="section-down" label={t('system.downOf', { name: title })} />
        )}
        <LinkButton look="quiet" small icon="pencil" href={at(paths.formSection(section.id))}>
          <span class="hidden">{t('designer.editOf', { name: title })}</span>
        </LinkButton>
      </span>
    </Form>
  )
}

function QuestionRow({ on, question }: { on: Designer; question: Question }) {
  const { t, at, form } = on
  const { id, label, kind, required, effects } = question
  const around = aroundOf(on)
  const asked = sayConditions(around, form.questions, question)
  const name = wordsIn(label, t.language)
  return (
    <li id={`q-${id}`} class="entry question-row" data-item={id}>
      <span class="handle" data-handle hidden>
        <Icon name="menu" />
      </span>
      <div class="question-said">
        <p>
          <a href={at(paths.formQuestion(id))}>{name}</a> {required && <Tag>{t('designer.isRequired')}</Tag>}
        </p>
        <p class="small">{t(`designer.kinds.${kind}`)}</p>
        {asked && (
          <p class="small said">
            <Icon name="split" />
            {t('designer.askedIf', { said: asked })}
          </p>
        )}
        {effects.map((effect, place) => (
          <p key={`${place} ${effect.does.kind}`} class="small said">
            <Icon name={effect.does.kind === 'urgent' ? 'flag' : 'arrow-right'} />
            {sayEffect(around, question, effect)}
          </p>
        ))}
      </div>
      <QuestionButtons on={on} question={question} name={name} />
    </li>
  )
}

function QuestionButtons({ on: { t, at, form }, question, name }: { on: Designer; question: Question; name: string }) {
  const isFirst = form.questions[0] === question && form.sections[0]?.id === question.section
  const isLast = form.questions.at(-1) === question && form.sections.at(-1)?.id === question.section
  return (
    <Form plain>
      <input type="hidden" name="question" value={question.id} />
      <span class="movers">
        {isFirst && <span class="mover" />}
        {!isFirst && <RowButton icon="arrow-up" value="up" label={t('system.upOf', { name })} />}
        {!isLast && <RowButton icon="arrow-down" value="down" label={t('system.downOf', { name })} />}
        {isLast && <span class="mover" />}
        <RowButton icon="copy" value="duplicate" label={t('designer.duplicateOf', { name })} />
        <LinkButton look="quiet" small icon="trash-2" href={at(paths.deleteFormQuestion(question.id))}>
          <span class="hidden">{t('designer.deleteOf', { name })}</span>
        </LinkButton>
      </span>
    </Form>
  )
}
