/** What all who plant marker words share. */
import type { App } from '#test/app.ts'
import type { Answer, Browser } from '#test/browser-like.ts'
import type { Role, World } from '#test/network.ts'
import type { Markers } from './markers.ts'

export type As = (role: Role) => Promise<Browser>

export type Of = Markers['of']

export function must(answer: Answer): Answer {
  if (answer.status < 400) return answer
  const problem = /<div class="errors".*?<\/ul>|<h1[^>]*>.*?<\/h1>/s.exec(answer.text)?.[0] ?? answer.text.slice(0, 300)
  throw new Error(`answered with ${answer.status}: ${problem.replaceAll(/<[^>]+>/g, ' ').slice(0, 300)}`)
}

export async function termOf({ database }: App, { networkId }: World, list: string): Promise<string> {
  const of = database.owner.selectFrom('term').select('id').where('networkId', '=', networkId).where('list', '=', list)
  return (await of.limit(1).executeTakeFirstOrThrow()).id
}

export async function outcomeOf({ database }: App, { networkId }: World): Promise<string> {
  const of = database.owner.selectFrom('outcome').select('id').where('networkId', '=', networkId)
  return (await of.limit(1).executeTakeFirstOrThrow()).id
}
