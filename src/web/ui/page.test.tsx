import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { translator } from '../../words/index.ts'
import { CapacityBar } from './capacity-bar.tsx'
import { Checkbox, Radios } from './choices.tsx'
import { DateField } from './date-field.tsx'
import { Form } from './form.tsx'
import { html } from './html.ts'
import { MapPicture } from './map-picture.tsx'
import { Page, type PageProps } from './page.tsx'
import { EmailField, TextField } from './text-field.tsx'
import { Thread, ThreadSteps } from './thread.tsx'

const shell = { t: translator('en'), title: 'Make a referral', network: 'Mersey Help Network' }
const render = (children: PageProps['children'], more: Partial<PageProps> = {}) =>
  html(
    <Page {...shell} {...more}>
      {children}
    </Page>,
  )

const errors = {
  email: 'Enter an email address',
  birth: 'Enter a year',
  contact: 'Select one',
  consent: 'Confirm consent',
}
const questions = (
  <Form action="/x" values={{ name: 'Ŵyn <b>', 'birth-day': '4', contact: 'text' }} errors={errors} token="secret">
    <TextField name="name" label="Name" optional />
    <EmailField name="email" label="Email" value="rosa@" />
    <DateField name="birth" legend="Date of birth" />
    <Radios
      name="contact"
      legend="Contact"
      choices={[
        { value: 'text', label: 'Text' },
        { value: 'none', label: 'None' },
      ]}
    />
    <Checkbox name="consent" label="They agreed" />
  </Form>
)

test('a page with errors says so first in its title, and each line of the summary leads to an input on the page', () => {
  const page = render(questions, { errors })
  expect(page).toContain('<title>Error: Make a referral – Mersey Help Network – Onward</title>')
  for (const name of Object.keys(errors)) {
    expect(page).toContain(`href="#${name}"`)
    expect(page).toMatch(new RegExp(`<input[^>]* id="${name}"`))
  }
})

test('the same words stand at the field, tied to it for a screen reader', () => {
  const page = render(questions, { errors })
  expect(page.match(/Enter an email address/g)).toHaveLength(2)
  expect(page).toMatch(/<input id="email"[^>]*aria-describedby="email-error"[^>]*aria-invalid="true"/)
})

test('what was typed is kept, and is text, never markup', () => {
  const page = render(questions)
  expect(page).toContain('value="Ŵyn &lt;b>"')
  expect(page).toContain('value="rosa@"')
  expect(page).toMatch(/value="text" checked/)
  expect(page).not.toContain('<b>"')
})

test('nothing needs an inline style or script, so that the strictest policy can forbid them', () => {
  const page = render(
    <>
      {questions}
      <ThreadSteps reached="accepted" yours />
      <CapacityBar places={10} cases={11} waiting={2} />
      <MapPicture alt="Map" points={[{ lat: 53.4, lng: -2.9, label: 'L4' }]} />
    </>,
    { colour: '#7b3f9d', islands: ['password'], errors },
  )
  expect(page).not.toMatch(/ style=|<style|javascript:| on\w+=/)
  expect(page.match(/<script[^>]*>/g)).toEqual([
    expect.stringMatching(/^<script type="module" src="\/assets\/islands\/password/),
  ])
  expect(page).not.toMatch(/ required| placeholder=/)
})

test('the thread says in words what it shows', () => {
  expect(html(<Thread reached="opened" yours />)).toContain('aria-label="Opened, waiting for your answer"')
  expect(html(<Thread reached="opened" stopped />)).toContain('aria-label="Opened, then stopped"')
})

test('NAV-1: every page carries the network’s own help: name, email, phone and technical help', () => {
  const help = {
    network: 'Mersey Help Network',
    name: 'Priya Nair',
    email: 'help@mersey.example',
    phone: '0151 496 0100',
    technicalHref: '/help',
  }
  const page = render('', { help })
  for (const text of ['Priya Nair', 'mailto:help@mersey.example', 'tel:01514960100', 'href="/help"'])
    expect(page).toContain(text)
})

test('the stylesheet of every page is under 15 KB compressed, half of what HTML and CSS may weigh together, and asks no other host for anything', async () => {
  const entry = new URL('./style/main.css', import.meta.url).pathname
  const built = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    outdir: '/x',
    loader: { '.woff2': 'file' },
  })
  const css = built.outputFiles.find(file => file.path.endsWith('.css'))?.text ?? ''
  expect(gzipSync(css).length).toBeLessThan(15_000)
  expect(css).not.toMatch(/https?:/)
  expect(readFileSync(entry, 'utf8')).toContain('@layer tokens')
})
