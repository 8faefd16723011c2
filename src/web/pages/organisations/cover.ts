/** Which needs nobody serves where, among the services that the filter leaves. */
import { type Cover, coverFor as coverOfNetwork } from '../../../db/directory/cover.ts'
import type { Directory } from './load.ts'

export type { Cover } from '../../../db/directory/cover.ts'

export function coverFor(directory: Directory): Cover {
  return coverOfNetwork(directory, directory.query.category)
}
