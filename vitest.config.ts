/** Four kinds of tests. `npm test` runs all but the faults. */
import { defineConfig } from 'vitest/config'

const seconds = 1000
const withDatabase = { globalSetup: ['test/global-setup.ts'], testTimeout: 30 * seconds, hookTimeout: 180 * seconds }
/** Stories that are told again, more often and for longer (test/thorough.ts). */
const repeated = ['races', 'random-operations', 'open-referral-queries', 'open-referral-feeds'].map(
  name => `test/stories/${name}.test.ts`,
)
const onSql = ['src/{db,actions,reports,worker,cli,mail,api}/**/*.test.{ts,tsx}']

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    maxWorkers: 3,
    // A process reads the program once, for all the files that it runs: what a story changes is in its own database.
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'test/{architecture,security-table}.test.ts'],
          exclude: onSql,
          testTimeout: 20 * seconds,
        },
      },
      {
        extends: true,
        test: {
          name: 'stories',
          include: [...onSql, 'test/stories/**/*.test.{ts,tsx}', 'test/*.test.ts'],
          exclude: ['test/{architecture,security-table}.test.ts'],
          ...withDatabase,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.{ts,tsx}'],
          ...withDatabase,
          testTimeout: 120 * seconds,
          // On a busy machine a page takes its time to show something.
          expect: { poll: { timeout: 20 * seconds } },
        },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.{ts,tsx}', ...repeated],
          isolate: true,
          env: { ONWARD_THOROUGH: 'yes' },
          ...withDatabase,
          fileParallelism: false,
          testTimeout: 300 * seconds,
        },
      },
    ],
  },
})
