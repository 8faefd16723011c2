/** A coordinator before the designer of the network's form: adding, changing and publishing as the pages have it. */
import { readWorkingForm } from '#src/db/forms.ts'
import { readNetwork } from '#src/db/networks.ts'
import { startApp } from './app.ts'
import { network } from './network.ts'

export type Designer = Awaited<ReturnType<typeof openDesigner>>

export const at = '/system/form'
export const seenIn = (text: string) => /name="seen" value="([^"]*)"/.exec(text)?.[1] ?? ''

/** The fields of a question; a yes/no question about housing, unless said otherwise. */
export const question = (en: string, more: Record<string, string> = {}) => ({
  ...{ 'label.en': en, 'label.cy': '', 'help.en': '', 'help.cy': '', kind: 'yes_no', section: 'housing', do: 'save' },
  ...more,
})

/** Starts a program with a world of its own; `app.stop()` ends it. */
export async function openDesigner() {
  const app = await startApp()
  const world = await network({ database: app.database })
  const browser = await app.as(world.users.coordinator)
  const working = () => readWorkingForm(app.database.db, world.networkId)
  const change = async (path: string, fields: Record<string, string>) => {
    const { text } = await browser.get(path)
    return browser.post(path, { seen: seenIn(text), ...fields })
  }
  return {
    ...{ app, world, browser, working, change },
    ids: async () => (await working()).form.questions.map(({ id }) => id),
    inUse: async () => (await readNetwork(app.database.db, world.networkId)).form,
    addHousing: () => browser.fill(`${at}/sections/new`, { 'title.en': 'Housing', 'title.cy': 'Tai' }),
    add: (en: string, more: Record<string, string> = {}) => browser.fill(`${at}/questions/new`, question(en, more)),
    press: (id: string, pressed: string) => browser.fill(at, { question: id, do: pressed }),
    publish: () => change(`${at}/publish`, {}),
    /** A field in the network's words. */
    relabel: (field: string, label: string, help: string) =>
      change(`${at}/fields/${field}`, {
        ...{ 'label.en': label, 'label.cy': '', 'help.en': help, 'help.cy': '', more: '' },
        do: 'save',
      }),
  }
}
