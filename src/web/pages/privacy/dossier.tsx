/** Everything that is held on a person, on one page that prints: first in words, then all that is stored. */
import type { Dossier } from '../../../actions/privacy/read-data.ts'
import { formatDate, formatDateTime, type T } from '../../../words/index.ts'
import { paths } from '../../paths.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Details } from '../../ui/details.tsx'
import { BackLink, PageHead } from '../../ui/page-head.tsx'
import { PrintButton } from '../refer/print-button.tsx'
import { columnName, linesOfPart, tellingCells } from './written.ts'

type Props = { t: T; dossier: Dossier; controller: string; back: string }

export function DossierPage({ t, dossier, controller, back }: Props) {
  const { request, at } = dossier
  const date = formatDate(t, request.madeAt)
  const reason = t(`privacy.desk.reasons.${request.reason}`)
  return (
    <>
      <BackLink href={back}>{t('privacy.desk.title')}</BackLink>
      <PageHead
        over={t('privacy.dossier.over', { controller, date })}
        title={t('privacy.dossier.title')}
        lead={t('privacy.dossier.lead', { when: formatDateTime(t, at), date, reason })}
      />
      <div class="stack">
        {request.remark && <p>{t('privacy.dossier.remark', { remark: request.remark })}</p>}
        <p class="no-print">{t('privacy.dossier.care')}</p>
        <div class="buttons no-print">
          <LinkButton look="quiet" icon="download" href={paths.subjectRequestFile(request.id, 'zip')}>
            {t('privacy.dossier.zip')}
          </LinkButton>
          <LinkButton look="quiet" icon="download" href={paths.subjectRequestFile(request.id, 'json')}>
            {t('privacy.dossier.json')}
          </LinkButton>
          <PrintButton label={t('privacy.dossier.print')} />
        </div>
        {request.networkId && <Privately t={t} dossier={dossier} />}
        {dossier.parts.map(part => (
          <PartCard key={part.id} t={t} part={part} />
        ))}
        <FilesCard t={t} dossier={dossier} />
      </div>
    </>
  )
}

function Privately({ t, dossier: { privately } }: { t: T; dossier: Dossier }) {
  const { total, released, kept } = privately
  return (
    <Card title={t('privacy.dossier.private')} id="private">
      {total === 0 ? (
        <p>{t('privacy.dossier.privateNone')}</p>
      ) : (
        <>
          <p>{t('privacy.dossier.privateCount', { count: total })}</p>
          <p>{t('privacy.dossier.privateState', { released, kept, open: total - released - kept })}</p>
        </>
      )}
    </Card>
  )
}

function PartCard({ t, part }: { t: T; part: Dossier['parts'][number] }) {
  const { id, reference, notes, dump } = part
  const title = reference ? t('privacy.dossier.referral', { reference }) : t('privacy.dossier.record')
  return (
    <Card title={title} id={`part-${id}`}>
      <div class="stack">
        <Paper lines={linesOfPart(t, part)} />
        {notes.length > 0 && (
          <div>
            <h3>{t('privacy.dossier.notes')}</h3>
            <ul class="lines">
              {notes.map(note => (
                <li key={note.id}>
                  <strong>
                    {[formatDateTime(t, note.at), note.author, note.organisation].filter(Boolean).join(', ')}
                  </strong>
                  {note.kind === 'private' && <p class="small">{t('privacy.dossier.released')}</p>}
                  <p class="moment-text">{note.body}</p>
                </li>
              ))}
            </ul>
          </div>
        )}
        <Rest t={t} dump={dump} />
      </div>
    </Card>
  )
}

function Paper({ lines }: { lines: readonly (readonly [string, string])[] }) {
  const groups = [...Map.groupBy(lines, ([name]) => name)]
  return (
    <dl class="paper">
      {groups.map(([name, values]) => (
        <div key={name}>
          <dt>{name}</dt>
          {[...new Set(values.map(([, value]) => value))].map(value => (
            <dd key={value}>{value}</dd>
          ))}
        </div>
      ))}
    </dl>
  )
}

/** Folded on the screen, since most of it was said above; open it to print it. */
function Rest({ t, dump }: { t: T; dump: Dossier['parts'][number]['dump'] }) {
  const tables = Object.entries(dump).filter(([, rows]) => rows.length > 0)
  return (
    <Details summary={t('privacy.dossier.rest')}>
      <p class="small">{t('privacy.dossier.restHint')}</p>
      {tables.map(([table, rows]) => (
        <Details key={table} summary={t('privacy.dossier.rows', { name: columnName(table), count: rows.length })}>
          {rows.map(row => (
            <Paper key={JSON.stringify(row)} lines={tellingCells(row)} />
          ))}
        </Details>
      ))}
    </Details>
  )
}

function FilesCard({ t, dossier: { files } }: { t: T; dossier: Dossier }) {
  return (
    <Card title={t('privacy.dossier.files')} id="files">
      {files.length === 0 ? (
        <p>{t('privacy.dossier.filesNone')}</p>
      ) : (
        <ul class="lines">
          {files.map(({ id, name }) => (
            <li key={id}>{name}</li>
          ))}
        </ul>
      )}
    </Card>
  )
}
