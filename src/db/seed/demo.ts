/** The demonstration network, loaded into an empty database on the first start. */
import type { Database } from '../database.ts'

export async function loadDemonstration(_database: Database): Promise<void> {}
