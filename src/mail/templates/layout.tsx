/** The HTML of a letter: the network's name on its colour, one column, styles inline because mail programs drop the rest. */
import { renderToString } from 'preact-render-to-string'
import type { Parts, Sender } from '../letter.ts'

export function htmlOf(parts: Parts, sender: Sender & { language: string }): string {
  return `<!doctype html>${renderToString(<Letter {...parts} sender={sender} />)}`
}

const font = "font-family:'Public Sans',system-ui,-apple-system,'Segoe UI',Arial,sans-serif"
const ink = '#17232d'
const quiet = '#46555f'

function Letter({ subject, title, paragraphs, facts, link, after, footer, sender }: Parts & Frame) {
  return (
    <html lang={sender.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>{subject}</title>
      </head>
      <body style={`margin:0;padding:24px 12px;background:#f4f6f5;color:${ink};${font};font-size:16px;line-height:1.5`}>
        <div style="max-width:560px;margin:0 auto;background:#ffffff;border:1px solid #d5dbda;border-radius:8px;overflow:hidden">
          <p
            style={`margin:0;padding:14px 24px;font-weight:700;color:${textOn(sender.colour)};background:${sender.colour}`}
          >
            {sender.name}
          </p>
          <div style="padding:24px">
            <h1 style="margin:0 0 12px;font-size:24px;line-height:1.25">{title}</h1>
            {paragraphs.map(text => (
              <p style="margin:0 0 16px">{text}</p>
            ))}
            <Facts facts={facts} />
            {link && <Link {...link} />}
            {after.map(text => (
              <p style={`margin:0;color:${quiet};font-size:14px`}>{text}</p>
            ))}
          </div>
        </div>
        <p style={`max-width:560px;margin:12px auto 0;color:${quiet};font-size:14px;text-align:center`}>{footer}</p>
      </body>
    </html>
  )
}

type Frame = { sender: Sender & { language: string } }

function Facts({ facts }: Pick<Parts, 'facts'>) {
  if (facts.length === 0) return null
  return (
    <table style="border-collapse:collapse;width:100%;margin:0 0 20px;font-size:16px">
      {facts.map(({ label, value }) => (
        <tr>
          <th
            scope="row"
            style={`text-align:left;vertical-align:top;font-weight:400;color:${quiet};padding:8px 16px 8px 0;border-top:1px solid #e6ebea`}
          >
            {label}
          </th>
          <td style="padding:8px 0;border-top:1px solid #e6ebea;font-weight:600">{value}</td>
        </tr>
      ))}
    </table>
  )
}

function Link({ label, href }: NonNullable<Parts['link']>) {
  return (
    <p style="margin:0 0 20px">
      <a
        href={href}
        style="display:inline-block;padding:11px 18px;border-radius:8px;background:#0b5a4e;color:#ffffff;font-weight:650;text-decoration:none"
      >
        {label}
      </a>
    </p>
  )
}

/** White or ink, whichever stands out more from the network's colour. */
function textOn(colour: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at =>
    linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.2 ? ink : '#ffffff'
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
}
