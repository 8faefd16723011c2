/** The designer's preview: shows which questions would be asked, and what the answers would do, as they are given. By the server's own evaluator. */
import type { Question } from '../../domain/questions/types.ts'
import { tryOut } from '../pages/system/form/trial.ts'

document.addEventListener('input', event => follow(event.target))
document.addEventListener('change', event => follow(event.target))

function follow(target: EventTarget | null) {
  const preview = target instanceof Element ? target.closest<HTMLElement>('[data-preview]') : null
  const form = preview?.closest('form')
  const data = preview?.querySelector('script[type="application/json"]')?.textContent
  if (!preview || !form || !data) return
  const { asked, effects } = tryOut(JSON.parse(data) as Question[], new FormData(form))
  for (const question of preview.querySelectorAll<HTMLElement>('[data-question]'))
    question.hidden = !asked.includes(question.dataset.question ?? '')
  for (const effect of preview.querySelectorAll<HTMLElement>('[data-effect]'))
    effect.hidden = !effects.includes(effect.dataset.effect ?? '')
  const none = preview.querySelector<HTMLElement>('[data-no-effects]')
  if (none) none.hidden = effects.length > 0
}
