/** Buttons that lead to the pages of actions. */
import type { Action } from '../../../../domain/lifecycle.ts'
import { paths } from '../../../paths.ts'
import { ButtonGroup, type ButtonLook, LinkButton } from '../../../ui/button.tsx'
import type { IconName } from '../../../ui/icon.tsx'
import { keepQuery } from '../names.ts'
import type { Props } from './article.tsx'

const looks: Partial<Record<Action, { look?: ButtonLook; icon?: IconName }>> = {
  split: { icon: 'split' },
  ask: { icon: 'circle-help' },
  reject: { look: 'danger' },
  referOn: { icon: 'forward' },
  answer: { icon: 'reply' },
  place: { icon: 'hand-helping' },
  chooseAgain: { icon: 'send' },
  closeAsUnmet: { look: 'danger' },
  withdraw: { look: 'danger' },
  undo: { look: 'plain', icon: 'undo-2' },
  handBack: { icon: 'undo-2' },
}

/** `first`: how the first of them looks. `bare`: inside a group that has other buttons too. */
export function ActionLinks({
  t,
  data,
  assignmentId,
  actions,
  first,
  bare,
  small,
}: Props & {
  assignmentId?: string
  actions: readonly Action[]
  first?: ButtonLook
  bare?: boolean
  small?: boolean
}) {
  const links = actions.flatMap((action, index) =>
    action === 'lapse' ? (
      []
    ) : (
      <LinkButton
        key={action}
        look={(index === 0 && first) || (looks[action]?.look ?? 'quiet')}
        {...(looks[action]?.icon && { icon: looks[action].icon })}
        small={small ?? false}
        href={keepQuery(
          assignmentId ? paths.actOnAssignment(data.id, assignmentId, action) : paths.actOnNeeds(data.id, action),
          data.query,
        )}
      >
        {t(`referral.act.${action}.link`)}
      </LinkButton>
    ),
  )
  if (bare) return links
  return <ButtonGroup>{links}</ButtonGroup>
}
