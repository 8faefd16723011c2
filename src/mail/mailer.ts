/** How letters leave: over SMTP, or kept as files where there is no server. */
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport, type SendMailOptions } from 'nodemailer'
import { keptFolder, keptName } from '../domain/kept-mail.ts'
import type { Letter } from './letter.ts'

export type Post = Letter & { to: string; messageId: string; date: Date }
/** `send` settles once the server, or the disk, has taken the letter; read what it throws with failure.ts. */
export type Mailer = { send(post: Post): Promise<void>; close(): void }
export type MailSettings = { smtpUrl: string | null; mailFrom: string; dataDir: string }

const seconds = 1000

/** `patience`: milliseconds that the server may stay silent. */
export function openMailer(settings: MailSettings, { lanes = 3, patience = 30 * seconds } = {}): Mailer {
  const { smtpUrl, mailFrom, dataDir } = settings
  return smtpUrl ? overSmtp(smtpUrl, mailFrom, lanes, patience) : intoFiles(join(dataDir, keptFolder), mailFrom)
}

function overSmtp(url: string, from: string, lanes: number, patience: number): Mailer {
  const timeouts = {
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    dnsTimeout: patience,
  }
  // Repeating is ours to decide: the pool itself would send again what a server may have taken already.
  const pooled = { pool: true as const, maxConnections: lanes, maxMessages: 500, maxRequeues: 0 }
  const transport = createTransport({ url, ...pooled, ...timeouts, ...shut })
  return {
    send: async post => {
      await transport.sendMail(mailOf(post, from))
    },
    close: () => transport.close(),
  }
}

/** Written whole or not at all; a repeat replaces its file. */
function intoFiles(folder: string, from: string): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows', ...shut })
  return {
    send: async post => {
      const { message } = await transport.sendMail(mailOf(post, from))
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const file = join(folder, keptName(post.messageId))
      await writeFile(`${file}.part`, message as Buffer, { mode: 0o600, flush: true })
      await rename(`${file}.part`, file)
    },
    close: () => transport.close(),
  }
}

const shut = { disableFileAccess: true, disableUrlAccess: true }

function mailOf({ to, messageId, date, subject, text, html }: Post, from: string): SendMailOptions {
  // Nobody's absence should answer a program.
  const headers = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' }
  return { from, to: { name: '', address: to }, subject, text, html, messageId, date, headers }
}
