/** The three boxes of a date as one answer: 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD', what is missing left empty. */

/** Puts `name` in the place of `name-day`, `name-month` and `name-year`, before the form is read. */
export function joinDates(form: FormData, names: readonly string[]): FormData {
  for (const name of names) {
    const [year = '', month = '', day = ''] = ['year', 'month', 'day'].map(part => takeBox(form, `${name}-${part}`))
    form.set(name, [year, pad(month), pad(day)].join('-').replace(/-+$/, ''))
  }
  return form
}

/** What each box showed, also of a date that was refused. */
export function splitDate(date: unknown): { day: string; month: string; year: string } {
  const [year = '', month = '', day = ''] = typeof date === 'string' ? date.split('-') : []
  return { year, month: unpad(month), day: unpad(day) }
}

function takeBox(form: FormData, name: string): string {
  const typed = form.get(name)
  form.delete(name)
  return typeof typed === 'string' ? typed.trim().replaceAll('-', '') : ''
}

function pad(part: string): string {
  return /^\d$/.test(part) ? `0${part}` : part
}

function unpad(part: string): string {
  return part.replace(/^0(?=\d$)/, '')
}
