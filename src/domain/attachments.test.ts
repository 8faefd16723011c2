/** FORM-8: names of files, and what counts as markup. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type FileKind, isMarkup, kinds, nameFor } from './attachments.ts'

describe('FORM-8: the name of a file', () => {
  test.each([
    ['tenancy agreement.pdf', 'pdf', 'tenancy agreement.pdf'],
    ['photo.JPEG', 'jpg', 'photo.jpeg'],
    ['C:\\Users\\ama\\letter.docx', 'docx', 'letter.docx'],
    ['../../etc/passwd', 'txt', 'passwd.txt'],
    ['invoice.pdf', 'png', 'invoice.pdf.png'],
    ['cod\u202Efdp.exe', 'pdf', 'codfdp.exe.pdf'],
    ['a\r\nSet-Cookie: x.pdf', 'pdf', 'aSet-Cookie x.pdf'],
    ['', 'csv', 'file.csv'],
    ['.htaccess', 'txt', 'htaccess.txt'],
    ['Llythyr â’r cyngor.odt', 'odt', 'Llythyr â’r cyngor.odt'],
  ] as const)('%j as %s is %j', (given, kind, name) => {
    expect(nameFor(given, kind)).toBe(name)
  })

  test('is short, on one line, without folders, and ends as its content is, whatever was given', () => {
    const all = Object.keys(kinds) as FileKind[]
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.constantFrom(...all), (given, kind) => {
        const name = nameFor(given, kind)
        const ending = name.split('.').pop() ?? ''
        expect(kinds[kind].endings as readonly string[]).toContain(ending)
        expect([...name].length).toBeLessThanOrEqual(130)
        expect(name).not.toMatch(/[/\\\p{Cc}"]/u)
      }),
    )
  })
})

test.each([
  ['<!DOCTYPE html><p>hello', true],
  ['  \n<svg onload="alert(1)">', true],
  ['name,number\n<script src=x>,1', true],
  ['<?xml version="1.0"?><a/>', true],
  ['Her rent is < £400 and > £300', false],
  ['name,phone\nAma,0151', false],
])('FORM-8: %j is markup: %s', (text, markup) => {
  expect(isMarkup(text)).toBe(markup)
})
