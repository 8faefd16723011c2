/** Copies a day's times to the other chosen days without asking the server; where the rows do not fit, the server does it. */
const week = document.querySelector<HTMLElement>('.week')
week?.addEventListener('click', event => {
  const button = (event.target as HTMLElement).closest<HTMLButtonElement>('button[value^="copy "]')
  const from = button?.closest<HTMLElement>('[data-weekday]')
  if (button && from && copy(week, from)) event.preventDefault()
})

function copy(week: HTMLElement, from: HTMLElement): boolean {
  const days = [...week.querySelectorAll<HTMLElement>('[data-weekday]')].filter(day => day !== from)
  const chosen = days.filter(isChosen)
  const targets = chosen.length > 0 ? chosen : days.filter(day => Number(day.dataset.weekday) <= 5)
  const times = timesOf(from).map(({ value }) => value)
  if (targets.some(day => timesOf(day).length !== times.length)) return false
  for (const day of targets) {
    const box = day.querySelector<HTMLInputElement>('input[type="checkbox"]')
    if (box) box.checked = true
    for (const [at, input] of timesOf(day).entries()) input.value = times[at] ?? ''
  }
  return true
}

function isChosen(day: HTMLElement): boolean {
  return day.querySelector<HTMLInputElement>('input[type="checkbox"]')?.checked ?? false
}

function timesOf(day: HTMLElement): HTMLInputElement[] {
  return [...day.querySelectorAll<HTMLInputElement>('input[type="time"]')]
}

export {}
