/** Recovery codes, shown this once: to print, or to write down. */
import type { PageEnv } from '../../env.ts'
import { render, type Visit } from '../../page-context.tsx'
import { ButtonGroup, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { AccountFrame } from './frame.tsx'

/** `done`: what led here, in words. `next`: where one goes on. */
export function showCodes(
  c: Visit & { var: PageEnv['Variables'] },
  codes: readonly string[],
  next: string,
  done?: string,
): Promise<Response> {
  const { t } = c.var
  const title = t('account.second.codes.pageTitle')
  const view = (
    <AccountFrame
      t={t}
      title={title}
      lead={t('account.second.codes.pageLead')}
      done={done}
      back={{ href: next, label: t('account.second.title') }}
    >
      <Card title={t('account.second.codes.list')} id="codes" aside={<CopyButton text={codes.join('\n')} />}>
        <ul class="recovery-codes">
          {codes.map(code => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
      </Card>
      <ButtonGroup>
        <LinkButton href={next}>{t('account.second.codes.kept')}</LinkButton>
        <button class="button quiet" type="button" data-print hidden>
          <Icon name="printer" />
          {t('account.second.codes.print')}
        </button>
      </ButtonGroup>
    </AccountFrame>
  )
  return render(c, view, { title, islands: ['copy', 'print'], width: 'narrow' })
}
