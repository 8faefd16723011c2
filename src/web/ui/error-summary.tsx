/** What is wrong, before everything else, each line leading to its input. Takes the focus when the page opens. */
import { type FormErrors, say } from './context.tsx'

export function ErrorSummary({ errors }: { errors: FormErrors }) {
  const found = Object.entries(errors)
  if (found.length === 0) return null
  return say(t => (
    <div class="errors" role="alert" tabIndex={-1} autofocus>
      <h2>{t('ui.thereIsAProblem')}</h2>
      <ul>
        {found.map(([name, text]) => (
          <li key={name}>
            <a href={`#${name}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  ))
}
