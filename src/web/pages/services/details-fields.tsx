/** The questions of section one, for a new service and for one that exists. */
import type { Venue } from '../../../db/locations.ts'
import type { Network } from '../../../db/networks.ts'
import type { T } from '../../../words/index.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkboxes, type Choice, Radios } from '../../ui/choices.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { needGroups } from '../refer/categories.ts'

type Props = { t: T; network: Network; venues: readonly Venue[]; names: readonly string[] }

export function DetailsFields({ t, network, venues, names }: Props) {
  return (
    <>
      <Card>
        <TextField
          name="name"
          label={t('service.details.name')}
          hint={t('service.details.nameHint')}
          list="names"
          maxlength={200}
        />
        <datalist id="names">
          {names.map(name => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </Card>
      <Card>
        <Checkboxes
          name="categoryIds"
          legend={t('service.details.categories')}
          hint={t('service.details.categoriesHint', { network: network.name })}
          choices={categoryChoices(t, network)}
          layout="columns"
          large
        />
      </Card>
      <Card>
        <div class="stack tight">
          <Radios
            name="locationId"
            legend={t('service.details.venue')}
            hint={t('service.details.venueHint')}
            choices={[
              ...venues.map(venue => venueChoice(t, venue)),
              { value: '', label: t('service.details.noVenue') },
            ]}
            boxed
            large
          />
          <div class="buttons">
            <Button look="quiet" icon="plus" name="go" value="venue">
              {t('service.details.newVenue')}
            </Button>
            <span class="small">{t('service.details.newVenueHint')}</span>
          </div>
        </div>
      </Card>
    </>
  )
}

/** A branch as a whole, then what hangs from it: a service of a branch meets every need under it. */
function categoryChoices(t: T, network: Network): Choice[] {
  return needGroups(network).flatMap(({ branch, choices }) => [
    ...(branch
      ? [{ value: branch.id, label: <strong>{branch.label}</strong>, hint: t('service.details.wholeBranch') }]
      : []),
    ...choices.map(({ category, under }) => ({
      value: category.id,
      label: under ? `${under}: ${category.label}` : category.label,
    })),
  ])
}

function venueChoice(t: T, venue: Venue): Choice {
  const address = [venue.address1, venue.city, venue.postcode].filter(Boolean).join(', ')
  return {
    value: venue.id,
    label: venue.name || address,
    hint: [venue.name ? address : '', venue.secret ? t('service.venue.isSecret') : ''].filter(Boolean).join(' · '),
  }
}
