/** What rules say when they say no, in Welsh: the rule's own sentence, then ours. `{{1}}`: what it fills in, in its order. */
export type Refusals = Readonly<Record<string, string>>

export { account } from './account.ts'
export { file } from './file.ts'
export { form } from './form.ts'
export { network } from './network.ts'
export { person } from './person.ts'
export { referral } from './referral.ts'
export { report } from './report.ts'
export { service } from './service.ts'
