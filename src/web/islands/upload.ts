/** Choosing or dropping files with the progress of each: sent at once where the zone says whereto, else with its form. */
for (const zone of document.querySelectorAll<HTMLElement>('[data-drop]')) enliven(zone)

function enliven(zone: HTMLElement) {
  const input = zone.querySelector<HTMLInputElement>('input[type="file"]')
  const form = zone.closest('form')
  const rows = zone.querySelector<HTMLElement>('.uploading')
  if (!input || !form || !rows) return
  const parts = { zone, input, form, rows }
  zone.classList.add('ready')
  zone.querySelector<HTMLElement>('.drop-words')?.removeAttribute('hidden')
  takeDrops(parts)
  if (zone.dataset.drop) input.addEventListener('change', () => sendEach(parts, zone.dataset.drop ?? ''))
  else form.addEventListener('submit', event => sendForm(parts, event))
}

type Parts = { zone: HTMLElement; input: HTMLInputElement; form: HTMLFormElement; rows: HTMLElement }

function takeDrops({ zone, input }: Parts) {
  const over = (is: boolean) => (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    zone.classList.toggle('over', is)
  }
  zone.addEventListener('dragover', over(true))
  zone.addEventListener('dragleave', over(false))
  zone.addEventListener('drop', event => {
    over(false)(event)
    if (!event.dataTransfer?.files.length) return
    input.files = event.dataTransfer.files
    input.dispatchEvent(new Event('change', { bubbles: true }))
  })
}

/** One after the other, each answered with the list as it then is. */
async function sendEach(parts: Parts, address: string) {
  const files = [...(parts.input.files ?? [])]
  parts.input.value = ''
  const waiting = files.map(file => ({ file, row: addRow(parts, file.name) }))
  for (const { file, row } of waiting) {
    const data = new FormData()
    for (const name of ['token', 'network']) {
      const value = new FormData(parts.form).get(name)
      if (typeof value === 'string') data.set(name, value)
    }
    data.append('files', file)
    const answer = await send(address, data, share => show(row, share))
    const list = document.getElementById('files-added')
    if (answer && list) list.innerHTML = answer.responseText
    if (answer) row.remove()
    else fail(parts, row, file.name)
    if (answer) parts.form.querySelector('input[name="network"]')?.remove()
  }
  parts.rows.hidden = parts.rows.children.length === 0
}

/** The whole form, with one bar for all of it. Done, its page is gone to; refused, why is said here. */
async function sendForm(parts: Parts, event: SubmitEvent) {
  const names = [...(parts.input.files ?? [])].map(({ name }) => name)
  if (names.length === 0) return
  event.preventDefault()
  parts.rows.replaceChildren()
  const row = addRow(parts, names.join(', '))
  const answer = await send(parts.form.action, new FormData(parts.form), share => show(row, share))
  if (!answer) return fail(parts, row, names.join(', '))
  if (answer.status === 200) return location.assign(`${answer.responseURL}#files`)
  const page = new DOMParser().parseFromString(answer.responseText, 'text/html')
  const list = document.getElementById('files-added')
  if (list) list.innerHTML = page.getElementById('files-added')?.innerHTML ?? ''
  parts.input.value = ''
  fail(parts, row, '', page.querySelector('.field-error')?.textContent ?? '')
}

/** Null where the line broke or the server could not say. */
function send(address: string, data: FormData, tell: (share: number) => void): Promise<XMLHttpRequest | null> {
  return new Promise(resolve => {
    const request = new XMLHttpRequest()
    request.open('POST', address)
    request.upload.addEventListener('progress', event => tell(event.total ? event.loaded / event.total : 0))
    request.addEventListener('load', () => resolve([200, 422].includes(request.status) ? request : null))
    request.addEventListener('error', () => resolve(null))
    request.send(data)
  })
}

function addRow({ rows }: Parts, name: string): HTMLElement {
  const row = document.createElement('li')
  row.className = 'file'
  const what = document.createElement('div')
  what.className = 'file-what'
  const label = document.createElement('span')
  label.className = 'file-name'
  label.textContent = name
  const bar = document.createElement('progress')
  bar.max = 1
  bar.value = 0
  bar.setAttribute('aria-label', name)
  what.append(label, bar)
  row.append(document.createElement('span'), what)
  rows.append(row)
  rows.hidden = false
  return row
}

function show(row: HTMLElement, share: number) {
  const bar = row.querySelector('progress')
  if (bar) bar.value = share
}

function fail({ zone, rows }: Parts, row: HTMLElement, name: string, why?: string) {
  row.classList.add('failed')
  row.querySelector('progress')?.remove()
  const label = row.querySelector('.file-name')
  if (label) label.textContent = why ?? (zone.dataset.failed ?? '').replace('{{name}}', name)
  rows.hidden = false
}

export {}
