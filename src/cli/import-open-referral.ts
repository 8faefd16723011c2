/** `import openreferral`: the services of another directory, from a file, a folder of pages or an address. */
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { importOpenReferral as act, type FeedResult } from '../actions/import-open-referral.ts'
import { readFeedAddress, readFeedFiles } from '../actions/read-feed.ts'
import { Problem } from '../domain/problem.ts'
import { allowedHosts } from '../outgoing/hosts.ts'
import { feedLines } from '../words/feed-lines.ts'
import { translator } from '../words/index.ts'
import { type Call, type Command, optionalOption, requireOption } from './command.ts'
import { contextOf, requireNetwork } from './named.ts'

export const importOpenReferral: Command = {
  about: 'Import the services of another directory (Open Referral UK 3.0)',
  usage:
    '<file.json, folder or https://address> --network <short name> [--source <name of the publisher>] [--mapping <terms.json>] [--make-categories]',
  more: [
    '--mapping: which of their terms is which category here. --make-categories: make those that the network lacks.',
  ],
  options: {
    network: { type: 'string' },
    source: { type: 'string' },
    mapping: { type: 'string' },
    'make-categories': { type: 'boolean' },
  },
  async run(call) {
    const { args, options, database, say } = call
    const [from] = args
    if (!from) throw new Problem('invalid', 'Name a file, a folder or an address.', { field: 'path' })
    const network = await requireNetwork(database.owner, requireOption(options, 'network'))
    const feed = await readFrom(call, from)
    const result = await act(
      { ...contextOf(call), db: database.owner },
      {
        ...feed,
        networkId: network.id,
        source: optionalOption(options, 'source') ?? feed.source,
        mapping: await readMapping(optionalOption(options, 'mapping')),
        makeCategories: options['make-categories'] === true,
      },
    )
    for (const line of report(result)) say(line)
  },
}

function readFrom({ config }: Call, from: string) {
  const asking = { allowed: allowedHosts(config.outgoingAllow), milliseconds: 30 * 60_000 }
  return /^https?:/i.test(from) ? readFeedAddress(from, asking) : readFeedFiles(from)
}

/** From the name of a term to the label of a category. */
async function readMapping(path: string | undefined): Promise<Record<string, string>> {
  if (!path) return {}
  const parsed = z.record(z.string(), z.string()).safeParse(await readJson(path))
  if (parsed.success) return parsed.data
  throw new Problem('invalid', `${path} is not a mapping of terms to categories.`, { field: 'mapping' })
}

/** Null where it is no file, or no JSON. */
async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch {
    return null
  }
}

const mostNamed = 100

function report(result: FeedResult): string[] {
  const { made, changed, retired, busy, left } = result
  return [
    ...feedLines(translator('en'), result, mostNamed),
    ...(busy > 0 ? [`${busy} are gone but still help somebody: no longer offered.`] : []),
    `${made} new, ${changed} known before, ${retired} retired, ${left.length} left out.`,
  ]
}
