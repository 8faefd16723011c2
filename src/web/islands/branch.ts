/** Shows the network's own questions as the answers ask for them, by the same rules as the server; without it, Continue does. */
import { walk } from '../../domain/journey.ts'
import type { Question } from '../../domain/questions/types.ts'
import { joinDates } from '../forms/dates.ts'
import { type Typed, typedAnswers, typedFacts } from '../forms/typed-facts.ts'

start()
// A page that puts its next step in place says so.
addEventListener('onward:page', start)

function start() {
  const shown = document.querySelector<HTMLInputElement>('input#shown')
  if (shown?.form) branch(shown.form, shown)
}

function branch(form: HTMLFormElement, shown: HTMLInputElement) {
  const questions = JSON.parse(shown.dataset.questions ?? '[]') as Question[]
  const dates = questions.filter(({ kind }) => kind === 'date').map(({ id }) => `answers.${id}`)
  // What was answered on earlier pages, as far as a condition looks at it.
  const earlier = Object.entries(JSON.parse(shown.dataset.typed ?? '{}') as Record<string, string[]>)
  const update = () => {
    if (!form.isConnected) return
    const typed = new Map([...earlier, ...typedIn(form, dates)])
    const { asked } = walk({ questions }, typedAnswers(typed), typedFacts(typed, shown.dataset.today ?? ''))
    show(
      asked.map(({ id }) => id),
      shown,
    )
  }
  form.addEventListener('input', update)
  // The browser may have put back what was typed before it left the page.
  window.addEventListener('pageshow', update)
}

function typedIn(form: HTMLFormElement, dates: readonly string[]): Typed {
  const joined = joinDates(new FormData(form), ['person.dateOfBirth', ...dates])
  const texts = [...new Set(joined.keys())].map(name => {
    const values = joined.getAll(name).filter(value => typeof value === 'string')
    return [name, values] as const
  })
  return new Map(texts)
}

function show(asked: readonly string[], shown: HTMLInputElement) {
  const before = shown.value.split(' ')
  for (const place of document.querySelectorAll<HTMLElement>('[data-question]'))
    place.hidden = !asked.includes(place.dataset.question ?? '')
  for (const section of document.querySelectorAll<HTMLElement>('[data-section]')) {
    section.hidden = !section.querySelector('[data-question]:not([hidden])')
    const link = document.querySelector(`.side-list a[href="#${section.dataset.section}"]`)?.closest('li')
    if (link) link.hidden = section.hidden
  }
  shown.value = asked.join(' ')
  tell(shown, asked.filter(id => !before.includes(id)).length)
}

/** To those who cannot see that the form has grown. */
function tell({ dataset }: HTMLInputElement, count: number) {
  const note = document.getElementById('branch-note')
  if (note && count > 0)
    note.textContent = ((count === 1 ? dataset.one : dataset.other) ?? '').replace('{{count}}', String(count))
}
