import { mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

const dataDir = () => mkdtempSync(join(tmpdir(), 'onward-config-'))

test('an empty environment is enough: loopback, port 3000, the embedded database, the demonstration', () => {
  const config = readConfig({ DATA_DIR: dataDir() })
  expect(config).toMatchObject({ port: 3000, host: '127.0.0.1', baseUrl: 'http://127.0.0.1:3000' })
  expect(config).toMatchObject({ databaseUrl: null, smtpUrl: null, demo: 'auto', worker: 'on', oidc: null })
})

test('a bad variable stops the start and names itself', () => {
  expect(() => readConfig({ PORT: 'three' })).toThrow(/^PORT: must be a number/)
  expect(() => readConfig({ DATABASE_URL: 'mysql://x/y' })).toThrow(/^DATABASE_URL: /)
  expect(() => readConfig({ WORKER: 'maybe', SMTP_URL: 'example.org' })).toThrow(/SMTP_URL: [\s\S]*WORKER: /)
  expect(() => readConfig({ SECRET: 'short' })).toThrow(/^SECRET: /)
  expect(() => readConfig({ OUTGOING_ALLOW: 'http://records' })).toThrow(/^OUTGOING_ALLOW: /)
  expect(() => readConfig({ OIDC_ISSUER: 'https://id.example.org' })).toThrow(/^OIDC_ISSUER: /)
  expect(() => readConfig({ OIDC_CLIENT_ID: 'onward' })).toThrow(/^OIDC_ISSUER: is missing/)
  const plain = { OIDC_ISSUER: 'http://id.example.org', OIDC_CLIENT_ID: 'onward', OIDC_CLIENT_SECRET: 'x' }
  expect(() => readConfig(plain)).toThrow(/^OIDC_ISSUER: must start with https/)
})

test('an empty variable is an unset one', () => {
  expect(readConfig({ DATA_DIR: dataDir(), SMTP_URL: '', PORT: ' ' })).toMatchObject({ smtpUrl: null, port: 3000 })
})

test('the secret is made once, kept in the data folder and readable by its owner only', () => {
  const env = { DATA_DIR: dataDir() }
  expect(readConfig(env).secret).toBe(readConfig(env).secret)
  expect(readConfig(env).secret.length).toBeGreaterThanOrEqual(32)
  expect(statSync(join(env.DATA_DIR, 'secret')).mode & 0o777).toBe(0o600)
})

test('with a database of its own the demonstration is off unless asked for', () => {
  const env = { DATA_DIR: dataDir(), DATABASE_URL: 'postgres://localhost/onward' }
  expect(readConfig(env).demo).toBe('off')
  expect(readConfig({ ...env, DEMO: 'on' }).demo).toBe('on')
})
