/** What another site puts into its page to show one of ours inside it. */
import { CopyButton } from '../../ui/copy-button.tsx'
import { Details } from '../../ui/details.tsx'

export function Snippet({ title, text }: { title: string; text: string }) {
  return (
    <Details summary={title}>
      <div class="stack tight">
        <textarea class="input full code" rows={10} readOnly aria-label={title}>
          {text}
        </textarea>
        <CopyButton text={text} />
      </div>
    </Details>
  )
}

/** Plain, to be read by whoever pastes it: a frame, and six lines that follow its height. Only our own site, and that frame, are believed. */
export function frameSnippet(baseUrl: string, path: string, { id, title }: { id: string; title: string }): string {
  const { origin } = new URL(baseUrl)
  return `<iframe id="${id}" title="${title.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}" src="${baseUrl}${path}"
  width="100%" height="900" referrerpolicy="origin"></iframe>
<script>
addEventListener('message', function (event) {
  var frame = document.getElementById('${id}')
  if (event.origin !== '${origin}' || event.source !== frame.contentWindow) return
  if (!event.data || event.data.type !== 'onward:height') return
  frame.height = event.data.height
  if (event.data.top) frame.scrollIntoView()
})
</script>`
}
