/** What a failed sending means for the message and for those behind it. */

/** refused: this one will never go · later: this one, not now · down: none would go. `code` names nobody. */
export type Failure = { kind: 'refused' | 'later' | 'down'; code: string }

export function readFailure(error: unknown): Failure {
  const { responseCode, response, code, command } = fieldsOf(error)
  const said = responseCode ? [responseCode, enhancedCode(response), command].filter(Boolean).join(' ') : (code ?? '')
  const failure = { code: said || 'unknown' }
  if (!responseCode || responseCode === 421 || !aboutTheMessage.has(command ?? '')) return { kind: 'down', ...failure }
  return { kind: responseCode >= 500 ? 'refused' : 'later', ...failure }
}

/** A refusal at any other step is about us or the server, not about this recipient. */
const aboutTheMessage = new Set(['RCPT TO', 'DATA'])

type Fields = { responseCode?: number; response?: string; code?: string; command?: string }

function fieldsOf(error: unknown): Fields {
  return error instanceof Error ? (error as Fields) : {}
}

/** The rest of an answer may repeat the address. */
function enhancedCode(response = ''): string {
  return /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1] ?? ''
}
