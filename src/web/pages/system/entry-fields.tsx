/** What an entry is made of, by register: always a name, and what only some have. */
import { categoryIcons } from '../../../domain/category.ts'
import { demographicKinds } from '../../../domain/registers.ts'
import { Checkbox, Radios } from '../../ui/choices.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { type InRegister, inTree } from './load.ts'

/** `own`: the entry being changed, which cannot hang under itself. */
export function EntryFields({ on, own }: { on: InRegister; own?: string }) {
  const { t, register } = on
  const most = register.table === 'category' ? 120 : 200
  return (
    <>
      <TextField
        name="label"
        label={t('system.label')}
        hint={own && t(register.table === 'demographic' ? 'system.renameAllHint' : 'system.renameHint')}
        maxlength={most}
        autocomplete="off"
        width="full"
      />
      {register.table === 'outcome' && <OutcomeFields on={on} />}
      {register.table === 'category' && <CategoryFields on={on} {...(own && { own })} />}
      {register.table === 'demographic' && !own && <KindField on={on} />}
    </>
  )
}

function OutcomeFields({ on: { t, network } }: { on: InRegister }) {
  const categories = [...network.categories.values()].filter(({ retired }) => !retired)
  return (
    <>
      <Radios
        name="successful"
        legend={t('system.counts')}
        layout="inline"
        choices={[
          { value: 'yes', label: t('system.successful') },
          { value: 'no', label: t('system.unsuccessful') },
        ]}
      />
      <Select
        name="categoryId"
        label={t('system.forCategory')}
        empty={t('system.everyCategory')}
        options={categories.map(({ id, label }) => ({ value: id, label }))}
      />
    </>
  )
}

function CategoryFields({ on: { t, entries }, own }: { on: InRegister; own?: string }) {
  const tree = inTree(entries)
  const parents = tree.filter(({ id, retired }) => !retired && !beneath(tree, own).has(id))
  return (
    <>
      <TextArea
        name="description"
        label={t('system.description')}
        hint={t('system.descriptionHint')}
        rows={2}
        optional
      />
      <Select
        name="parentId"
        label={t('system.parent')}
        empty={t('system.top')}
        options={parents.map(({ id, label, depth }) => ({ value: id, label: `${'\u2003'.repeat(depth)}${label}` }))}
      />
      <Select
        name="icon"
        label={t('system.icon')}
        empty={t('system.noIcon')}
        width="m"
        options={categoryIcons.map(icon => ({ value: icon, label: icon.replaceAll('-', ' ') }))}
      />
      <Checkbox name="sensitive" label={t('system.sensitive')} hint={t('system.sensitiveHint')} />
    </>
  )
}

function KindField({ on: { t } }: { on: InRegister }) {
  return (
    <Radios
      name="kind"
      legend={t('system.kind')}
      hint={t('system.kindHint')}
      choices={demographicKinds.map(kind => ({ value: kind, label: t(`system.kinds.${kind}`) }))}
    />
  )
}

function beneath(tree: readonly { id: string; parentId?: string | null }[], branch: string | undefined): Set<string> {
  const found = new Set(branch ? [branch] : [])
  for (const { id, parentId } of tree) if (parentId && found.has(parentId)) found.add(id)
  return found
}
